"""The colour of the photo's light, told from what is white on everybody: the eyes and the teeth."""

from typing import Final, Literal

import numpy as np

from limner.engine.arrays import U8, Bools, Points
from limner.engine.landmarks import EYE_LEFT, EYE_RIGHT, IRIS_LEFT, IRIS_RIGHT
from limner.engine.measure.head_crop import HeadCrop
from limner.engine.measure.regions import LIPS_INNER, SHAPE, area, bare_skin

Cast = Literal["warm", "blue"]

_WARM: Final = -0.3
_BLUE: Final = 0.14
"""Blue over green of what is white, as the logarithm of linear light: in plain light from -0.2 to 0.1."""
_WHITER: Final = 0.18
"""How much less red over green than the skin white is, whatever the light: anything less is lip or lid."""
_BRIGHT: Final = 0.5
"""White in less light than this share of the skin's is the shadow of the lids, whose colour says nothing."""
_EVERY: Final = 16
"""A sixteenth of the skin's pixels has the same middle."""
_LEAST_PX: Final = 20
_LEAST_TEETH_PX: Final = 60
_LUMINANCE: Final = np.array([0.2126, 0.7152, 0.0722])


def cast_of(crop: HeadCrop) -> Cast | None:
    """Whether the light is too warm or too blue for colours to be trusted; None also where no white is seen.

    Skin itself says little: people differ more than lights do.
    """
    skin = crop.rgb[bare_skin(crop.points) & crop.inside][::_EVERY]
    if len(skin) < _LEAST_PX:
        return None
    own = np.median(_ratios(skin), axis=0)
    areas = ((_white_of(crop, IRIS_LEFT, EYE_LEFT), _LEAST_PX), (_white_of(crop, IRIS_RIGHT, EYE_RIGHT), _LEAST_PX))
    teeth = (area(crop.points, LIPS_INNER) & crop.inside, _LEAST_TEETH_PX)
    seen = [_whitest(crop.rgb[mask]) for mask, least in (*areas, teeth) if int(mask.sum()) >= least]
    whites = [white[1] for white in seen if own[0] - white[0] > _WHITER and white[2] > _BRIGHT * own[2]]
    if not whites:
        return None
    blue = round(float(np.mean(whites)), 3)
    return "warm" if blue < _WARM else "blue" if blue > _BLUE else None


def _white_of(crop: HeadCrop, iris_ids: tuple[int, ...], eye_ids: tuple[int, ...]) -> Bools:
    """The opening of the eye beside the iris."""
    center = crop.points[iris_ids[0]]
    radius = float(np.linalg.norm(crop.points[list(iris_ids[1:])] - center, axis=1).mean())
    rows, columns = np.ogrid[: SHAPE[0], : SHAPE[1]]
    beside: Bools = (columns - center[0]) ** 2 + (rows - center[1]) ** 2 > (1.1 * radius) ** 2
    return area(crop.points, eye_ids) & crop.inside & beside


def _whitest(pixels: U8) -> Points:
    """Of the brighter half the least red part: lids, gums and blur redden, and no light changes that order."""
    ratios = _ratios(pixels)
    bright = ratios[ratios[:, 2] >= np.median(ratios[:, 2])]
    return np.median(bright[bright[:, 0] <= np.percentile(bright[:, 0], 40)], axis=0)


def _ratios(pixels: U8) -> Points:
    """(n, 3): red over green and blue over green as logarithms of linear light, and luminance."""
    linear = np.maximum((pixels / 255.0) ** 2.2, 2e-3)
    red, green, blue = np.log(linear).T
    return np.stack([red - green, blue - green, linear @ _LUMINANCE], axis=1)
