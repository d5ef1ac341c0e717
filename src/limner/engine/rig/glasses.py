"""Spectacles: rims of the nine frames, glass with a slanting glint, bridge, arms and the shadow they throw."""

import numpy as np

from limner.engine.arrays import Points
from limner.engine.color import lab_to_hex, shifted
from limner.engine.rig.eyes import Eye
from limner.engine.rig.glasses_frames import FRAMES, Frame
from limner.engine.rig.marks import ellipse, line, moved, path
from limner.engine.rig.skull import HeadFrame
from limner.engine.rig.strands import through
from limner.engine.traits import Lab, Traits
from limner.engine.vectors import closed_curve, number, polygon

_SHADOW = "#3a1f2c"
_NOSE_GAP = 5.5
"""Least half distance between the lenses, in rig units."""


def draw_glasses(frame: HeadFrame, eyes: tuple[Eye, Eye], traits: Traits) -> str:
    """Rims, arms and bridge; nothing for "none"."""
    kind = FRAMES.get(traits.glasses)
    if kind is None:
        return ""
    color = _rim_color(traits.glasses_color, kind)
    centers = [_center(eye) for eye in eyes]
    lenses = [_lens(frame, kind, eyes, centers, side) for side in (0, 1)]
    height = float(np.ptp(lenses[0][:, 1])) / 2
    hinge_y = float(np.mean([center[1] for center in centers])) + kind.hinge * height
    marks = _cast(lenses, kind)
    for side, outward in ((0, -1.0), (1, 1.0)):
        marks += _temple(frame, lenses[side], hinge_y, color, kind, outward)
    marks += "".join(_glass(lens, kind) for lens in lenses)
    marks += _bridge(lenses, hinge_y, height, color, kind)
    marks += "".join(_rim(lens, kind, color) for lens in lenses)
    for side, outward in ((0, -1.0), (1, 1.0)):
        marks += _rivets(lenses[side], hinge_y, color, kind, outward)
    return marks


def _rim_color(color: Lab, kind: Frame) -> Lab:
    """Wire is never black, sunglasses never pale: both would lose their kind."""
    low, high = (36.0, 74.0) if kind.metal else (12.0, 44.0 if kind.dark else 74.0)
    return float(np.clip(color[0], low, high)), color[1], color[2]


def _center(eye: Eye) -> Points:
    middle = (eye.upper.mean(axis=0) + eye.lower.mean(axis=0)) / 2
    return middle + np.array([eye.outward * 1.5, 1.5])


def _lens(frame: HeadFrame, kind: Frame, eyes: tuple[Eye, Eye], centers: list[Points], side: int) -> Points:
    """(64, 2): the lens around an eye; it leaves room for the nose, stays on the face and clear of the lids."""
    eye, center = eyes[side], centers[side]
    width = (eyes[0].width + eyes[1].width) / 2
    apart = abs(float(centers[1][0] - centers[0][0]))
    inner = min(width * kind.width, apart / 2 - _NOSE_GAP - kind.rim / 2)
    outer = min(width * kind.width, frame.half_width * 0.97 - abs(float(center[0])))
    outer = max(outer, eye.width * 0.52)
    low = max(eyes[0].height, eyes[1].height) / 2 + kind.rim / 2 + 1.5
    height = max(width * kind.height, low)
    x = np.where(kind.lens[:, 0] < 0, kind.lens[:, 0] * inner, kind.lens[:, 0] * outer)
    return center + np.stack([x * eye.outward, kind.lens[:, 1] * height], axis=1)


def _cast(lenses: list[Points], kind: Frame) -> str:
    """The soft shadow of the frame on the cheeks."""
    width = number(max(kind.rim, 3.0))
    return "".join(
        path(closed_curve(moved(lens[::4], 0.8, 3.4)), "none", f' stroke="{_SHADOW}" stroke-width="{width}"', 0.13)
        for lens in lenses
    )


def _glass(lens: Points, kind: Frame) -> str:
    """The glass, lighter below in sunglasses, and a glint in two slanting stripes."""
    data = polygon(lens)
    if not kind.dark:
        marks = path(data, "#f2fbff", opacity=0.08)
        return marks + _glint(lens, 0.28, 0.50, 0.17) + _glint(lens, 0.56, 0.62, 0.15)
    marks = path(data, "#221d30")
    for share, opacity in ((0.30, 0.16), (0.52, 0.16), (0.74, 0.18)):
        low = float(lens[:, 1].min() + np.ptp(lens[:, 1]) * share)
        marks += path(polygon(_half(lens, np.array([0.0, 1.0]), low)), "#8a6a8c", opacity=opacity)
    return marks + _glint(lens, 0.16, 0.38, 0.24) + _glint(lens, 0.44, 0.49, 0.24)


def _glint(lens: Points, start: float, end: float, opacity: float) -> str:
    """A stripe that leans to the right; `start` and `end` are shares of the lens along the stripe's normal."""
    normal = np.array([0.86, 0.51])
    along = lens @ normal
    low, high = (float(along.min() + np.ptp(along) * share) for share in (start, end))
    stripe = _half(_half(lens, normal, low), -normal, -high)
    return path(polygon(stripe), "#ffffff", opacity=opacity)


