"""Who may draw a picture, decided once for all: before it is queued, and again before each provider is asked."""

import hashlib
from dataclasses import dataclass
from typing import Final

from limner.accounts import consents
from limner.errors import Unsuited
from limner.generation.maker import Maker
from limner.generation.rest import check_rested
from limner.storage.store import Store

CONSENT_VERSION: Final = "1"
"""Of the words by which somebody agrees that a provider gets pictures."""
_LONGEST_VERSION: Final = 40


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a picture decides who can draw it. `commercial` pictures are sold or used in a business."""

    people: int = 1
    size_px: int = 1080
    words: str = ""
    commercial: bool = False


def consent_for(name: str) -> str:
    """What an account agrees to when it lets a provider have pictures."""
    return f"provider:{name}"


def consent_version(maker: Maker) -> str:
    """To what exactly: these words, and this destination. Where pictures go elsewhere from now on, nobody agreed."""
    version = f"{CONSENT_VERSION} {maker.abilities.goes_to}"
    if len(version) <= _LONGEST_VERSION:
        return version
    return hashlib.sha256(version.encode()).hexdigest()[:_LONGEST_VERSION]


def check_suits(provider: Maker, facts: Facts) -> None:
    """Pass when the provider can draw such a picture, and its licence allows the use.

    Raises:
        Unsuited: it can't, or the licence forbids it.
    """
    can, title = provider.abilities, provider.title
    if facts.people > can.most_people:
        raise Unsuited(f"{title} draws at most {can.most_people} in one picture.", "Choose fewer, or another provider.")
    if facts.commercial and can.licence != "personal and commercial":
        raise Unsuited(
            f"Pictures by {title} are for {can.licence} use only.", "Choose a provider whose pictures may be sold."
        )


async def check_may_draw(store: Store, account_id: str, provider: Maker, facts: Facts) -> None:
    """Pass when the provider is set up, suits the picture, has the account's consent and is not resting.

    Raises:
        NotConfigured, ExtraMissing: it is not set up.
        Unsuited: it can't draw such a picture, or the licence forbids the use.
        ConsentNeeded: the account did not agree that it gets pictures.
        Overloaded: it failed time and again and is left alone.
    """
    provider.check_ready()
    check_suits(provider, facts)
    if provider.abilities.photo_leaves:
        await consents.require(store, account_id, consent_for(provider.name), consent_version(provider))
    await check_rested(store, provider.name, provider.title)
