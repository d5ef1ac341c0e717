"""Eyes: white, ringed iris, catch lights, lid shadow and a tapered lash line."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine.arrays import Points
from limner.engine.color import lab_to_hex, shifted
from limner.engine.rig.look import Look
from limner.engine.rig.marks import moved, path, radial, url
from limner.engine.rig.shape import EYES, IRISES, FaceShape
from limner.engine.rig.skin_ramp import SkinRamp
from limner.engine.rig.strands import through
from limner.engine.traits import AgeBand, EyeColor, Lab, Traits
from limner.engine.vectors import closed_curve, polygon, tapered_stroke, tube

IRIS: Final[dict[EyeColor, Lab]] = {
    "dark-brown": (21.0, 10.0, 11.0),
    "brown": (35.0, 15.0, 25.0),
    "hazel": (46.0, 9.0, 33.0),
    "green": (51.0, -13.0, 22.0),
    "grey": (56.0, -4.0, -6.0),
    "blue": (53.0, -7.0, -27.0),
}
_APERTURE: Final[dict[AgeBand, tuple[float, float]]] = {
    "adult": (0.50, 0.74),
    "child": (0.66, 0.88),
    "baby": (0.72, 0.94),
}
"""Least and largest height of an open eye, in eye widths."""
_LEAST_APERTURE: Final = 0.22
"""A squint is opened to this height, in eye widths."""
_CLOSED: Final = 0.93


@dataclass(frozen=True, slots=True)
class Eye:
    """One eye's lids in rig units, both from the outer to the inner corner, (9, 2); `outward` is -1 left, 1 right."""

    upper: Points
    lower: Points
    outward: float

    @property
    def width(self) -> float:
        """Corner to corner."""
        return float(np.linalg.norm(self.upper[0] - self.upper[-1]))

    @property
    def height(self) -> float:
        """Open height at the middle."""
        return float(self.lower[:, 1].max() - self.upper[:, 1].min())

    def blinked(self, blink: float) -> "Eye":
        """The upper lid lowered by `blink` 0..1 towards where lids meet, a little above the lower lid's line."""
        meet = self.lower - np.array([0.0, self.height * 0.06]) * np.sin(np.linspace(0, np.pi, 9))[:, None]
        return Eye(self.upper * (1 - blink) + meet * blink, self.lower, self.outward)


def eyes_of(shape: FaceShape, traits: Traits, smile: float) -> tuple[Eye, Eye]:
    """Left and right eye (of the picture): the rig's almond, drawn nearer to the photo's own lids by the likeness."""
    aperture = _aperture(traits) * shape.layout.aperture
    strength = _own_lids(traits)
    result: list[Eye] = []
    for side, mesh in enumerate(EYES):
        outward = 1.0 if side else -1.0
        drawn = _drawn(shape.at(mesh[0], mesh[8]), aperture, outward, smile)
        own = _own(shape.at(*mesh), outward)
        upper, lower = (a + (b - a) * strength for a, b in ((drawn.upper, own.upper), (drawn.lower, own.lower)))
        result.append(Eye(upper, lower, outward))
    return result[0], result[1]


def _own_lids(traits: Traits) -> float:
    if traits.drawing is None:
        return 0.0
    return float(np.clip(traits.likeness, 0, 1))


def _own(loop: Points, outward: float) -> Eye:
    """The photo's lids, opened at least to a friendly slit."""
    upper, lower = loop[0:9], np.vstack([loop[8:], loop[:1]])[::-1]
    width = float(np.linalg.norm(loop[0] - loop[8]))
    height = float((lower[:, 1] - upper[:, 1]).max())
    if height < _LEAST_APERTURE * width:
        chord = loop[0] + (loop[8] - loop[0]) * np.linspace(0, 1, 9)[:, None]
        factor = _LEAST_APERTURE * width / max(height, 1e-3)
        factor = min(factor, 6.0)
        upper, lower = chord + (upper - chord) * factor, chord + (lower - chord) * factor
    return Eye(upper, lower, outward)


def _aperture(traits: Traits) -> float:
    low, high = _APERTURE[traits.age_band]
    return float(np.interp(traits.eye_openness, [0.18, 0.46], [low, high]))


