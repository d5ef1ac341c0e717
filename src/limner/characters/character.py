"""A character: the measured, editable description of one person, as JSON."""

from collections.abc import Mapping
from typing import Literal, Self, cast

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator

from limner.characters.attributes import ATTRIBUTES, Value, parse_value
from limner.engine.arrays import Points
from limner.engine.color import hex_to_lab
from limner.engine.landmarks import SHAPE_POINTS
from limner.engine.traits import (
    AgeBand,
    BeardStyle,
    EyeColor,
    GlassesFrame,
    HairOutline,
    HairStyle,
    Lab,
    MoustacheStyle,
    Mouth,
    Traits,
)
from limner.errors import BadAttribute

Curve = tuple[tuple[float, float], ...]
Source = Literal["measured", "parent"]


class Attribute(BaseModel):
    """One fact about a person: its value, how sure it is (0..1), and who says so."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    value: Value
    confidence: float = Field(ge=0, le=1)
    source: Source = "measured"


class Strand(BaseModel):
    """One line along the hair's flow; brightness -1 darker .. 1 lighter than its surroundings."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    points: Curve
    brightness: float = Field(ge=-1, le=1)


class Silhouette(BaseModel):
    """Hair as the photo showed it, as curves in face units (see `limner.engine.traits`)."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    front: tuple[Curve, ...]
    back: tuple[Curve, ...]
    dark: tuple[Curve, ...]
    light: tuple[Curve, ...]
    strands: tuple[Strand, ...]


class Character(BaseModel):
    """Everything needed to draw a person again: no pixel of the photo, and no name.

    `shape` holds 156 points in face units; row i is mesh point `landmarks.SHAPE_POINTS[i]`. `readings` has one
    entry for each name in `attributes.ATTRIBUTES`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    schema_version: Literal[1] = 1
    engine_version: str
    readings: dict[str, Attribute]
    shape: Curve
    silhouette: Silhouette | None = None

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
        """Name -> {"value", "confidence", "source"}, in the order they are shown."""
        return {name: self.readings[name].model_dump() for name in ATTRIBUTES}

    def traits(self) -> Traits:
        """What the engine draws from; equal for equal JSON."""
        value = {name: reading.value for name, reading in self.readings.items()}
        return Traits(
            shape=np.array(self.shape, np.float64),
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
        front=_arrays(silhouette.front),
        back=_arrays(silhouette.back),
        dark=_arrays(silhouette.dark),
        light=_arrays(silhouette.light),
        strands=tuple((np.array(strand.points, np.float64), strand.brightness) for strand in silhouette.strands),
    )


def _arrays(curves: tuple[Curve, ...]) -> tuple[Points, ...]:
    return tuple(np.array(curve, np.float64) for curve in curves)
