"""Painting a hairstyle: base, shadow, locks, strands and a comb of light along the flow."""

from collections.abc import Sequence

import numpy as np

from limner.engine.arrays import Points
from limner.engine.rig.anime_hair import anime_flow, anime_tips
from limner.engine.rig.hair_design import HairDesign, Streaks, Tress
from limner.engine.rig.hair_ramp import HairRamp
from limner.engine.rig.look import Look
from limner.engine.rig.marks import clip, clipped, linear, path, url
from limner.engine.rig.skull import HeadFrame
from limner.engine.rig.strands import spread_strands, stretch
from limner.engine.vectors import tapered_stroke


def paint_hair(frame: HeadFrame, design: HairDesign, ramp: HairRamp, look: Look, uid: str) -> tuple[str, str, str]:
    """(defs, behind, front) of a hairstyle."""
    defs = [_gradients(frame, ramp, look, uid)]
    sides: list[str] = []
    for name, tresses in (("behind", design.behind), ("front", design.front)):
        marks: list[str] = []
        for i, tress in enumerate(tresses):
            label = f"{uid}-{name}{i}"
            if name == "front" or tress.coils:
                defs.append(clip(label, tress.outline))
            last = name == "front" and i == len(tresses) - 1
            streaks = design.streaks if last else Streaks()
            marks.append(_tress(frame, tress, streaks, ramp, look, uid, label, name == "behind"))
        sides.append("".join(marks))
    behind, front = sides
    if design.opacity < 1 and front and look.ink is None:
        front = f'<g opacity="{design.opacity:.2f}">{front}</g>'
    return "".join(defs), behind, front


def _gradients(frame: HeadFrame, ramp: HairRamp, look: Look, uid: str) -> str:
    if look.shading == "cel":
        return ""
    wide, top, chin = frame.half_width, frame.top_y, frame.chin_y
    front = ((0.0, ramp.light, 1.0), (0.45, ramp.base, 1.0), (1.0, ramp.dark, 1.0))
    behind = ((0.0, ramp.dark, 1.0), (0.5, ramp.dark, 1.0), (1.0, ramp.base, 1.0))
    return linear(f"{uid}-hair", (-0.5 * wide, top * 1.25), (0.35 * wide, chin * 0.75), front) + linear(
        f"{uid}-back", (0.0, top * 0.4), (0.0, chin * 2.2), behind
    )


def _tress(  # noqa: PLR0913, PLR0917 - a tress, its place and its paint
    frame: HeadFrame,
    tress: Tress,
    streaks: Streaks,
    ramp: HairRamp,
    look: Look,
    uid: str,
    label: str,
    behind: bool,  # noqa: FBT001
) -> str:
    flat = ramp.dark if behind else ramp.base
    fill = flat if look.shading == "cel" else url(f"{uid}-back" if behind else f"{uid}-hair")
    inside = path(tress.shade, ramp.deep if behind else ramp.dark, opacity=0.75) if tress.shade else ""
    if look.features != "anime":
        inside += _streaks(streaks, ramp)
    if look.features == "anime":
        inside += anime_flow(frame, tress, ramp, behind=behind)
    elif tress.guides:
        inside += _flow(tress, ramp, look, behind, len(label))
    if look.shading != "cel" and (tress.coils or not behind):
        inside += _rounding(tress.outline, ramp.deep)
    if tress.coils:
        inside += _strokes(tress.coils[::2], 4.2, ramp.deep, 0.5) + _strokes(
            tress.coils[1::2], 3.4, ramp.dark if behind else ramp.light, 0.7
        )
    rim = ""
    if look.shading == "wash" and not behind:
        rim = path(tress.outline, "none", f' stroke="{ramp.shine}" stroke-width="3"', 0.35)
    edge = path(tress.outline, "none", look.stroke()) if look.ink else ""
    content = inside + rim if behind and not tress.coils else clipped(label, inside + rim)
    tips = "" if look.features != "anime" or behind else anime_tips(frame, tress, flat, look)
    return tips + path(tress.outline, fill) + content + edge


def _rounding(outline: str, color: str) -> str:
    """Darker towards the lower right edge, in soft steps."""
    return "".join(
        path(outline, "none", f' stroke="{color}" stroke-width="{width}" transform="translate(2 3)"', 0.075)
        for width in (34, 25, 17, 9)
    )


def _flow(tress: Tress, ramp: HairRamp, look: Look, behind: bool, seed: int) -> str:  # noqa: FBT001
    count, cel = tress.strands, look.shading == "cel"
    marks = ""
    if not cel:
        marks += _strokes(spread_strands(tress.guides, max(count // 3, 3), seed + 1), 12.0, ramp.dark, 0.34)
        marks += _strokes(spread_strands(tress.guides, max(count // 3, 3), seed + 2), 9.0, ramp.light, 0.22)
    if tress.shine is not None and not behind:
        marks += _comb(tress, ramp, cel=cel)
    marks += _strokes(spread_strands(tress.guides, count if not cel else count // 2, seed + 3), 2.6, ramp.deep, 0.62)
    if not cel and not behind:
        marks += _strokes(spread_strands(tress.guides, max(2 * count // 3, 3), seed + 4), 2.0, ramp.shine, 0.55)
    return marks


def _comb(tress: Tress, ramp: HairRamp, *, cel: bool) -> str:
    """Light across the flow: overlapping spindles, longest in the middle."""
    start, end = tress.shine or (0.0, 0.0)
    count = max(tress.strands, 8)
    rng = np.random.default_rng(count)
    spindles: list[Points] = []
    guides = tress.guides
    for k in range(count):
        across = (k + 0.5) / count
        where = across * (len(guides) - 1)
        first = min(int(where), len(guides) - 2)
        whole = guides[first] * (1 - where + first) + guides[first + 1] * (where - first)
        reach = (end - start) * (0.45 + 0.55 * np.sin(np.pi * across)) * float(rng.uniform(0.7, 1.5)) / 2
        middle = (start + end) / 2 + float(rng.uniform(-0.04, 0.04))
        spindles.append(stretch(whole, max(middle - reach, 0.0), min(middle + reach, 1.0), 9))
    return _strokes(spindles, 5.6, ramp.light if cel else ramp.shine, 0.9 if cel else 0.42)


def _strokes(curves: Sequence[Points], width: float, color: str, opacity: float) -> str:
    return path("".join(tapered_stroke(curve, width) for curve in curves), color, opacity=opacity)


def _streaks(streaks: Streaks, ramp: HairRamp) -> str:
    marks = ""
    for data, color, opacity in (
        (streaks.dark_patches, ramp.dark, 0.6),
        (streaks.light_patches, ramp.light, 0.5),
        (streaks.dark, ramp.deep, 0.55),
        (streaks.light, ramp.shine, 0.5),
    ):
        if data:
            marks += path(data, color, opacity=opacity)
    return marks
