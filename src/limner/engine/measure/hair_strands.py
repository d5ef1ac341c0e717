"""Strands: open curves along the photo's own hair flow, the thing that makes drawn hair look drawn."""

from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, Points
from limner.engine.measure.head_crop import UNIT_PX

_WANTED: Final = 70
_SEEDS: Final = 600
_STEPS: Final = 46
_STEP_PX: Final = 2.2
_SHORTEST: Final = 22
_APART_PX: Final = 7


def trace_strands(lightness: F32, hair: F32, origin: Points) -> tuple[tuple[Points, float], ...]:
    """Up to 70 curves in face units with a brightness -1..1, the clearest strands first.

    The flow is the weaker eigenvector of the smoothed structure tensor (Weickert 1999); all seeds walk it at once.
    `lightness` is L of a part of the head crop, `hair` its soft mask, `origin` the point midway between the eyes.
    """
    inside = hair > 0.55
    if int(inside.sum()) < 400:
        return ()
    flow_x, flow_y, coherence = _flow(lightness, hair)
    detail = opencv.blur(lightness, 1.5) - opencv.blur(lightness, 7.0)
    seeds = _seeds(hair, np.abs(detail) * coherence)
    both_ways = np.repeat(np.array([1, -1], np.float32), len(seeds))[:, None]
    walked = _walk(np.vstack([seeds, seeds]), flow_x, flow_y, hair, both_ways)
    return _spread(seeds, walked[:, : len(seeds)], walked[:, len(seeds) :], detail, origin)


def _flow(lightness: F32, hair: F32) -> tuple[F32, F32, F32]:
    smooth = opencv.blur(lightness, 1.2)
    gx, gy = opencv.sobel(smooth, 1, 0), opencv.sobel(smooth, 0, 1)
    weight = opencv.erode((hair > 0.5).astype(np.float32), 5)
    xx, yy, xy = (opencv.blur(product * weight, 5.0) for product in (gx * gx, gy * gy, gx * gy))
    angle = 0.5 * np.arctan2(2 * xy, xx - yy) + np.pi / 2
    coherence = np.hypot(xx - yy, 2 * xy) / (xx + yy + 1e-3)
    return np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32), coherence.astype(np.float32)


def _seeds(hair: F32, clearness: F32) -> Points:
    """Random places in the hair, the clearest first."""
    ys, xs = np.nonzero(hair > 0.75)
    if len(ys) == 0:
        return np.zeros((0, 2))
    chosen = np.random.default_rng(3).permutation(len(ys))[:_SEEDS]
    score = np.round(clearness[ys[chosen], xs[chosen]], 3)
    order = np.argsort(-score, kind="stable")
    return np.stack([xs[chosen][order], ys[chosen][order]], axis=1).astype(np.float64)


def _walk(seeds: Points, flow_x: F32, flow_y: F32, hair: F32, sign: F32) -> Points:
    """(steps, n, 2) positions; NaN once a walker has left the hair. `sign` (n, 1): 1 with the flow, -1 against it."""
    height, width = hair.shape
    at = seeds.copy()
    cells = np.round(at).astype(np.int64)
    heading = sign * np.stack([flow_x[cells[:, 1], cells[:, 0]], flow_y[cells[:, 1], cells[:, 0]]], axis=1)
    alive = np.ones(len(at), np.bool_)
    path = np.full((_STEPS, len(at), 2), np.nan)
    for step in range(_STEPS):
        cells = np.round(at).astype(np.int64)
        x, y = np.clip(cells[:, 0], 0, width - 1), np.clip(cells[:, 1], 0, height - 1)
        alive = alive & (hair[y, x] >= 0.55)
        here = np.stack([flow_x[y, x], flow_y[y, x]], axis=1)
        here = np.where((here * heading).sum(axis=1, keepdims=True) < 0, -here, here)
        heading = 0.55 * heading + 0.45 * here
        heading = heading / (np.linalg.norm(heading, axis=1, keepdims=True) + 1e-6)
        at = at + heading * _STEP_PX
        path[step, alive] = at[alive]
    return path


def _spread(
    seeds: Points, forward: Points, backward: Points, detail: F32, origin: Points
) -> tuple[tuple[Points, float], ...]:
    """Keep long walks that don't crowd each other."""
    taken = np.zeros(detail.shape, np.uint8)
    strands: list[tuple[Points, float]] = []
    for i, seed in enumerate(seeds):
        x, y = (int(value) for value in seed)
        if taken[y, x]:
            continue
        back = backward[:, i][::-1]
        line = np.vstack([back[~np.isnan(back[:, 0])], seed[None], forward[:, i][~np.isnan(forward[:, i, 0])]])
        if len(line) < _SHORTEST:
            continue
        for px, py in line[::3].tolist():
            opencv.draw_circle(taken, (px, py), _APART_PX, 1.0)
        cells = np.clip(np.round(line).astype(np.int64), 0, [detail.shape[1] - 1, detail.shape[0] - 1])
        brightness = float(np.clip(detail[cells[:, 1], cells[:, 0]].mean() / 6, -1, 1))
        strands.append((np.round((line[::5] - origin) / UNIT_PX, 4), round(brightness, 2)))
        if len(strands) == _WANTED:
            break
    return tuple(strands)
