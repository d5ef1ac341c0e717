"""A face's own drawing as JSON: curves in face units, no pixel of the photo."""

from collections.abc import Sequence
from typing import Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator

from limner.engine.arrays import Points
from limner.engine.landmarks import SHAPE_POINTS
from limner.engine.traits import FaceDrawing, Lab

Curve = tuple[tuple[float, float], ...]
Curves = tuple[Curve, ...]
_LEAST_POINTS = 3
_STRICT = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Level(BaseModel):
    """Closed curves of one tone: a ratio of the skin's lightness, or the opacity of a beard."""

    model_config = _STRICT

    level: float = Field(ge=0, le=2)
    curves: Curves


class Line(BaseModel):
    """An open curve and the depth of the fold."""

    model_config = _STRICT

    points: Curve
    depth: float = Field(ge=0, le=1)


class StoredDrawing(BaseModel):
    """See `limner.engine.traits.FaceDrawing`, field by field."""

    model_config = _STRICT

    points: Curve
    dark: tuple[Level, ...]
    light: tuple[Level, ...]
    lines: tuple[Line, ...]
    brows: Curves
    brow_contrast: float
    beard: tuple[Level, ...]
    beard_share: float
    nostrils: Curves
    lids: tuple[float, float]
    upper_lip: Lab
    lower_lip: Lab
    lip_light: Curves
    lip_shade: Curves
    teeth: float
    mouth_hidden: bool

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if len(self.points) != len(SHAPE_POINTS):
            msg = f"a drawing has {len(SHAPE_POINTS)} points, not {len(self.points)}"
            raise ValueError(msg)
        tones = (*self.dark, *self.light, *self.beard)
        closed = (*self.brows, *self.nostrils, *self.lip_light, *self.lip_shade, *(c for t in tones for c in t.curves))
        if any(len(curve) < _LEAST_POINTS for curve in (*closed, *(line.points for line in self.lines))):
            msg = f"a curve has at least {_LEAST_POINTS} points"
            raise ValueError(msg)
        return self

    @classmethod
    def of(cls, drawing: FaceDrawing) -> Self:
        """The stored form of what the engine read."""
        return cls(
            points=curve(drawing.points),
            dark=_levels(drawing.dark),
            light=_levels(drawing.light),
            lines=tuple(Line(points=curve(points), depth=depth) for points, depth in drawing.lines),
            brows=curves(drawing.brows),
            brow_contrast=drawing.brow_contrast,
            beard=_levels(drawing.beard),
            beard_share=drawing.beard_share,
            nostrils=curves(drawing.nostrils),
            lids=drawing.lids,
            upper_lip=drawing.upper_lip,
            lower_lip=drawing.lower_lip,
            lip_light=curves(drawing.lip_light),
            lip_shade=curves(drawing.lip_shade),
            teeth=drawing.teeth,
            mouth_hidden=drawing.mouth_hidden,
        )

    def to_engine(self) -> FaceDrawing:
        """What the engine draws from."""
        return FaceDrawing(
            points=array(self.points),
            dark=_tones(self.dark),
            light=_tones(self.light),
            lines=tuple((array(line.points), line.depth) for line in self.lines),
            brows=arrays(self.brows),
            brow_contrast=self.brow_contrast,
            beard=_tones(self.beard),
            beard_share=self.beard_share,
            nostrils=arrays(self.nostrils),
            lids=self.lids,
            upper_lip=self.upper_lip,
            lower_lip=self.lower_lip,
            lip_light=arrays(self.lip_light),
            lip_shade=arrays(self.lip_shade),
            teeth=self.teeth,
            mouth_hidden=self.mouth_hidden,
        )


def curve(points: Points) -> Curve:
    """Points (n, 2) as numbers with four decimals."""
    return tuple((round(x, 4), round(y, 4)) for x, y in points.tolist())


def curves(many: Sequence[Points]) -> Curves:
    """Several of them."""
    return tuple(curve(points) for points in many)


def array(points: Curve) -> Points:
    """Numbers as points (n, 2)."""
    return np.array(points, np.float64).reshape(-1, 2)


def arrays(many: Curves) -> tuple[Points, ...]:
    """Several of them."""
    return tuple(array(points) for points in many)


def _levels(tones: Sequence[tuple[float, tuple[Points, ...]]]) -> tuple[Level, ...]:
    return tuple(Level(level=level, curves=curves(shapes)) for level, shapes in tones)


def _tones(levels: Sequence[Level]) -> tuple[tuple[float, tuple[Points, ...]], ...]:
    return tuple((level.level, arrays(level.curves)) for level in levels)
