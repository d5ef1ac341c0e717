"""From a face in a photo to a character."""

from collections.abc import Sequence
from typing import Any

from limner.characters.attributes import UNMEASURED, Value
from limner.characters.character import Attribute, Character, Silhouette, Strand
from limner.characters.drawing import StoredDrawing, curve, curves
from limner.engine import ENGINE_VERSION
from limner.engine.color import lab_to_hex
from limner.engine.images import Mask, RgbImage
from limner.engine.measure.measurements import Measurements
from limner.engine.measure.person import measure_person
from limner.engine.measure.reading import Reading
from limner.engine.traits import HairOutline, Lab
from limner.faces.face import Face


def character_from(image: RgbImage, face: Face, others: Sequence[Face], person: Mask) -> Character:
    """Measure one face of a picture; `others` are its neighbours, `person` tells people from the ground."""
    return character_of(measure_person(image, face.mesh_px, person, [other.box for other in others]))


def character_of(measured: Measurements) -> Character:
    """Word measurements as a character."""
    readings: dict[str, Reading[Any]] = {
        "age.band": measured.age_band,
        "skin.tone": measured.skin,
        "skin.freckles": measured.freckles,
        "hair.style": measured.hair.style,
        "hair.colour": measured.hair.color,
        "brows.colour": measured.brow_color,
        "brows.thickness": measured.brow_thickness,
        "eyes.colour": measured.eye_color,
        "eyes.openness": measured.eye_openness,
        "eyes.lashes": measured.lashes,
        "mouth.expression": measured.mouth,
        "mouth.smile": measured.smile,
        "lips.colour": measured.lip_color,
        "glasses.frame": measured.glasses,
        "glasses.colour": measured.glasses_color,
        "beard.style": measured.beard,
        "beard.colour": measured.beard_color,
        "moustache.style": measured.moustache,
        "head.skull_height": measured.hair.skull_height,
        "likeness.strength": measured.likeness,
    }
    return Character(
        engine_version=ENGINE_VERSION,
        readings={
            **{name: Attribute(value=value, confidence=0.0) for name, value in UNMEASURED.items()},
            **{name: _attribute(reading) for name, reading in readings.items()},
        },
        shape=curve(measured.shape),
        silhouette=_silhouette(measured.hair.outline),
        drawing=StoredDrawing.of(measured.drawing),
    )


def _attribute(reading: Reading[Any]) -> Attribute:
    value: Lab | Value = reading.value
    worded: Value = lab_to_hex(value) if isinstance(value, tuple) else value
    return Attribute(
        value=round(worded, 3) if isinstance(worded, float) else worded,
        confidence=reading.confidence,
        reason=reading.reason,
    )


def _silhouette(outline: HairOutline | None) -> Silhouette | None:
    if outline is None:
        return None
    return Silhouette(
        front=curves(outline.front),
        back=curves(outline.back),
        dark=curves(outline.dark),
        light=curves(outline.light),
        strands=tuple(Strand(points=curve(points), brightness=tone) for points, tone in outline.strands),
    )
