"""Progress, typed once: who works says which stage begins, who watches decides how to show it."""

from collections.abc import Callable
from typing import Final, Literal, TypeAlias

Stage = Literal["read", "find", "measure", "draw", "move", "verify", "encode"]
"""What happens to a photo on its way to a picture, in this order; "move" and "verify" only where they are wished."""

STAGES: Final[tuple[Stage, ...]] = ("read", "find", "measure", "draw", "move", "verify", "encode")

Progress: TypeAlias = Callable[[Stage], None]
"""Called as a stage begins."""


def unwatched(stage: Stage) -> None:
    """Progress that nobody looks at."""
    del stage