def _drawn(corners: Points, aperture: float, outward: float, smile: float) -> Eye:
    """A full almond: the upper lid's peak lies a little inward, the lower lid's deepest point outward."""
    outer, inner = corners
    width = float(np.linalg.norm(outer - inner))
    t = np.linspace(0.0, 1.0, 9)
    chord = outer + (inner - outer) * t[:, None]
    tilt = np.clip((inner[1] - outer[1]) / width, -0.06, 0.16)
    chord[:, 1] = (outer[1] + inner[1]) / 2 + (t - 0.5) * tilt * width
    rise = np.sin(np.pi * t**0.96) ** 0.66 * aperture * width * 0.62
    fall = np.sin(np.pi * t**1.04) ** 0.62 * aperture * width * (0.38 - 0.13 * smile)
    upper, lower = chord.copy(), chord.copy()
    upper[:, 1] -= rise
    lower[:, 1] += fall
    return Eye(upper, lower, outward)


def draw_eyes(
    shape: FaceShape, traits: Traits, skin: SkinRamp, look: Look, uid: str, blink: float, smile: float
) -> tuple[str, str]:
    """(defs, marks) of both eyes."""
    defs: list[str] = []
    marks: list[str] = []
    lash = lab_to_hex((13.0, 6.0, 5.0)) if look.ink is None else look.ink
    for side, eye in enumerate(eyes_of(shape, traits, smile)):
        lids = eye.blinked(blink)
        if blink < _CLOSED:
            iris = _iris_place(eye, shape.at(*IRISES[side]), _own_lids(traits))
            ball_defs, ball = _ball(eye, lids, iris, traits, skin.white, look, f"{uid}-eye{side}")
            defs.append(ball_defs)
            marks.append(ball)
        dark = None if traits.drawing is None else traits.drawing.lids[side]
        marks.append(_lids(lids, traits, skin, lash, blink, dark))
    return "".join(defs), "".join(marks)


def _iris_place(eye: Eye, seen: Points, share: float) -> tuple[Points, float]:
    """Centre and radius of the iris: the rig's large one, or nearer to where and how large the photo has it."""
    radius = float(np.clip(eye.height * 0.555, eye.width * 0.30, eye.width * 0.41))
    center = eye.upper.mean(axis=0) * 0.5 + eye.lower.mean(axis=0) * 0.5
    center = center + np.array([-eye.outward * eye.width * 0.015, -eye.height * 0.075])
    own_radius = float(np.linalg.norm(seen[1:] - seen[0], axis=1).mean()) * 1.05
    own_radius = float(np.clip(own_radius, eye.width * 0.225, eye.width * 0.29))
    # A gaze far to the side is the moment's, not the person's.
    reach = np.array([eye.width * 0.08, eye.height * 0.10])
    own_center = center + np.clip(seen[0] - center, -reach, reach)
    return center + (own_center - center) * share, radius + (own_radius - radius) * share


def _ball(
    eye: Eye, lids: Eye, iris_place: tuple[Points, float], traits: Traits, white: str, look: Look, name: str
) -> tuple[str, str]:
    """(defs, marks): everything between the lids. Shapes are cut by geometry: a clip path costs the raster a layer."""
    upper, lower = through(lids.upper, 49), through(lids.lower, 49)
    center, radius = iris_place
    slit = Slit(upper, lower)
    iris_defs, iris = _iris(slit, center, radius, IRIS[traits.eye_color], look, name)
    shadow = np.vstack([upper, moved(upper, 0, eye.height * 0.15)[::-1]])
    marks = path(polygon(np.vstack([upper, lower[::-1]])), white) + iris
    marks += path(polygon(slit.cut(shadow)), "#3b2c4a", opacity=0.24) + _catch_lights(
        slit, center, radius, _own_lids(traits)
    )
    return iris_defs, marks


@dataclass(frozen=True, slots=True)
class Slit:
    """The opening between two lids, each (n, 2) and running steadily to one side."""

    upper: Points
    lower: Points

    def cut(self, outline: Points) -> Points:
        """A dense outline (n, 2), pushed back to the lids where it leaves the opening."""
        x = np.clip(outline[:, 0], self.upper[:, 0].min(), self.upper[:, 0].max())
        top, bottom = self._height(self.upper, x), self._height(self.lower, x)
        return np.stack([x, np.clip(outline[:, 1], np.minimum(top, bottom), bottom)], axis=1)

    def disc(self, center: Points, radii: tuple[float, float], fill: str, opacity: float = 1.0) -> str:
        """An ellipse as far as it shows in the opening."""
        angle = np.linspace(0, 2 * np.pi, 90, endpoint=False)
        outline = center + np.stack([np.cos(angle) * radii[0], np.sin(angle) * radii[1]], axis=1)
        return path(polygon(self.cut(outline)), fill, opacity=opacity)

    @staticmethod
    def _height(lid: Points, x: Points) -> Points:
        order = np.argsort(lid[:, 0].round(4), kind="stable")
        return np.asarray(np.interp(x, lid[order, 0], lid[order, 1]), np.float64)


