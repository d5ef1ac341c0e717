"""A character: the measured, editable description of one person, as JSON."""

from collections.abc import Mapping
from typing import Any, Final, Literal, Self, cast

from pydantic import BaseModel, ConfigDict, Field, model_validator

from limner.characters.attributes import ATTRIBUTES, UNMEASURED, Value, ask_below, parse_value
from limner.characters.drawing import Curve, Curves, StoredDrawing, array, arrays
from limner.engine.color import hex_to_lab
from limner.engine.landmarks import SHAPE_POINTS
from limner.engine.traits import (
    AgeBand,
    BeardStyle,
    Earrings,
    EyeColor,
    GlassesFrame,
    HairOutline,
    HairStyle,
    HeadCovering,
    Lab,
    Mole,
    MoustacheStyle,
    Mouth,
    Side,
    Traits,
)
from limner.errors import BadAttribute

Source = Literal["measured", "parent"]
_COLOR_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "glasses.colour": ("glasses.frame",),
    "beard.colour": ("beard.style", "moustache.style"),
    "head.covering_colour": ("head.covering",),
}
_NOT_IN_VERSION_1: Final[Mapping[str, Value]] = {**UNMEASURED, "likeness.strength": 0.0}


class Attribute(BaseModel):
    """One fact about a person: its value, how sure it is (0..1), who says so, and why where that helps."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    value: Value
    confidence: float = Field(ge=0, le=1)
    source: Source = "measured"
    reason: str = Field(default="", max_length=200)


class Strand(BaseModel):
    """One line along the hair's flow; brightness -1 darker .. 1 lighter than its surroundings."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    points: Curve
    brightness: float = Field(ge=-1, le=1)


