"""What is asked for: somebody to draw, how, by whom, and whether it moves."""

from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from limner.catalog.adjustments import Adjustments, Word
from limner.engine.motion.gesture import GESTURES, Gesture, Loop
from limner.gallery.artwork import Artwork
from limner.generation.caption import plain_caption
from limner.generation.registry import LOCAL

Caption = Annotated[
    str,
    Field(max_length=120, description="Written into the picture, in one or two lines"),
    AfterValidator(plain_caption),
]

_LONGEST_LOOP_S: Final = 6

MOST_BESIDE: Final = 3
"""People in a scene beside the first."""

_COLUMNS: Final = {"photo_id", "character_id", "style", "template", "seed", "provider", "size_px"}
"""What an artwork keeps of its order in columns of its own."""


class Sitter(BaseModel):
    """Somebody to draw: a face of a photo, or a character; and how they stand in the scene."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    photo_id: Word | None = None
    face_number: int | None = Field(default=None, ge=1, le=12)
    character_id: Word | None = None
    adjustments: Adjustments = Adjustments()


class Moving(BaseModel):
    """How a picture moves: in a loop of so many seconds, `size_px` wide; or in a clip by an animator of the name.

    An animator makes clips of the lengths it knows, as large as it does; it is told the `words`, where it takes any.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    gestures: tuple[Gesture, ...] = Field(default=GESTURES, min_length=1, max_length=len(GESTURES))
    seconds: float = Field(default=2, ge=1, le=10)
    size_px: int = Field(default=480, ge=240, le=960)
    provider: Word = LOCAL
    words: str = Field(default="", max_length=400, description="What happens, for animators that take text")

    @model_validator(mode="after")
    def _not_too_long(self) -> "Moving":
        if self.provider == LOCAL and self.seconds > _LONGEST_LOOP_S:
            msg = f"a loop lasts at most {_LONGEST_LOOP_S} seconds"
            raise ValueError(msg)
        return self

    def loop(self) -> Loop:
        """As the drawing code knows it."""
        return Loop(self.gestures, self.seconds)


class DrawOrder(Sitter):
    """What is to be drawn: somebody, and who is `beside` them, in a style and a template; with `motion` it moves.

    People stand from left to right in this order. A portrait has one person, no place in a scene and no caption. With
    `artwork_id` nothing is drawn: that artwork's picture moves, and all else is as it was asked for then.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        json_schema_extra={
            "examples": [{"photo_id": "01m82gae6vfpbdcz32sgdbfrcc", "style": "storybook", "template": "moon"}]
        },
    )

    style: Word = "storybook"
    template: Word = "moon"
    seed: int = Field(default=1, ge=0, lt=2**53)
    provider: Word = LOCAL
    size_px: int = Field(default=1080, ge=256, le=4096)
    caption: Caption = ""
    words: str = Field(default="", max_length=400, description="Own wishes, for providers that take text")
    commercial: bool = Field(default=False, description="The picture is sold or used in a business")
    fall_back: bool = Field(default=True, description="Whether somebody else may draw when the provider can't or won't")
    beside: tuple[Sitter, ...] = Field(default=(), max_length=MOST_BESIDE)
    motion: Moving | None = None
    artwork_id: Word | None = Field(default=None, description="A finished picture that is to move")

    def sitters(self) -> tuple[Sitter, ...]:
        """Everybody in the picture, from left to right."""
        return (self, *self.beside)

    def beyond_columns(self) -> dict[str, Any] | None:
        """What an artwork has no column for, so far as it is not the default."""
        return self.model_dump(mode="json", exclude=_COLUMNS, exclude_defaults=True) or None

    @classmethod
    def of(cls, artwork: Artwork) -> "DrawOrder":
        """The order an artwork's picture was drawn by."""
        columns = artwork.model_dump(include=_COLUMNS)
        asked = artwork.asked or {}
        if "artwork_id" in asked:
            # It was made of another artwork: asked for again, the picture is drawn, and stands still.
            asked = {name: value for name, value in asked.items() if name not in {"artwork_id", "motion"}}
        return cls.model_validate({**columns, "size_px": artwork.width_px, **asked})
