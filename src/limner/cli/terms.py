"""Before a provider gets a picture: where it goes and on which terms, in plain sentences, and the question."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import typer

from limner.errors import ConsentNeeded

if TYPE_CHECKING:
    from limner.generation.abilities import Abilities, Destination
    from limner.generation.maker import Maker

_MICROUSD_IN_CENT: Final = 10_000
_WITHOUT_PRICE: Final[dict["Destination", str]] = {
    "here": "It costs nothing.",
    "own": "It costs nothing.",
    "cloud": "What it costs is not known here.",
    "person": "What it costs is for whoever draws it to say.",
}


def cents(microusd: int) -> str:
    """An amount in US cents, as "5.3 cents"; below a hundredth of a cent it is said to be less."""
    if 0 < microusd < _MICROUSD_IN_CENT / 100:
        return "less than 0.01 cents"
    amount = f"{microusd / _MICROUSD_IN_CENT:.2f}".rstrip("0").rstrip(".")
    return f"{amount} {'cent' if amount == '1' else 'cents'}"


def terms_of(provider: "Maker") -> str:
    """Where a picture goes, what it costs, what the result may be used for and what else the terms say, in lines."""
    can = provider.abilities
    if not can.photo_leaves:
        return "\n".join([f"{provider.title} draws on this machine: no picture leaves it.", *_conditions(can)])
    return "\n".join(
        [
            f"The head from each photo, drawings of the people and a description go to {can.goes_to}.",
            "What happens with them there is not in Limner's hands.",
            *_conditions(can),
        ]
    )


def _conditions(can: "Abilities") -> Iterator[str]:
    if can.price_microusd:
        yield (
            f"One picture costs about {cents(can.price_microusd)} (US), "
            "and as much again where something of the person was lost and it is drawn once more."
        )
    else:
        yield _WITHOUT_PRICE[can.destination]
    yield f"Its pictures are for {can.licence} use."
    if can.minimum_age:
        yield f"Its users must be {can.minimum_age} or older."
    if can.terms:
        yield can.terms


def check_agreed(provider: "Maker") -> None:
    """Pass when the provider may get a picture; at a terminal whoever sits there is asked, and a yes is kept.

    Raises:
        ConsentNeeded: nobody said yes.
    """
    from limner.cli import consents

    if not provider.abilities.photo_leaves or consents.standing(provider):
        return
    needed = ConsentNeeded(
        f"You have not agreed that pictures go to {provider.abilities.goes_to}.",
        f"Read the terms and say yes: limner providers agree {provider.name}",
    )
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise needed
    typer.echo(terms_of(provider), err=True)
    if not typer.confirm(f"Do you agree that pictures go to {provider.abilities.goes_to}?", default=False, err=True):
        raise needed
    consents.agree(provider)
    typer.echo(f"Noted. To take it back: limner providers withdraw {provider.name}", err=True)
