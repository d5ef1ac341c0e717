"""The light of the scene taken out of a face, so that what is left is the face's own drawing."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, Bools
from limner.engine.likeness.areas import Areas, narrower, smoothstep, wider
from limner.engine.likeness.face_crop import FaceCrop, px

_FLATTENING: Final = 0.85
"""How much of the fitted light is taken out; the rest keeps the face round."""
_LEAST_SKIN: Final = 0.5
_ROUNDS: Final = 7
_BROAD_UNITS: Final = 20.0
_BROAD_STEP: Final = 4
_ONE_SIDED_SHARE: Final = 0.9


@dataclass(frozen=True, slots=True, eq=False)
class EvenFace:
    """Lightness as a ratio to the skin's own in even light: `smooth` without pores, `sharp` with all detail.

    `skin` marks the skin that the light was fitted to; `skin_lab` is its median colour.
    """

    smooth: F32
    sharp: F32
    skin: Bools
    skin_lab: F32


def even_light(crop: FaceCrop, areas: Areas) -> EvenFace:
    """Divide by a quadratic surface through the skin's lightness, fitted robustly against dark detail."""
    features = np.maximum.reduce([wider(areas.eyes, 4.5), wider(areas.brows, 4.0), wider(areas.lips, 2.5)])
    skin: Bools = (narrower(areas.oval, 5) > 0.5) & (features < 0.3) & (areas.hair < 0.5) & (areas.nostrils < 0.5)
    if int(skin.sum()) < 500:
        skin = narrower(areas.oval, 5) > 0.5
    lightness = crop.lab[..., 0]
    # Hair that no mask found would pull the light down and blow the cheek beside it out.
    skin = skin & (lightness > _LEAST_SKIN * float(np.median(lightness[skin])))
    fit, middle = _surface(lightness, skin, areas)
    light = (middle * (fit / middle) ** _FLATTENING).astype(np.float32)
    light = light * _one_sided(lightness / light, skin, areas)
    return EvenFace(
        smooth=(lightness / light).astype(np.float32),
        sharp=(crop.lightness / light).astype(np.float32),
        skin=skin,
        skin_lab=np.median(crop.lab[skin], axis=0).astype(np.float32),
    )


def _one_sided(ratio: F32, skin: Bools, areas: Areas) -> F32:
    """What the surface left of a light from the side: a half of the face in shade is no part of the face."""
    height, width = ratio.shape
    small = width // _BROAD_STEP, height // _BROAD_STEP
    weight = opencv.resize(skin.astype(np.float32), *small, "area")
    toned = opencv.resize((ratio * skin).astype(np.float32), *small, "area")
    weight = opencv.blur(weight, px(_BROAD_UNITS) / _BROAD_STEP)
    broad = opencv.blur(toned, px(_BROAD_UNITS) / _BROAD_STEP) / (weight + 1e-3)
    broad = np.clip(1 + (broad - 1) * smoothstep(0.01, 0.1, weight), 0.5, 1.4).astype(np.float32)
    broad = opencv.resize(broad, width, height)
    even = (broad + mirror(broad, areas)) / 2
    return ((broad / even) ** _ONE_SIDED_SHARE).astype(np.float32)


def _surface(lightness: F32, skin: Bools, areas: Areas) -> tuple[F32, float]:
    u, v = (areas.columns - areas.middle_x) / px(100), (areas.rows - areas.brow_y) / px(100)
    basis = np.stack([np.ones_like(u), u, v, u * u, v * v, u * v], axis=-1).astype(np.float64)
    chosen = np.nonzero(skin.ravel())[0][::9]
    rows, heights = basis.reshape(-1, 6)[chosen], lightness.ravel()[chosen].astype(np.float64)
    middle = float(np.median(heights))
    weights = np.ones(len(heights))
    solution = np.zeros(6)
    for _ in range(_ROUNDS):
        # The normal equations: six unknowns over a face are well posed, and lstsq costs ten times as much.
        weighted = rows * (weights * weights)[:, None]
        solution = np.linalg.solve(weighted.T @ rows, weighted.T @ heights)
        off = heights - rows @ solution
        below, above = 1 + off / (0.30 * middle), 1 - off / (0.28 * middle)
        weights = np.where(off < 0, np.clip(below, 0.04, 1), np.clip(above, 0.12, 1))
    surface = np.clip(basis @ np.round(solution, 4), 0.62 * middle, 1.45 * middle).astype(np.float32)
    return surface, float(np.median(surface[skin]))


def without_side_shadow(ratio: F32, areas: Areas, frontal: float) -> F32:
    """Shade and light that one half of the face has alone are the lamp's: take the other half's there.

    `frontal` 0..1 says how far. Small differences beside the nose are the face's own.
    """
    if frontal <= 0:
        return ratio
    soft = opencv.blur(ratio, px(2.5))
    other = mirror(soft, areas)
    away = other - soft
    across = np.clip((np.abs(areas.columns - areas.middle_x) / px(1) - 34) / 22, 0.45, 1)
    rising = smoothstep(0, 16, ((areas.brow_y - areas.rows) / px(1) - 8).astype(np.float32))
    cast = smoothstep(0.18, 0.34, np.abs(away))
    shade = np.clip(np.minimum(other, 1.03) - soft - 0.03, 0, 1)
    glare = np.clip(-away - 0.03, 0, np.clip(soft - 1, 0, 0.6))
    kept = areas.outside(wider(areas.eyes, 3), wider(areas.brows, 2), wider(areas.lips, 1))
    share = 0.85 * frontal * np.maximum.reduce([across, rising, cast]) * kept
    return (ratio + share * (shade - glare)).astype(np.float32)


def mirror(values: F32, areas: Areas) -> F32:
    """A picture mirrored at the ridge of the nose."""
    return opencv.remap(values, (2 * areas.middle_x - areas.columns).astype(np.float32), areas.rows)
