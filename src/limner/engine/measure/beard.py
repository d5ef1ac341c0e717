"""Beard and moustache: dark and less colourful than shaded skin, with the texture of hair."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from limner.engine import opencv
from limner.engine.arrays import F32, Bools, Points
from limner.engine.measure.head_crop import UNIT_PX, HeadCrop
from limner.engine.measure.reading import Reading
from limner.engine.measure.regions import CHEEK_LEFT, CHEEK_RIGHT, SHAPE, hull
from limner.engine.traits import BeardStyle, Lab, MoustacheStyle


@dataclass(frozen=True, slots=True)
class BeardReadings:
    """Styles and one colour for both."""

    beard: Reading[BeardStyle]
    moustache: Reading[MoustacheStyle]
    color: Reading[Lab]


@dataclass(frozen=True, slots=True)
class _Patch:
    """A part of the lower face against the cheeks: darker by, less chromatic by (Lab), texture relative to theirs."""

    darker: float
    greyer: float
    texture: float

    @property
    def hair(self) -> float:
        """0 skin .. 1 beard: all three signs are needed, since a shadow is dark and lips are textured."""
        grey = min(max((self.greyer + 2.0) / 9.0, 0.0), 1.0)
        dark = min(max((self.darker - 6.0) / 18.0, 0.0), 1.0)
        rough = min(max((self.texture - 0.9) / 0.9, 0.0), 1.0)
        return round((dark * grey * rough) ** (1 / 3), 3)


_OUTER: Final = 0.93
_INNER: Final = 0.80
_FULL: Final = 24.0
"""Steps of lightness below the cheeks from which on no skin shows through."""
_JAW_LEFT: Final = (132, 58, 172, 136, 150, 149)
_JAW_RIGHT: Final = (361, 288, 397, 365, 379, 378)


def measure_beard(crop: HeadCrop, skin: Lab, *, possible: bool) -> BeardReadings:
    """Styles and colour; `possible` is False for children and turned faces, whose shadows mislead."""
    if not possible:
        return BeardReadings(Reading("none", 0.95), Reading("none", 0.95), Reading((25.0, 3.0, 6.0), 0.1))
    areas = beard_areas(crop.points)
    cheeks = hull(crop.points, CHEEK_LEFT) | hull(crop.points, CHEEK_RIGHT)
    lightness = np.ascontiguousarray(crop.lab[..., 0])
    fine = np.abs(lightness - opencv.blur(lightness, 3.0))
    patches = _patches(crop, fine, cheeks, areas)
    jaw = min(patches["jaw-left"].hair, patches["jaw-right"].hair)
    chin, lip = patches["chin"].hair, patches["lip"].hair
    return BeardReadings(
        _beard(jaw, chin, lip, patches["chin"].darker),
        _moustache(lip, chin, patches["lip"].darker),
        _color(crop, skin, areas, max(jaw, chin, lip)),
    )


def beard_areas(points: Points) -> dict[str, Bools]:
    """Lip, chin and both jaws as masks of the head crop."""
    unit = UNIT_PX
    lip = points[[40, 39, 37, 0, 267, 269, 270]]
    below, chin = points[17], points[152]

    def fill(corners: Points) -> Bools:
        return opencv.erode(opencv.fill_polygon(SHAPE, corners), 3) > 0.5

    def jaw(ids: tuple[int, ...]) -> Bools:
        line = points[list(ids)] - points[4]
        return fill(np.vstack([points[4] + line * _OUTER, (points[4] + line * _INNER)[::-1]]))

    chin_corners = np.vstack(
        [
            below + np.array([[-0.11, 0.10], [0.11, 0.10]]) * unit,
            chin + np.array([[0.10, -0.03], [-0.10, -0.03]]) * unit,
        ]
    )
    return {
        "lip": fill(np.vstack([lip - [0, 0.022 * unit], (lip - [0, 0.075 * unit])[::-1]])),
        "chin": fill(chin_corners),
        "jaw-left": jaw(_JAW_LEFT),
        "jaw-right": jaw(_JAW_RIGHT),
    }


def _patches(crop: HeadCrop, fine: F32, cheeks: Bools, areas: dict[str, Bools]) -> dict[str, _Patch]:
    if int(cheeks.sum()) < 50:
        return dict.fromkeys(areas, _Patch(0.0, 0.0, 0.0))
    there, roughness = np.median(crop.lab[cheeks], axis=0), max(float(fine[cheeks].mean()), 0.4)
    return {name: _patch(crop.lab[area], fine[area], there, roughness) for name, area in areas.items()}


def _patch(lab: F32, fine: F32, there: F32, roughness: float) -> _Patch:
    """Pixels of one part, Lab (n, 3) and fine contrast (n,), against the cheeks' middle colour and mean contrast."""
    if len(lab) < 12:
        return _Patch(0.0, 0.0, 0.0)
    here = np.median(lab, axis=0)
    greyer = float(np.hypot(there[1], there[2]) - np.hypot(here[1], here[2]))
    return _Patch(round(float(there[0] - here[0]), 2), round(greyer, 2), round(float(fine.mean()) / roughness, 2))


def _beard(jaw: float, chin: float, lip: float, dark: float) -> Reading[BeardStyle]:
    if jaw > 0.72 and chin > 0.6 and dark > _FULL:
        return Reading("full", round(jaw, 2))
    if chin > 0.75 and jaw < 0.4:
        return Reading("goatee", round(chin * 0.8, 2))
    if max(jaw, min(chin, lip)) > 0.42:
        return Reading("stubble", round(0.4 + max(jaw, chin) * 0.4, 2))
    return Reading("none", round(0.9 - max(jaw, chin) * 0.5, 2))


def _moustache(lip: float, chin: float, dark: float) -> Reading[MoustacheStyle]:
    if lip > 0.78 and dark > _FULL:
        return Reading("full", round(lip * 0.9, 2))
    if lip > 0.62 and chin > 0.45:
        return Reading("thin", 0.5)
    return Reading("none", round(0.9 - lip * 0.5, 2))


def _color(crop: HeadCrop, skin: Lab, areas: dict[str, Bools], strength: float) -> Reading[Lab]:
    everywhere = np.logical_or.reduce(list(areas.values()))
    pixels = crop.lab[everywhere]
    if len(pixels) < 20:
        return Reading((25.0, 3.0, 6.0), 0.1)
    dark = np.median(pixels[pixels[:, 0] <= np.percentile(pixels[:, 0], 35)], axis=0)
    lightness = min(max(float(dark[0]), 12.0), max(skin[0] - 14.0, 14.0))
    color = (lightness, min(max(float(dark[1]), 1.0), 10.0), min(max(float(dark[2]), 1.0), 16.0))
    return Reading(color, round(strength * 0.8, 2))
