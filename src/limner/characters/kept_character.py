"""A character an account keeps, with every version it ever had."""

from datetime import datetime
from typing import ClassVar

from pydantic import Field

from limner.characters.character import Character
from limner.storage.record import Owned, now


class KeptCharacter(Owned):
    """A person as numbers; `version` is the number of the one that is drawn now. Name and pronouns are private."""

    table: ClassVar[str] = "characters"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "id"),)

    name: str = ""
    pronouns: str = ""
    photo_ids: tuple[str, ...] = ()
    face_number: int | None = None
    version: int = 1
    latest_version: int = 1
    character: Character
    created_at: datetime = Field(default_factory=now)
    changed_at: datetime = Field(default_factory=now)


class CharacterVersion(Owned):
    """What a character was at one version; never changed."""

    table: ClassVar[str] = "character_versions"
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("character_id", "number"),)
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "id"),)

    character_id: str
    number: int
    character: Character
    created_at: datetime = Field(default_factory=now)
