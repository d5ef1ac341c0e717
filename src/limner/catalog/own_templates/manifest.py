"""template.toml: what a folder says about itself, checked field by field."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Final, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from limner.catalog.own_templates.trouble import trouble
from limner.errors import TemplateUnusable

NAME: Final = "template.toml"
MOST_BYTES: Final = 64 * 1024
_STRICT: Final = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
Point = Annotated[tuple[float, float], Field(strict=False)]
Line = Annotated[str, Field(pattern=r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]*$")]
"""Text without line ends and without marks that turn the reading order."""


class Place(BaseModel):
    """Where somebody's feet are, on a page of 1000 x 1250 units, and what they wear and do."""

    model_config = _STRICT

    x: float = Field(ge=0, le=1000, description="a number from 0 (left edge) to 1000 (right edge)")
    y: float = Field(ge=300, le=1250, description="a number from 300 to 1250 (the foot of the page): where feet stand")
    scale: float = Field(default=1.05, ge=0.3, le=2, description="a number from 0.3 to 2; 1.05 is usual")
    tilt_deg: float = Field(default=0, ge=-30, le=30, description="degrees from -30 to 30 by which the head leans")
    flip: bool = Field(default=False, description="true to mirror the person, or false")
    outfit: str = Field(default="explorer", description='a name of "limner outfits", like "explorer"')
    pose: str = Field(default="wave", description='a name of "limner poses", like "wave"')


class Lit(BaseModel):
    """Light that falls on whoever stands there: `warm` at `from`, `cool` at `to`, nothing in the middle."""

    model_config = _STRICT

    start: Point = Field(alias="from", description="where the light comes from, like [300, 480]")
    to: Point = Field(description="where the shadow side is, like [760, 1060]")
    warm: Colour = Field(description='a colour like "#ffd9b0"')
    cool: Colour = Field(description='a colour like "#2c3f73"')
    strength: float = Field(default=0.25, ge=0, le=0.6, description="a number from 0 to 0.6; 0.25 is usual")


class Shade(BaseModel):
    """The shadow at the feet."""

    model_config = _STRICT

    colour: Colour = Field(description='a colour like "#3a4a6b"')
    dx: float = Field(default=20, ge=-80, le=80, description="a number from -80 to 80: how far it lies to the right")
    opacity: float = Field(default=0.4, ge=0, le=1, description="a number from 0 to 1; 0.4 is usual")


class Manifest(BaseModel):
    """The whole file."""

    model_config = _STRICT

    title: Line = Field(min_length=1, max_length=60, description='what the scene is called, like "The kite hill"')
    summary: Line = Field(default="", max_length=300, description="a sentence about what is seen, up to 300 letters")
    people: int = Field(default=4, ge=1, le=4, description="a whole number from 1 to 4: how many find a place")
    words: Literal["foot", "top"] = Field(default="foot", description='"foot" or "top": where a caption goes')
    paper: Colour = Field(default="#fdf5e3", description='a colour like "#fdf5e3": the label of a caption')
    places: list[Place] = Field(
        min_length=1, max_length=4, description="at least one part that begins with [[places]], at most four"
    )
    light: Lit | None = Field(default=None, description="a part that begins with [light], or nothing")
    shadow: Shade | None = Field(default=None, description="a part that begins with [shadow], or nothing")


def read_manifest(data: bytes) -> Manifest:
    """The manifest of a file's bytes.

    Raises:
        TemplateUnusable: it is no TOML, or a field is missing, unknown or wrong.
    """
    try:
        given = tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise trouble(NAME, "it is not written in UTF-8.", "Save it as UTF-8.") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        reason = str(error).split("\n")[0][:120] if isinstance(error, tomllib.TOMLDecodeError) else "too many brackets"
        raise trouble(NAME, f"it is no TOML: {reason}.", 'Write fields like title = "The kite hill".') from None
    try:
        return Manifest.model_validate(given)
    except ValidationError as error:
        raise _field_trouble(error) from None


def _field_trouble(error: ValidationError) -> TemplateUnusable:
    first = error.errors(include_url=False)[0]
    path = [part for part in first["loc"] if part != "function-after"]
    field = _worded(path)
    if first["type"] == "extra_forbidden":
        known = ", ".join(_fields_at(path[:-1]))
        return trouble(NAME, f"there is no field {field}.", f"Known here: {known}.")
    said = "is missing" if first["type"] == "missing" else f"is {_shown(first['input'])}"
    return trouble(NAME, f"{field} {said}.", f"Write {_description(path)}.")


def _worded(path: Sequence[int | str]) -> str:
    text = ""
    for part in path:
        text += f" of number {part + 1}" if isinstance(part, int) else f".{part[:40]}" if text else part[:40]
    return re.sub(r"[^\x20-\x7e]", "?", text)


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value[:40]}"' if value.isprintable() else "text with signs that can't be printed"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{value:.6g}" if abs(value) < 1e15 else "too large a number"
    return f"a list of {len(cast('list[Any]', value))}" if isinstance(value, list) else "something else"


def _model_at(path: Iterable[int | str]) -> type[BaseModel]:
    model: type[BaseModel] = Manifest
    for part in path:
        found = [Place] if part == "places" else [Lit] if part == "light" else [Shade] if part == "shadow" else []
        model = found[0] if found else model
    return model


def _fields_at(path: Iterable[int | str]) -> list[str]:
    return [field.alias or name for name, field in _model_at(path).model_fields.items()]


def _description(path: Sequence[int | str]) -> str:
    """What to write, from the innermost field that says so."""
    for depth in range(len(path), 0, -1):
        fields = _model_at(path[: depth - 1]).model_fields
        for name, field in fields.items():
            if path[depth - 1] in (name, field.alias) and field.description:
                return field.description
    return "another value"
