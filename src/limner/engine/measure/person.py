"""Everything about one person, from picture, mesh and mask."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from limner.engine.arrays import Points
from limner.engine.geometry import pose_of
from limner.engine.images import Box, Mask, RgbImage
from limner.engine.landmarks import SHAPE_INDEX
from limner.engine.likeness.read_face import read_face
from limner.engine.measure.age import measure_age
from limner.engine.measure.beard import BeardReadings, measure_beard
from limner.engine.measure.brows import has_faint_brows, measure_brows
from limner.engine.measure.cast import Cast, cast_of
from limner.engine.measure.eyes import measure_eye_color, measure_openness
from limner.engine.measure.frontal import frontal_shape
from limner.engine.measure.glasses import measure_glasses
from limner.engine.measure.hair import measure_hair
from limner.engine.measure.head_crop import crop_head
from limner.engine.measure.measurements import HairReadings, Measurements
from limner.engine.measure.mouth import measure_lips, measure_mouth
from limner.engine.measure.reading import Reading, Value
from limner.engine.measure.skin import measure_skin

_FRONTAL_DEG: Final = 35.0
_COVERED: Final = 0.4
"""What a covered mouth leaves of the confidence in everything around it."""
_TINTED: Final = 0.3
"""The most that is left of the confidence in a colour seen in coloured light: it is asked."""


def measure_person(image: RgbImage, mesh_px: Points, person: Mask, other_heads: Sequence[Box]) -> Measurements:
    """Measure the person whose (478, 3) mesh is given.

    `person` tells people from the ground and has the picture's size; `other_heads` are the face boxes of the
    neighbours, whose hair and skin must not count.
    """
    crop = crop_head(image, mesh_px, person, other_heads)
    shape, skin = frontal_shape(mesh_px), measure_skin(crop)
    brow_color, brow_thickness = measure_brows(crop, skin.value)
    age = measure_age(mesh_px, shape, faint_brows=has_faint_brows(crop, skin.value))
    mouth, smile = measure_mouth(crop, shape, skin.value)
    glasses, glasses_color = measure_glasses(crop, skin.value)
    beard = measure_beard(crop, skin.value, possible=age.value == "adult" and _is_frontal(mesh_px))
    hair = measure_hair(crop, age.value)
    cast = cast_of(crop)
    drawing, likeness = read_face(image, mesh_px, hair.mask, age.value)
    # What lies over the mouth colours the lips and much of the skin that was measured.
    trust = _COVERED if drawing.mouth_hidden else 1.0
    return Measurements(
        shape=shape,
        skin=_tinted(_doubted(skin, trust), cast),
        hair=replace(hair, color=_tinted(hair.color, cast)),
        brow_color=_tinted(brow_color, cast),
        brow_thickness=brow_thickness,
        eye_color=_tinted(measure_eye_color(crop, skin.value), cast),
        eye_openness=measure_openness(shape, SHAPE_INDEX),
        mouth=_doubted(mouth, trust),
        smile=_doubted(smile, trust),
        lip_color=_tinted(_doubted(measure_lips(crop, skin.value), trust), cast),
        glasses=glasses,
        glasses_color=glasses_color,
        beard=_doubted(beard.beard, trust),
        moustache=_doubted(beard.moustache, trust),
        beard_color=_tinted(beard.color, cast),
        age_band=age,
        lashes=_lashes(hair, beard, brow_thickness),
        freckles=Reading(value=False, confidence=0.3),
        drawing=drawing,
        likeness=likeness,
    )


def _doubted(reading: Reading[Value], trust: float) -> Reading[Value]:
    return reading if trust >= 1 else replace(reading, confidence=round(reading.confidence * trust, 2))


def _tinted(reading: Reading[Value], cast: Cast | None) -> Reading[Value]:
    if cast is None:
        return reading
    return replace(
        reading, confidence=min(reading.confidence, _TINTED), reason=f"the light of the photo is very {cast}"
    )


def _is_frontal(mesh_px: Points) -> bool:
    """Seen frontally enough for both cheeks to be compared."""
    return abs(pose_of(mesh_px).yaw_deg) < _FRONTAL_DEG


def _lashes(hair: HairReadings, beard: BeardReadings, brow_thickness: Reading[float]) -> Reading[bool]:
    """Whether to draw lashes: a guess from what usually goes with them, always to be asked."""
    bearded = beard.beard.value != "none" or beard.moustache.value != "none"
    gathered_or_long = hair.style.value in {"long", "long-fringe", "bob", "fringe-bob", "bun", "fringe-bun", "ponytail"}
    return Reading(value=not bearded and (gathered_or_long or brow_thickness.value < 0.6), confidence=0.3)
