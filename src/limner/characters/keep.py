"""Characters an account keeps: corrected in versions, so that every change can be undone."""

from collections.abc import Mapping
from typing import Final

from limner.characters.character import Character
from limner.characters.edit import with_attribute
from limner.characters.kept_character import CharacterVersion, KeptCharacter
from limner.errors import Conflict, NotFound
from limner.storage.owned import OwnedStore
from limner.storage.record import now

_MOST_VERSIONS: Final = 200


async def keep_character(mine: OwnedStore, kept: KeptCharacter) -> KeptCharacter:
    """Keep a new character with its first version."""
    await mine.store.insert(_version(kept, 1, kept.character), existing="keep")
    await mine.store.insert(kept, existing="keep")
    return kept


async def correct(mine: OwnedStore, character_id: str, values: Mapping[str, str]) -> KeptCharacter:
    """Set attributes as the parent says; what was before stays as an older version.

    Raises:
        NotFound: the account has no such character.
        BadAttribute: an unknown name or an impossible value.
        Conflict: somebody else changed it at the same moment, or it has too many versions.
    """
    kept = await mine.get(KeptCharacter, character_id)
    character = kept.character
    for name, value in values.items():
        character = with_attribute(character, name, value)
    if kept.latest_version >= _MOST_VERSIONS:
        raise Conflict("This character has too many versions.", "Make a new one from the photo.")
    number = kept.latest_version + 1
    changed = await mine.store.take(
        KeptCharacter,
        {"id": character_id, "account_id": mine.account_id, "latest_version": kept.latest_version},
        {
            "character": character,
            "version": number,
            "latest_version": number,
            "changed_at": now(),
        },
    )
    if changed is None:
        raise Conflict("This character was just changed elsewhere.", "Look at it again, then correct it.")
    await mine.store.insert(_version(kept, number, character), existing="keep")
    return changed


async def return_to(mine: OwnedStore, character_id: str, number: int) -> KeptCharacter:
    """Draw from another version from now on: undo, and redo.

    Raises:
        NotFound: the account has no such character, or it no such version.
    """
    versions = await mine.find(CharacterVersion, {"character_id": character_id, "number": number}, limit=1)
    if not versions:
        raise NotFound(CharacterVersion.table)
    return await mine.take(
        KeptCharacter,
        character_id,
        {"character": versions[0].character, "version": number, "changed_at": now()},
    )


async def delete_character(mine: OwnedStore, character_id: str) -> None:
    """Delete a character and all its versions; artworks stay.

    Raises:
        NotFound: the account has no such character.
    """
    await mine.get(KeptCharacter, character_id)
    await mine.delete(CharacterVersion, {"character_id": character_id})
    await mine.delete(KeptCharacter, {"id": character_id})


def _version(kept: KeptCharacter, number: int, character: Character) -> CharacterVersion:
    return CharacterVersion(
        id=f"{kept.id}{number:04d}",
        account_id=kept.account_id,
        character_id=kept.id,
        number=number,
        character=character,
    )
