"""What measuring a photo yields: one `Reading` for each trait."""

from dataclasses import dataclass

from limner.engine.arrays import F32, Points
from limner.engine.measure.reading import Reading
from limner.engine.traits import (
    AgeBand,
    BeardStyle,
    EyeColor,
    FaceDrawing,
    GlassesFrame,
    HairOutline,
    HairStyle,
    Lab,
    MoustacheStyle,
    Mouth,
)


@dataclass(frozen=True, slots=True)
class HairReadings:
    """`outline` is there whenever one could be traced, also where `style` is a drawn one.

    `mask` 0..1 is the hair in the head crop, (640, 512).
    """

    style: Reading[HairStyle]
    color: Reading[Lab]
    outline: HairOutline | None
    skull_height: Reading[float]
    mask: F32


@dataclass(frozen=True, slots=True)
class Measurements:
    """Everything measured of one person; `shape` is (156, 2) in face units, turned to the front."""

    shape: Points
    skin: Reading[Lab]
    hair: HairReadings
    brow_color: Reading[Lab]
    brow_thickness: Reading[float]
    eye_color: Reading[EyeColor]
    eye_openness: Reading[float]
    mouth: Reading[Mouth]
    smile: Reading[float]
    lip_color: Reading[Lab]
    glasses: Reading[GlassesFrame]
    glasses_color: Reading[Lab]
    beard: Reading[BeardStyle]
    moustache: Reading[MoustacheStyle]
    beard_color: Reading[Lab]
    age_band: Reading[AgeBand]
    lashes: Reading[bool]
    freckles: Reading[bool]
    drawing: FaceDrawing
    likeness: Reading[float]
