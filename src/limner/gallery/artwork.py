"""An artwork: a finished picture's row. Its renditions lie in the blob store under names made from its id."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from limner.storage.record import Owned, now

RenditionSize = Literal["thumb", "screen", "print", "loop", "clip"]
MEDIA_TYPES: Final[Mapping[RenditionSize, str]] = {
    "thumb": "image/webp",
    "screen": "image/webp",
    "print": "image/png",
    "loop": "image/webp",
    "clip": "video/mp4",
}
SIZES: Final[tuple[RenditionSize, ...]] = ("thumb", "screen", "print")
"""What every artwork has; one that moves has its loop or its clip besides."""


DIGITAL_SOURCE_TYPE: Final = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
"""What every artwork is, in the IPTC's words."""


class ClipProvenance(BaseModel):
    """Who let the picture move, and how long it does."""

    model_config = ConfigDict(frozen=True)

    provider: str
    model: str
    licence: str
    seconds: float
    request_id: str = ""


class Provenance(BaseModel):
    """How an artwork was made, beyond what was asked for."""

    model_config = ConfigDict(frozen=True)

    engine_version: str
    character_version: int | None = None
    licence: str
    model: str = ""
    request_id: str = Field(default="", description="The provider's own number for it, for questions to them")
    sha256: str = Field(description="Of the print rendition's bytes")
    original_type: str | None = Field(
        default=None, description="Type of the file as a provider sent it, with its content credentials; None: not kept"
    )
    clip: ClipProvenance | None = None


class LostAttribute(BaseModel):
    """An attribute that did not survive the drawing."""

    model_config = ConfigDict(frozen=True)

    name: str
    expected: str
    seen: str


class Artwork(Owned):
    """A finished picture. Its id is its job's id, so that a job drawn twice still gives one artwork.

    `blur` is a WebP of some 12 px as base64, shown until the thumbnail is there. `asked` is what the order said beyond
    these fields: adjustments, caption, who is beside; None when it said nothing more.
    """

    table: ClassVar[str] = "artworks"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("account_id", "deleted_at", "id"),
        ("account_id", "deleted_at", "style", "id"),
        ("account_id", "deleted_at", "character_id", "id"),
        ("account_id", "deleted_at", "favourite", "id"),
        ("deleted_at",),
    )

    photo_id: str | None = None
    character_id: str | None = None
    batch_id: str | None = None
    style: str
    template: str
    seed: int
    provider: str
    width_px: int
    height_px: int
    favourite: bool = False
    blur: str
    provenance: Provenance
    lost: tuple[LostAttribute, ...] = ()
    asked: dict[str, Any] | None = None
    created_at: datetime = Field(default_factory=now)
    deleted_at: datetime | None = None

    @property
    def sizes(self) -> tuple[RenditionSize, ...]:
        """Its renditions; one that moves has a clip that somebody made, or else this computer's loop."""
        if self.provenance.clip is not None:
            return (*SIZES, "clip")
        return (*SIZES, "loop") if self.asked is not None and "motion" in self.asked else SIZES

    def blob_id(self, size: RenditionSize) -> str:
        """Name of a rendition in the blob store."""
        return blob_id(self.id, size)


def blob_id(artwork_id: str, size: RenditionSize) -> str:
    """Name of a rendition in the blob store."""
    return f"{artwork_id}.{size}"


def original_id(artwork_id: str) -> str:
    """Name of the file as a provider sent it, in the blob store."""
    return f"{artwork_id}.original"


class Album(Owned):
    """A named selection of artworks."""

    table: ClassVar[str] = "albums"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "id"),)

    title: str
    created_at: datetime = Field(default_factory=now)


class AlbumEntry(Owned):
    """That an artwork is in an album."""

    table: ClassVar[str] = "album_entries"
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("album_id", "artwork_id"),)
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "artwork_id"),)

    album_id: str
    artwork_id: str
