"""The contract of everything that can let a finished picture move."""

from dataclasses import dataclass
from typing import Protocol

from limner.characters.character import Character
from limner.engine.images import RgbImage
from limner.engine.motion.gesture import Gesture
from limner.generation.maker import Maker
from limner.generation.provider import Errand


@dataclass(frozen=True, slots=True)
class ClipRequest:
    """A finished picture that is to move for about so many seconds.

    `people` are the characters it shows, from left to right; none where nothing is known of them any more. `gestures`
    are what they do, `words` the person's own wishes; `seed` varies what may vary.
    """

    picture: RgbImage
    people: tuple[Character, ...] = ()
    gestures: tuple[Gesture, ...] = ()
    seconds: float = 5.0
    seed: int = 1
    words: str = ""


@dataclass(frozen=True, slots=True)
class Clip:
    """A finished clip and how it came about.

    `data` is the MP4 file as it came, with its watermark and content credentials. `last` is its last frame, to see
    whether the person is still there. The other fields are those of a `Picture`.
    """

    data: bytes
    last: RgbImage
    seconds: float
    provider: str
    model: str
    seed: int | None = None
    cost_microusd: int = 0
    duration_s: float = 0.0
    request_id: str = ""


class Animator(Maker, Protocol):
    """Something that lets a picture move; its abilities tell in `clip_seconds` for how long."""

    async def animate(self, request: ClipRequest, errand: Errand) -> Clip:
        """Make a clip that begins with the picture, of the length that `Abilities.clip_length_s` says.

        What an earlier attempt began is `errand.task`: it is waited for. Being cancelled, it stops waiting within a
        second, tells the other side where that is possible, and lets the cancellation through. It does not retry.

        Raises:
            ProviderError: there is no clip.
        """
        ...