def _half(outline: Points, normal: Points, least: float) -> Points:
    """The part of a convex outline (n, 2) whose points have at least `least` along `normal`."""
    depth = (outline @ normal - least).round(4)
    kept: list[Points] = []
    for i, (here, there) in enumerate(zip(depth, np.roll(depth, -1), strict=True)):
        if here >= 0:
            kept.append(outline[i])
        if (here >= 0) != (there >= 0):
            kept.append(outline[i] + (outline[(i + 1) % len(outline)] - outline[i]) * (here / (here - there)))
    return np.array(kept)


def _rim(lens: Points, kind: Frame, color: Lab) -> str:
    data, tone = closed_curve(lens[::2]), lab_to_hex(color)
    if kind.build == "none":
        # Polished glass: a dark hairline with light on it.
        edge = path(data, "none", ' stroke="#4d5a6b" stroke-width="1.8"', 0.5)
        return edge + path(closed_curve(moved(lens[::2], -0.5, -0.6)), "none", ' stroke="#fff" stroke-width="1.1"', 0.9)
    if kind.build == "full":
        rim = path(data, "none", f' stroke="{tone}" stroke-width="{number(kind.rim)}"')
        return rim + _shine(lens, kind, color)
    thread = path(data, "none", ' stroke="#6d7683" stroke-width="1.3"', 0.75)
    middle = float(lens[:, 1].mean())
    upper = lens[lens[:, 1] < middle + 0.04 * float(np.ptp(lens[:, 1]))]
    upper = upper[np.argsort(np.arctan2(upper[:, 1] - middle - 9.0, upper[:, 0] - lens[:, 0].mean()).round(4))]
    return thread + line(upper, tone, kind.rim) + _shine(lens, kind, color)


def _shine(lens: Points, kind: Frame, color: Lab) -> str:
    """Light along the upper left of a rim."""
    turned = np.arctan2(lens[:, 1] - lens[:, 1].mean(), lens[:, 0] - lens[:, 0].mean())
    lit = lens[(turned > -2.75) & (turned < -1.35)]
    order = np.argsort(lit[:, 0].round(4), kind="stable")
    light = lab_to_hex(shifted(color, 34.0, 0.8))
    return line(moved(lit[order], -0.12 * kind.rim, -0.14 * kind.rim), light, max(kind.rim * 0.2, 0.8), 0.75)


def _temple(frame: HeadFrame, lens: Points, hinge_y: float, color: Lab, kind: Frame, outward: float) -> str:
    """The arm from the lens's outer side back to the ear: it narrows, since it runs away from the viewer."""
    start = _outer_at(lens, hinge_y, outward)
    end_y = hinge_y * 0.6 + frame.chin_y * 0.03
    side = frame.outline[frame.outline[:, 0] * outward > 0]
    edge = float(side[int(np.argmin(np.abs(side[:, 1] - end_y).round(4))), 0]) - outward * 0.5
    if (edge - start) * outward < 2:
        return ""
    thick = max(kind.rim * 0.62, 1.7)
    arm = np.array(
        [[start, hinge_y - thick], [edge, end_y - thick * 0.55], [edge, end_y + thick * 0.55], [start, hinge_y + thick]]
    )
    shade = path(polygon(moved(arm, 0.0, 3.0)), _SHADOW, opacity=0.12)
    return shade + path(polygon(arm), lab_to_hex(shifted(color, -5.0)))


def _outer_at(lens: Points, y: float, outward: float) -> float:
    """X of the lens's outer edge at a height."""
    half = lens[(lens[:, 0] - lens[:, 0].mean()) * outward > 0]
    return float(half[int(np.argmin(np.abs(half[:, 1] - y).round(4))), 0])


def _bridge(lenses: list[Points], hinge_y: float, height: float, color: Lab, kind: Frame) -> str:
    y = max(hinge_y, hinge_y * 0.5 - height * 0.1) if not kind.double_bridge else hinge_y + height * 0.42
    left, right = (np.array([_outer_at(lens, y, side), y]) for lens, side in zip(lenses, (1.0, -1.0), strict=True))
    tone, width = lab_to_hex(color), max(kind.rim * 0.9, 2.0)
    arch = np.array([left, (left + right) / 2 - [0.0, 4.6], right])
    marks = line(moved(arch, 0.5, 3.0), _SHADOW, width, 0.12) + line(through(arch, 7), tone, width)
    if kind.metal:
        for center, inward in ((left, 1.0), (right, -1.0)):
            pad = center + np.array([inward * 1.8, height * 0.34])
            marks += ellipse(pad, (1.7, 4.0), "#ffffff", 0.55, inward * 14) + line(
                np.array([center + [0.0, 2.0], pad - [0.0, 1.5]]), tone, 1.0
            )
    if kind.double_bridge:
        top = [lens[:, 1].min() + height * 0.10 for lens in lenses]
        ends = [[_outer_at(lens, y0, side), y0] for lens, side, y0 in zip(lenses, (1.0, -1.0), top, strict=True)]
        marks += line(np.array(ends), tone, width)
    return marks


def _rivets(lens: Points, hinge_y: float, color: Lab, kind: Frame, outward: float) -> str:
    """What holds the arm: a silver pin in acetate, a screw in bare glass."""
    x = _outer_at(lens, hinge_y, outward)
    if kind.build == "none":
        return ellipse(np.array([x - outward * 3.0, hinge_y]), (1.9, 1.9), lab_to_hex(color))
    if kind.metal or kind.rim < 5.2:
        return ""
    return ellipse(np.array([x, hinge_y]), (kind.rim * 0.30, kind.rim * 0.17), "#f3eee6", 0.9)
