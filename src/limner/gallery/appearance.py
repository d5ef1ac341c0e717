"""Who else is in an artwork: one small row for each character beside the first, so that each finds all of theirs."""

from collections.abc import Iterable
from typing import ClassVar, Final

from limner.gallery.artwork import Artwork
from limner.storage.owned import OwnedStore
from limner.storage.record import Owned
from limner.storage.store import Where

_AT_ONCE: Final = 200


class Appearance(Owned):
    """That a character is in an artwork beside its first. The id begins with the artwork's: both have one order."""

    table: ClassVar[str] = "appearances"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "character_id", "id"), ("artwork_id",))

    artwork_id: str
    character_id: str


def appearances(artwork: Artwork, beside: Iterable[str | None]) -> list[Appearance]:
    """The rows of an artwork for the characters beside its first."""
    others = sorted({one for one in beside if one and one != artwork.character_id})
    return [
        Appearance(id=f"{artwork.id}{number}", account_id=artwork.account_id, artwork_id=artwork.id, character_id=one)
        for number, one in enumerate(others)
    ]


async def find_with(mine: OwnedStore, character_id: str, where: Where, limit: int) -> list[Artwork]:
    """At most `limit` of the matching artworks with this character in any place, newest first."""
    found = await mine.find(Artwork, {**where, "character_id": character_id}, limit=limit)
    found += await _find_beside(mine, character_id, where, limit)
    return sorted(found, key=lambda artwork: artwork.id, reverse=True)[:limit]


async def _find_beside(mine: OwnedStore, character_id: str, where: Where, limit: int) -> list[Artwork]:
    range_ = {name: value for name, value in where.items() if name.startswith("id__")}
    found: list[Artwork] = []
    while len(found) < limit:
        rows = await mine.find(Appearance, {**range_, "character_id": character_id}, limit=_AT_ONCE)
        if rows:
            ids = [row.artwork_id for row in rows]
            found += await mine.find(Artwork, {**where, "id__in": ids}, limit=len(ids))
        if len(rows) < _AT_ONCE:
            break
        range_["id__lt"] = rows[-1].id
    return found
