"""Head coverings and hats: what they look like, and what of the hair they leave to be seen.

All coordinates are head coordinates (see `HeadFrame.place`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from limner.engine.color import lab_to_hex, shifted
from limner.engine.rig.hair_design import Knot, guide, outline
from limner.engine.rig.look import Look
from limner.engine.rig.marks import clip, clipped, path
from limner.engine.rig.skull import HeadFrame
from limner.engine.traits import HeadCovering, Lab, Traits
from limner.engine.vectors import tapered_stroke

Hides = Literal["nothing", "top", "front", "all"]


@dataclass(frozen=True, slots=True)
class Covering:
    """SVG behind the neck and in front, what hair it hides, and where it ends.

    Under a covering that hides the top, hair shows only below `brim_y` (rig units); under one that hides the front,
    only what hangs behind the neck does.
    """

    defs: str = ""
    behind: str = ""
    front: str = ""
    hides: Hides = "nothing"
    covers_ears: bool = False
    brim_y: float = 0.0
    top_y: float = 0.0


@dataclass(frozen=True, slots=True)
class _Cloth:
    """A desk for one covering: places shapes, shades folds, inks edges."""

    frame: HeadFrame
    look: Look
    color: Lab
    uid: str
    crown: float
    """How high the hair on the crown is, in head coordinates (1 is the skull's own height)."""

    @property
    def base(self) -> str:
        return lab_to_hex(self.color)

    def tone(self, lightness: float) -> str:
        """The cloth's colour, lighter or darker by a step of lightness."""
        return lab_to_hex(shifted(self.color, lightness, 1.04))

    def shape(self, knots: list[Knot], fill: str | None = None) -> str:
        return path(outline(self.frame, knots), fill or self.base, self.look.stroke(0.9))

    def fold(self, *points: tuple[float, float], width: float = 4.0, light: bool = False) -> str:
        curve = guide(self.frame, *points)
        return path(tapered_stroke(curve, width), self.tone(9 if light else -11), opacity=0.75)

    def shaded(self, name: str, knots: list[Knot], inside: str) -> tuple[str, str]:
        """(defs, marks) of a shape with marks cut to it, darker towards its lower right."""
        data = outline(self.frame, knots)
        rim = "".join(
            path(data, "none", f' stroke="{self.tone(-26)}" stroke-width="{wide}" transform="translate(3 4)"', 0.09)
            for wide in (34, 24, 14)
        )
        soft = "" if self.look.shading == "cel" else rim
        edge = path(data, "none", self.look.stroke(0.9)) if self.look.ink else ""
        label = f"{self.uid}-{name}"
        return clip(label, data), path(data, self.base) + clipped(label, soft + inside) + edge


def head_covering(frame: HeadFrame, crown: float, traits: Traits, look: Look, uid: str) -> Covering:
    """The person's covering on this head, whose hair is `crown` (rig units) high; an empty one for "none"."""
    draw = _COVERINGS.get(traits.head_covering)
    if draw is None:
        return Covering(top_y=frame.top_y)
    lightness, a, b = traits.head_covering_color
    return draw(_Cloth(frame, look, (min(max(lightness, 18.0), 88.0), a, b), f"{uid}-cover", crown / frame.top_y))


def _hijab(cloth: _Cloth) -> Covering:
    face: list[Knot] = [
        (0.0, -0.78), (0.46, -0.70), (0.80, -0.46), (0.93, -0.08), (0.92, 0.36), (0.76, 0.74), (0.44, 0.99),
        (0.0, 1.08), (-0.44, 0.99), (-0.76, 0.74), (-0.92, 0.36), (-0.93, -0.08), (-0.80, -0.46), (-0.46, -0.70),
    ]  # fmt: skip
    hood: list[Knot] = [
        (0.0, -1.20), (0.58, -1.10), (1.00, -0.80), (1.20, -0.30), (1.22, 0.30), (1.08, 0.86), (1.00, 1.30),
        (0.62, 1.66), (0.0, 1.78), (-0.62, 1.66), (-1.00, 1.30), (-1.08, 0.86), (-1.22, 0.30), (-1.20, -0.30),
        (-1.00, -0.80), (-0.58, -1.10),
    ]  # fmt: skip
    frame = cloth.frame
    opening, whole = outline(frame, face), outline(frame, hood)
    data = whole + opening
    even = ' fill-rule="evenodd"'
    label = f"{cloth.uid}-hood"
    folds = (
        cloth.fold((-0.98, 0.10), (-0.96, 0.70), (-0.30, 1.20), (0.50, 1.24), width=7)
        + cloth.fold((1.04, 0.0), (1.04, 0.66), (0.60, 1.16), (-0.10, 1.40), width=6)
        + cloth.fold((0.90, 0.86), (0.50, 1.28), (-0.20, 1.58), width=5)
        + cloth.fold((-0.20, -1.12), (-0.78, -0.86), (-1.06, -0.30), width=5, light=True)
        + cloth.fold((0.20, -1.08), (0.80, -0.78), (1.04, -0.20), width=5)
    )
    rim = path(opening, "none", f' stroke="{cloth.tone(-13)}" stroke-width="7"', 0.8)
    edge = path(data, "none", cloth.look.stroke(0.9)) if cloth.look.ink else ""
    defs = f'<clipPath id="{label}"><path d="{data}" clip-rule="evenodd"/></clipPath>'
    front = path(data, cloth.base, even) + clipped(label, folds + rim) + edge
    back: list[Knot] = [
        (-1.10, -0.4),
        (-1.30, 0.7),
        (-1.24, 1.5),
        (0.0, 1.9),
        (1.24, 1.5),
        (1.30, 0.7),
        (1.10, -0.4),
        (0.0, -1.0),
    ]
    behind = cloth.shape(back, cloth.tone(-13))
    return Covering(defs, behind, front, "all", covers_ears=True, top_y=frame.top_y * 1.20)


def _wrapped(height: float, width: float) -> list[Knot]:
    return [
        (-0.92, -0.30, 1), (-width, -0.56), (-width * 0.94, -height * 0.82), (-width * 0.52, -height * 0.99),
        (0.0, -height), (width * 0.52, -height * 0.99), (width * 0.94, -height * 0.82), (width, -0.56),
        (0.92, -0.30, 1), (0.52, -0.52), (0.0, -0.66), (-0.52, -0.52),
    ]  # fmt: skip


def _turban(cloth: _Cloth) -> Covering:
    folds = "".join(
        cloth.fold(
            (side * 1.18, -0.50 - rise), (side * 0.5, -0.74 - rise * 0.9), (side * -0.12, -0.92 - rise * 0.8), width=6
        )
        for side in (-1.0, 1.0)
        for rise in (0.0, 0.18, 0.36, 0.54)
    )
    folds += cloth.fold((-0.60, -0.54), (0.0, -0.80), (0.14, -1.40), width=8, light=True)
    defs, front = cloth.shaded("turban", _wrapped(1.40, 1.18), folds)
    return Covering(defs, "", front, "all", top_y=cloth.frame.top_y * 1.41)


def _patka(cloth: _Cloth) -> Covering:
    knob: list[Knot] = [
        (-0.26, -1.06),
        (-0.34, -1.26),
        (-0.22, -1.42),
        (0.0, -1.47),
        (0.22, -1.42),
        (0.34, -1.26),
        (0.26, -1.06),
    ]
    folds = "".join(
        cloth.fold((side * x, -0.50 + 0.10 * x), (side * x * 0.8, -0.86), (side * 0.10, -1.08), width=4)
        for side in (-1.0, 1.0)
        for x in (0.35, 0.66, 0.94)
    )
    defs, cap = cloth.shaded("patka", _wrapped(1.13, 1.06), folds)
    knot_defs, knot = cloth.shaded("knot", knob, cloth.fold((-0.2, -1.14), (0.0, -1.30), (0.2, -1.14), width=4))
    tie = cloth.shape(
        [(-0.30, -1.10), (0.0, -1.14), (0.30, -1.10), (0.30, -1.03), (0.0, -1.06), (-0.30, -1.03)], cloth.tone(-13)
    )
    return Covering(defs + knot_defs, "", knot + cap + tie, "all", top_y=cloth.frame.top_y * 1.48)


def _headscarf(cloth: _Cloth) -> Covering:
    scarf: list[Knot] = [
        (-1.08, 0.14, 1), (-1.16, -0.34), (-1.02, -0.84), (-0.58, -1.12), (0.0, -1.20), (0.58, -1.12), (1.02, -0.84),
        (1.16, -0.34), (1.08, 0.14, 1), (0.94, -0.16), (0.80, -0.42), (0.44, -0.58), (0.0, -0.63), (-0.44, -0.58),
        (-0.80, -0.42), (-0.94, -0.16),
    ]  # fmt: skip
    tails: list[Knot] = [
        (0.94, -0.06, 1), (1.20, 0.06), (1.42, 0.40), (1.58, 0.78, 1), (1.36, 0.66), (1.26, 0.54), (1.30, 0.82),
        (1.28, 1.10, 1), (1.10, 0.86), (1.00, 0.44),
    ]  # fmt: skip
    folds = (
        cloth.fold((-0.70, -0.48), (-0.90, -0.70), (-0.60, -1.02), width=5)
        + cloth.fold((0.30, -0.60), (0.86, -0.66), (1.10, -0.10), width=6)
        + cloth.fold((-0.10, -0.62), (0.60, -0.84), (1.08, -0.40), width=5)
        + cloth.fold((-0.50, -1.06), (0.10, -1.02), (0.70, -0.80), width=5, light=True)
    )
    defs, front = cloth.shaded("scarf", scarf, folds)
    return Covering(
        defs, cloth.shape(tails, cloth.tone(-9)), front, "front", covers_ears=True,
        brim_y=_y(cloth, -0.50), top_y=cloth.frame.top_y * 1.2,
    )  # fmt: skip


def _kippah(cloth: _Cloth) -> Covering:
    top = -cloth.crown
    cap: list[Knot] = [
        (-0.50, top + 0.15, 1), (-0.34, top), (0.0, top - 0.06), (0.34, top), (0.50, top + 0.15, 1),
        (0.26, top + 0.10), (0.0, top + 0.08), (-0.26, top + 0.10),
    ]  # fmt: skip
    sheen = cloth.fold((-0.30, top + 0.05), (0.0, top), (0.30, top + 0.05), width=3, light=True)
    defs, front = cloth.shaded("kippah", cap, sheen)
    return Covering(defs, "", front, top_y=cloth.frame.top_y * (cloth.crown + 0.07))


def _beanie(cloth: _Cloth) -> Covering:
    dome: list[Knot] = [
        (-1.10, -0.52, 1), (-1.12, -0.86), (-0.84, -1.24), (-0.40, -1.42), (0.0, -1.46), (0.40, -1.42), (0.84, -1.24),
        (1.12, -0.86), (1.10, -0.52, 1), (0.0, -0.64),
    ]  # fmt: skip
    brim: list[Knot] = [
        (-1.15, -0.36), (-1.18, -0.62), (-0.60, -0.78), (0.0, -0.82), (0.60, -0.78), (1.18, -0.62), (1.15, -0.36),
        (0.60, -0.50), (0.0, -0.54), (-0.60, -0.50),
    ]  # fmt: skip
    ribs = "".join(
        cloth.fold((x, -0.62 + 0.1 * x * x), (x * 1.02, -1.0), (x * 0.42, -1.42), width=3)
        for x in (-0.9, -0.6, -0.3, 0.0, 0.3, 0.6, 0.9)
    )
    stitches = "".join(
        cloth.fold((x, -0.80 + 0.14 * x * x), (x * 1.01, -0.66 + 0.14 * x * x), (x, -0.50 + 0.14 * x * x), width=3)
        for x in (-0.98, -0.78, -0.58, -0.38, -0.18, 0.02, 0.22, 0.42, 0.62, 0.82, 1.0)
    )
    ball: list[Knot] = [
        (-0.22, -1.44),
        (-0.27, -1.60),
        (-0.12, -1.74),
        (0.10, -1.74),
        (0.26, -1.60),
        (0.22, -1.44),
        (0.0, -1.38),
    ]
    dome_defs, top = cloth.shaded("dome", dome, ribs)
    brim_defs, edge = cloth.shaded("brim", brim, stitches)
    return Covering(
        dome_defs + brim_defs, "", cloth.shape(ball, cloth.tone(13)) + top + edge, "top",
        brim_y=_y(cloth, -0.62), top_y=cloth.frame.top_y * 1.75,
    )  # fmt: skip


def _cap(cloth: _Cloth) -> Covering:
    dome: list[Knot] = [
        (-1.06, -0.46, 1), (-1.10, -0.86), (-0.80, -1.20), (-0.36, -1.34), (0.0, -1.36), (0.36, -1.34), (0.80, -1.20),
        (1.10, -0.86), (1.06, -0.46, 1), (0.56, -0.62), (0.0, -0.66), (-0.56, -0.62),
    ]  # fmt: skip
    visor: list[Knot] = [
        (-0.84, -0.56, 1), (-0.44, -0.70), (0.0, -0.73), (0.44, -0.70), (0.84, -0.56, 1), (0.86, -0.38), (0.50, -0.36),
        (0.0, -0.38), (-0.50, -0.36), (-0.86, -0.38),
    ]  # fmt: skip
    seams = "".join(cloth.fold((x, -0.66), (x * 1.15, -1.0), (0.0, -1.35), width=2.4) for x in (-0.62, 0.0, 0.62))
    button = cloth.shape([(-0.08, -1.35), (0.0, -1.41), (0.08, -1.35), (0.0, -1.32)], cloth.tone(-9))
    dome_defs, top = cloth.shaded("dome", dome, seams)
    shade = path(
        outline(
            cloth.frame, [(-0.86, -0.40), (0.0, -0.42), (0.86, -0.40), (0.70, -0.26), (0.0, -0.28), (-0.70, -0.26)]
        ),
        "#3a2230",
        opacity=0.22,
    )
    visor_defs, front = cloth.shaded(
        "visor", visor, cloth.fold((-0.7, -0.46), (0.0, -0.50), (0.7, -0.46), width=4, light=True)
    )
    return Covering(
        dome_defs + visor_defs, "", button + top + shade + front, "top",
        brim_y=_y(cloth, -0.60), top_y=cloth.frame.top_y * 1.42,
    )  # fmt: skip


def _sun_hat(cloth: _Cloth) -> Covering:
    brim: list[Knot] = [
        (-1.72, -0.46), (-1.30, -0.80), (-0.60, -0.94), (0.0, -0.97), (0.60, -0.94), (1.30, -0.80), (1.72, -0.46),
        (1.30, -0.36), (0.70, -0.48), (0.0, -0.53), (-0.70, -0.48), (-1.30, -0.36),
    ]  # fmt: skip
    dome: list[Knot] = [
        (-0.98, -0.76), (-1.0, -1.10), (-0.66, -1.42), (0.0, -1.50), (0.66, -1.42), (1.0, -1.10), (0.98, -0.76),
        (0.0, -0.90),
    ]  # fmt: skip
    ribbon: list[Knot] = [
        (-0.99, -0.74), (-1.01, -0.96), (-0.5, -1.08), (0.0, -1.11), (0.5, -1.08), (1.01, -0.96), (0.99, -0.74),
        (0.5, -0.87), (0.0, -0.90), (-0.5, -0.87),
    ]  # fmt: skip
    weave = "".join(cloth.fold((-1.4, y), (0.0, y - 0.14), (1.4, y), width=2.6) for y in (-0.56, -0.66, -0.74))
    shade = path(
        outline(
            cloth.frame, [(-0.96, -0.36), (0.0, -0.52), (0.96, -0.36), (0.80, -0.20), (0.0, -0.30), (-0.80, -0.20)]
        ),
        "#3a2230",
        opacity=0.2,
    )
    brim_defs, around = cloth.shaded("brim", brim, weave)
    dome_defs, top = cloth.shaded(
        "dome", dome, cloth.fold((-0.7, -1.3), (0.0, -1.42), (0.6, -1.34), width=6, light=True)
    )
    band = cloth.shape(ribbon, cloth.tone(-26 if cloth.color[0] > 45 else 24))
    return Covering(
        brim_defs + dome_defs, "", shade + around + top + band, "top",
        brim_y=_y(cloth, -0.62), top_y=cloth.frame.top_y * 1.51,
    )  # fmt: skip


def _headband(cloth: _Cloth) -> Covering:
    """It lies on the hair: thin hair draws it in, thick hair pushes it out."""
    wide, tall = float(np.interp(cloth.crown, [1.03, 1.2, 1.52], [0.925, 1.0, 1.2])), (cloth.crown - 0.06) / 1.16

    def fit(*knots: Knot) -> list[Knot]:
        return [(k[0] * wide, k[1] * tall) if len(k) == 2 else (k[0] * wide, k[1] * tall, k[2]) for k in knots]

    band = fit(
        (-1.06, -0.36), (-1.12, -0.58), (-0.84, -0.96), (-0.40, -1.12), (0.0, -1.16), (0.40, -1.12), (0.84, -0.96),
        (1.12, -0.58), (1.06, -0.36), (0.92, -0.56), (0.70, -0.82), (0.34, -0.96), (0.0, -0.99), (-0.34, -0.96),
        (-0.70, -0.82), (-0.92, -0.56),
    )  # fmt: skip
    sheen = cloth.fold(
        (-0.9 * wide, -0.74 * tall), (0.0, -1.10 * tall), (0.9 * wide, -0.74 * tall), width=4, light=True
    )
    defs, front = cloth.shaded("band", band, sheen)
    bow = cloth.shape(fit((0.44, -1.01), (0.28, -1.24), (0.02, -1.26), (0.04, -1.02), (0.20, -0.90)))
    bow += cloth.shape(fit((0.44, -1.01), (0.62, -1.20), (0.88, -1.14), (0.86, -0.90), (0.66, -0.84)))
    bow += cloth.shape(fit((0.34, -1.01), (0.44, -1.09), (0.54, -1.01), (0.44, -0.92)), cloth.tone(-9))
    return Covering(defs, "", front + bow, top_y=cloth.frame.top_y * 1.27 * tall)


def _y(cloth: _Cloth, v: float) -> float:
    return float(cloth.frame.place([(0.0, v)])[0, 1])


_COVERINGS: Final[dict[HeadCovering, Callable[[_Cloth], Covering]]] = {
    "headscarf": _headscarf,
    "hijab": _hijab,
    "turban": _turban,
    "patka": _patka,
    "kippah": _kippah,
    "beanie": _beanie,
    "cap": _cap,
    "sun-hat": _sun_hat,
    "headband": _headband,
}