class Silhouette(BaseModel):
    """Hair as the photo showed it, as curves in face units (see `limner.engine.traits`)."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    front: Curves
    back: Curves
    dark: Curves
    light: Curves
    strands: tuple[Strand, ...]


class Character(BaseModel):
    """Everything needed to draw a person again: no pixel of the photo, and no name.

    `shape` holds 156 points in face units; row i is mesh point `landmarks.SHAPE_POINTS[i]`. `readings` has one
    entry for each name in `attributes.ATTRIBUTES`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    schema_version: Literal[2] = 2
    engine_version: str
    readings: dict[str, Attribute]
    shape: Curve
    silhouette: Silhouette | None = None
    drawing: StoredDrawing | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_version_1(cls, stored: Any) -> Any:
        """Version 1 knew fewer attributes; what it did not know is as if unmeasured."""
        if not isinstance(stored, Mapping) or cast("Mapping[str, Any]", stored).get("schema_version") != 1:
            return cast("Any", stored)
        old = dict(cast("Mapping[str, Any]", stored))
        unmeasured = {name: {"value": value, "confidence": 0.0} for name, value in _NOT_IN_VERSION_1.items()}
        return {**old, "schema_version": 2, "readings": {**unmeasured, **old.get("readings", {})}}

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if len(self.shape) != len(SHAPE_POINTS):
            msg = f"a shape has {len(SHAPE_POINTS)} points, not {len(self.shape)}"
            raise ValueError(msg)
        if self.readings.keys() != ATTRIBUTES.keys():
            msg = f"attributes missing or unknown: {sorted(self.readings.keys() ^ ATTRIBUTES.keys())}"
            raise ValueError(msg)
        for name, reading in self.readings.items():
            _check_value(name, reading.value)
        if self.readings["hair.style"].value == "measured" and self.silhouette is None:
            msg = "measured hair needs a silhouette"
            raise ValueError(msg)
        return self

    def attributes(self) -> dict[str, dict[str, object]]:
        """Name -> {"value", "confidence", "source"}, in the order they are shown.

        What is too uncertain has the value "ask", and `drawn` says what is drawn until the parent answers.
        """
        return {name: self._shown(name) for name in ATTRIBUTES}

    def asks(self) -> tuple[str, ...]:
        """Names of the attributes that the parent is asked for, in the order they are shown."""
        return tuple(
            name
            for name in ATTRIBUTES
            if self.readings[name].source == "measured"
            and self.readings[name].confidence < ask_below(name)
            and not self._is_moot(name)
        )

    def notes(self) -> tuple[str, ...]:
        """What the measuring found out about the photo that the photo coach can't see."""
        if self.drawing is not None and self.drawing.mouth_hidden:
            return ("Something covers the mouth; a calm one is drawn. Use a photo in which the whole face is seen.",)
        return ()

    def _is_moot(self, name: str) -> bool:
        """Nobody needs to say the colour of glasses or of a beard that are not there."""
        owners = _COLOR_OF.get(name, ())
        return bool(owners) and all(self.readings[owner].value == "none" for owner in owners)

    def _shown(self, name: str) -> dict[str, object]:
        reading = self.readings[name].model_dump()
        if not reading["reason"]:
            del reading["reason"]
        return {**reading, "value": "ask", "drawn": reading["value"]} if name in self.asks() else reading

    def traits(self) -> Traits:
        """What the engine draws from; equal for equal JSON."""
        value = {name: reading.value for name, reading in self.readings.items()}
        return Traits(
            shape=array(self.shape),
            skin=_lab(value, "skin.tone"),
            hair_style=cast("HairStyle", value["hair.style"]),
            hair_color=_lab(value, "hair.colour"),
            hair_outline=_outline(self.silhouette),
            brow_color=_lab(value, "brows.colour"),
            brow_thickness=float(value["brows.thickness"]),
            eye_color=cast("EyeColor", value["eyes.colour"]),
            eye_openness=float(value["eyes.openness"]),
            lip_color=_lab(value, "lips.colour"),
            mouth=cast("Mouth", value["mouth.expression"]),
            smile=float(value["mouth.smile"]),
            glasses=cast("GlassesFrame", value["glasses.frame"]),
            glasses_color=_lab(value, "glasses.colour"),
            beard=cast("BeardStyle", value["beard.style"]),
            moustache=cast("MoustacheStyle", value["moustache.style"]),
            beard_color=_lab(value, "beard.colour"),
            age_band=cast("AgeBand", value["age.band"]),
            freckles=bool(value["skin.freckles"]),
            lashes=bool(value["eyes.lashes"]),
            skull_height=float(value["head.skull_height"]),
            head_covering=cast("HeadCovering", value["head.covering"]),
            head_covering_color=_lab(value, "head.covering_colour"),
            mole=cast("Mole", value["skin.mole"]),
            missing_tooth=bool(value["mouth.missing_tooth"]),
            braces=bool(value["mouth.braces"]),
            hearing_aid=cast("Side", value["ears.hearing_aid"]),
            earrings=cast("Earrings", value["ears.earrings"]),
            wheelchair=bool(value["body.wheelchair"]),
            drawing=None if self.drawing is None else self.drawing.to_engine(),
            likeness=float(value["likeness.strength"]),
        )


def _check_value(name: str, value: Value) -> None:
    """Refuse what no attribute of this name can be; words such as "red" are for `edit`, not for storage."""
    try:
        stored = parse_value(name, str(value))
    except BadAttribute as error:
        raise ValueError(error.message) from error
    if stored != value or isinstance(stored, bool) != isinstance(value, bool):
        msg = f"{name} is stored as {stored!r}, not as {value!r}"
        raise ValueError(msg)


def _lab(values: Mapping[str, Value], name: str) -> Lab:
    return hex_to_lab(str(values[name]))


def _outline(silhouette: Silhouette | None) -> HairOutline | None:
    if silhouette is None:
        return None
    return HairOutline(
        front=arrays(silhouette.front),
        back=arrays(silhouette.back),
        dark=arrays(silhouette.dark),
        light=arrays(silhouette.light),
        strands=tuple((array(strand.points), strand.brightness) for strand in silhouette.strands),
    )
