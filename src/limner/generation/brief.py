"""What somebody elsewhere is told and shown in order to draw a request."""

from dataclasses import dataclass
from typing import Literal

from limner.engine.images import RgbImage

Role = Literal["photo", "character", "scene"]
"""The person's photo cut close around the head, the character drawn by this computer, the whole scene drawn by it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A picture to look at, and whose it is: `person` counts from 1, 0 is the whole scene."""

    role: Role
    person: int
    image: RgbImage


@dataclass(frozen=True, slots=True)
class Brief:
    """A request in words and pictures. The words never name anybody, and no living artist, studio or brand.

    `prompt` speaks of the references by their number, in their order; `plain_prompt` says the same without them, for
    who looks at one picture only or none. `negative` is what must not be there.
    """

    prompt: str
    plain_prompt: str
    negative: str
    references: tuple[Reference, ...]
    width_px: int
    height_px: int
    seed: int

    def of_role(self, role: Role) -> Reference | None:
        """The first reference of a role."""
        return next((one for one in self.references if one.role == role), None)
