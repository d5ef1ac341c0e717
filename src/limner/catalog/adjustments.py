"""What somebody changes about one person of a picture: the character for this picture alone, and the place in it."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Word = Annotated[str, Field(max_length=60)]
"""A name or a value. Its length alone has pydantic look at its letters: half a surrogate pair is refused."""


class Adjustments(BaseModel):
    """Changes to what the template suggests; None and the neutral numbers keep it.

    `dx` and `dy` are in page units (a page is 1000 wide), `scale` multiplies, `tilt_deg` leans the head, `turn_deg`
    turns the whole figure clockwise about its middle, `flip` mirrors it there.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    attributes: dict[Word, Word] = Field(default_factory=dict, max_length=40)
    outfit: Word | None = None
    pose: Word | None = None
    dx: float = Field(default=0, ge=-1000, le=1000)
    dy: float = Field(default=0, ge=-1250, le=1250)
    scale: float = Field(default=1, ge=0.3, le=3)
    tilt_deg: float = Field(default=0, ge=-30, le=30)
    turn_deg: float = Field(default=0, ge=-180, le=180)
    flip: bool = False

    @property
    def neutral(self) -> bool:
        """Whether nothing is changed."""
        return self == Adjustments()