def _iris(slit: Slit, center: Points, radius: float, color: Lab, look: Look, name: str) -> tuple[str, str]:
    """Dark ring, body, a lighter bowl at the bottom where light gathers, and the pupil."""
    ring = lab_to_hex(shifted(color, -17.0 if color[0] > 30 else -11.0, 1.0))
    body, glow = lab_to_hex(color), lab_to_hex(shifted(color, 17.0 if color[0] > 30 else 13.0, 1.2, 4.0))
    x, y = float(center[0]), float(center[1])
    if look.shading == "cel":
        defs, fill = "", body
        bowl = slit.disc(moved(center, 0, radius * 0.34), (radius * 0.66, radius * 0.5), glow, 0.85)
    else:
        stops = ((0.0, glow, 1.0), (0.55, body, 1.0), (1.0, ring, 1.0))
        defs, fill = radial(f"{name}i", (x, y + radius * 0.55), radius * 1.45, stops), url(f"{name}i")
        bowl = slit.disc(moved(center, 0, radius * 0.52), (radius * 0.56, radius * 0.30), glow, 0.55)
    outer = slit.disc(center, (radius, radius), ring) + slit.disc(center, (radius * 0.9, radius * 0.9), fill)
    return defs, outer + bowl + slit.disc(center, (radius * 0.54, radius * 0.54), "#15101a")


def _catch_lights(slit: Slit, center: Points, radius: float, own: float) -> str:
    """A large and a small light; smaller where the eye is the person's own, so that it keeps its darkness."""
    size = radius * (1 - 0.36 * own)
    large = slit.disc(center + np.array([-0.33, -0.31]) * radius, (size * 0.28, size * 0.28), "#ffffff")
    return large + slit.disc(
        center + np.array([0.40, 0.42]) * radius, (size * 0.13, size * 0.13), "#ffffff", 0.85 - 0.3 * own
    )


def _lids(lids: Eye, traits: Traits, skin: SkinRamp, lash: str, blink: float, dark: float | None) -> str:
    child = traits.age_band != "adult"
    weight = lids.width / 48.0 * (1.15 if traits.lashes else 0.86) * (0.9 if child else 1.0)
    if dark is not None:
        weight *= 1 - _own_lids(traits) * 0.45 * (1 - dark)
    marks = path(closed_curve(_lash_line(lids, weight, traits.lashes), 0.8), lash)
    if traits.lashes:
        marks += _lashes(lids, weight * (1 - 0.5 * _own_lids(traits)), lash, blink)
    if blink < _CLOSED:
        marks += path(tapered_stroke(lids.lower[:8], 2.2), skin.deep, opacity=0.6)
    if not child:
        crease = lids.upper[1:8] - np.array([0.0, 8.4 - 3.0 * blink])
        crease[:, 1] += np.linspace(-1, 1, 7) ** 2 * 1.6
        marks += path(tapered_stroke(crease, 2.6), skin.deep, opacity=0.75 * (1 - 0.4 * blink))
    return marks


def _lash_line(lids: Eye, weight: float, wing: bool) -> Points:  # noqa: FBT001 - read as a word at the only call
    """A band on the upper lid: thick towards the outer end, pointed at the inner corner."""
    thickness = np.interp(np.linspace(0, 1, 9), [0, 0.25, 0.7, 1], [3.6, 5.0, 3.8, 0.9]) * weight
    over = lids.upper.copy()
    over[:, 1] -= thickness
    reach = (6.5 if wing else 3.2) * weight
    tip = lids.upper[0] + np.array([lids.outward * reach, -(3.4 if wing else 0.6) * weight])
    return np.vstack([tip[None], lids.upper + np.array([0.0, 0.8]), over[::-1]])


def _lashes(lids: Eye, weight: float, lash: str, blink: float) -> str:
    """Three curved lashes at the outer end of the upper lid; they point down when it is closed."""
    rise = -0.8 + 1.35 * blink
    marks: list[str] = []
    for at, length, lean in ((0.35, 8.5, 1.0), (1.15, 8.5, 0.72), (2.0, 7.5, 0.46)):
        low = int(at)
        root = (
            lids.upper[low] * (1 - at + low)
            + lids.upper[low + 1] * (at - low)
            - np.array([0.0, 2.6 * weight * (1 - blink)])
        )
        tip = root + np.array([lids.outward * lean, rise]) * length * weight
        bend = (root + tip) / 2 + np.array([lids.outward * 1.3, 1.5 - 0.8 * blink]) * weight
        marks.append(path(closed_curve(tube(np.vstack([root, bend, tip]), 3.4 * weight, 0.5, 6)), lash))
    return "".join(marks)
