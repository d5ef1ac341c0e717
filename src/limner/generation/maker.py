"""Whoever makes pictures or clips, so far as the choice and the money are concerned."""

from typing import Protocol

from limner.generation.abilities import Abilities


class Maker(Protocol):
    """Somebody with a name to type, a title to read, and terms. One is made per process."""

    name: str
    title: str

    @property
    def abilities(self) -> Abilities:
        """What it can do and on which terms; asking connects to nothing."""
        ...

    def check_ready(self) -> None:
        """Return when everything it needs is installed and set; connects to nothing.

        Raises:
            NotConfigured: a setting is missing; the advice names it.
            ExtraMissing: a package is missing; the advice is the command that installs it.
        """
        ...


class Made(Protocol):
    """What was made: by which model, and what was charged for it, in millionths of a US dollar."""

    @property
    def model(self) -> str:
        """The model's name."""
        ...

    @property
    def cost_microusd(self) -> int:
        """What was charged."""
        ...
