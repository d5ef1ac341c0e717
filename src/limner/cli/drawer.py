"""Who draws: this computer, or the provider that was named, once everything that speaks against it was looked at."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from limner.cli.output import read_photo, watched
from limner.cli.terms import cents, check_agreed
from limner.errors import (
    BadResult,
    ConsentNeeded,
    LimnerError,
    MissingError,
    ProviderError,
    TimedOut,
    Unreachable,
    UsageError,
)
from limner.generation.provider import Errand
from limner.generation.registry import LOCAL

if TYPE_CHECKING:
    from limner.generation.from_photo import Result, Wish
    from limner.generation.provider import Provider

_MOST_LETTERS: Final = 400
_STOPPED: Final = 130
"""Exit code of a command that Ctrl+C has ended."""


@dataclass(frozen=True, slots=True)
class Drawer:
    """Who is asked, what for, and what to do if they don't draw. `seeded` says that a seed was asked for."""

    name: str = LOCAL
    commercial: bool = False
    fall_back: bool = False
    brought: Path | None = None
    seeded: bool = False

    def draw(self, data: bytes, wish: "Wish", limit_bytes: int) -> "tuple[Result, LimnerError | None]":
        """The drawing, and why the provider did not draw it where this computer did.

        Raises:
            HandedOff: a person draws it.
            LimnerError: nobody drew it.
        """
        from limner.generation.registry import provider

        try:
            chosen = provider(self.name)
            brought = self._check(chosen, wish, limit_bytes)
            return _drawn(chosen, data, wish, brought), None
        except (ProviderError, ConsentNeeded, MissingError) as error:
            if not self.fall_back or self.name == LOCAL:
                raise
            return _drawn(provider(LOCAL), data, replace(wish, words=""), None), error

    def _check(self, chosen: "Provider", wish: "Wish", limit_bytes: int) -> bytes | None:
        """Pass when the provider can draw this and may get the picture; what was brought back.

        Raises:
            UsageError: an option means nothing to it.
            ProviderError, MissingError: it is not set up, can't draw this, or its licence forbids the use.
            ConsentNeeded: nobody said yes.
        """
        from limner.generation.choose import Facts, check_suits

        self._check_options(chosen, wish)
        chosen.check_ready()
        if chosen.name != LOCAL:
            # Of what this computer can't draw the scene itself says more.
            check_suits(chosen, Facts(1 + len(wish.beside), wish.size_px, wish.words, self.commercial))
        if self.brought:
            return read_photo(self.brought, limit_bytes)
        check_agreed(chosen)
        return None

    def _check_options(self, chosen: "Provider", wish: "Wish") -> None:
        from limner.generation.from_photo import vectors_of

        can, title = chosen.abilities, chosen.title
        if wish.file_type == "svg":
            vectors_of(chosen)
        if wish.words and not can.takes_words:
            raise UsageError(
                f"{title} takes no words.", "Leave out --words, or name another --provider: see `limner providers`."
            )
        if len(wish.words) > _MOST_LETTERS:
            raise UsageError(f"More than {_MOST_LETTERS} letters of --words are too many.", "Say it in fewer.")
        if self.seeded and can.seed == "none":
            raise UsageError(f"{title} takes no seed: every picture is another one.", "Leave out --seed.")
        if self.brought and can.destination != "person":
            raise UsageError(f"Nobody brings back a picture by {title}.", "Use --brought with --provider handoff.")


class _Shown(Errand):
    """How far the provider is, shown as it says so."""

    def __init__(self, title: str, say: Callable[[str], None], brought: bytes | None) -> None:
        self._title, self._say = title, say
        self.brought = brought

    def advance(self, share: float) -> None:
        self._say(f"{self._title} draws: {share:.0%}")


def _drawn(chosen: "Provider", data: bytes, wish: "Wish", brought: bytes | None) -> "Result":
    from limner.generation.from_photo import draw_photo

    can = chosen.abilities
    try:
        with watched() as shown:
            return draw_photo(data, wish, chosen, shown, _Shown(chosen.title, shown.say, brought))
    except KeyboardInterrupt:
        charged = can.cancel == "forgets" and can.price_microusd > 0
        still = f" {chosen.title} may draw on, and charge for it." if charged else ""
        typer.echo(f"Stopped; nothing was written.{still}", err=True)
        raise typer.Exit(_STOPPED) from None
    except (TimedOut, Unreachable, BadResult) as error:
        if error.may_cost and can.price_microusd:
            error.advice += f" It may have been charged: about {cents(can.price_microusd)}."
        raise
