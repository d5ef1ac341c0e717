"""Characters: measured from photos, corrected, versioned."""

from datetime import datetime
from typing import Any

from fastapi import APIRouter, Response, status
from pydantic import BaseModel, Field

from limner.api.pages import Cursor, Limit, Page, page_of
from limner.api.parameters import Id, Key
from limner.api.problems import problem_responses
from limner.api.visitor import Drawer, Reader
from limner.catalog.adjustments import Word
from limner.characters.attributes import UNMEASURED
from limner.characters.keep import correct, delete_character, return_to
from limner.characters.kept_character import CharacterVersion, KeptCharacter
from limner.generation.from_kept import character_from_photos
from limner.generation.preview import draw_preview
from limner.storage.idempotency import id_for

router = APIRouter(prefix="/characters", tags=["characters"])


class FaceChoice(BaseModel):
    """A face of a kept photo."""

    photo_id: str = Field(max_length=40, examples=["01m82gae6vfpbdcz32sgdbfrcc"])
    face_number: int = Field(default=1, ge=1, le=12)


class CharacterIn(BaseModel):
    """One person in one photo, or in up to six; name and pronouns are private and may stay empty."""

    faces: list[FaceChoice] = Field(min_length=1, max_length=6)
    name: str = Field(default="", max_length=80)
    pronouns: str = Field(default="", max_length=40)


class CharacterChange(BaseModel):
    """What the parent says: attributes by name (`{"glasses.frame": "round"}`), name, pronouns."""

    attributes: dict[Word, Word] = Field(default_factory=dict, max_length=40, examples=[{"glasses.frame": "round"}])
    name: str | None = Field(default=None, max_length=80)
    pronouns: str | None = Field(default=None, max_length=40)


class CharacterOut(BaseModel):
    """A character in words; `asks` names the attributes the parent is asked for."""

    id: str
    name: str
    pronouns: str
    photo_ids: tuple[str, ...]
    version: int
    latest_version: int
    attributes: dict[str, dict[str, Any]]
    asks: list[str]
    engine_version: str
    created_at: datetime
    changed_at: datetime


class PreviewIn(BaseModel):
    """What to try on; without a template head and shoulders are drawn."""

    attributes: dict[Word, Word] = Field(default_factory=dict, max_length=40)
    style: str = Field(default="storybook", max_length=60)
    template: str | None = Field(default=None, max_length=60)
    width_px: int = Field(default=320, ge=64, le=640)


class VersionOut(BaseModel):
    """One version of a character."""

    number: int
    created_at: datetime


class VersionChoice(BaseModel):
    """The version that is drawn from now on."""

    version: int = Field(ge=1, le=1000)


@router.post(
    "",
    operation_id="createCharacter",
    status_code=status.HTTP_201_CREATED,
    responses=problem_responses(401, 403, 404, 409, 422, 507),
)
async def create_character(
    visitor: Drawer,
    wanted: CharacterIn,
    idempotency_key: Key = None,
) -> CharacterOut:
    """Measure a person."""
    character_id = await id_for(visitor.mine, idempotency_key, "character" + wanted.model_dump_json())
    kept = await character_from_photos(
        visitor.mine,
        visitor.blobs,
        visitor.site.aside,
        character_id,
        [(face.photo_id, face.face_number) for face in wanted.faces],
        wanted.name,
        wanted.pronouns,
    )
    return _out(kept)


@router.get("", operation_id="listCharacters", responses=problem_responses(401, 403, 422))
async def list_characters(visitor: Reader, cursor: Cursor = None, limit: Limit = 50) -> Page[CharacterOut]:
    """The account's characters, newest first."""
    kept, following = await page_of(visitor.mine, KeptCharacter, {}, cursor, limit)
    return Page(items=[_out(one) for one in kept], next_cursor=following)


@router.get("/{character_id}", operation_id="getCharacter", responses=problem_responses(401, 403, 404, 422))
async def get_character(visitor: Reader, character_id: Id) -> CharacterOut:
    """One character."""
    return _out(await visitor.mine.get(KeptCharacter, character_id))


@router.patch("/{character_id}", operation_id="changeCharacter", responses=problem_responses(401, 403, 404, 409, 422))
async def change_character(visitor: Drawer, character_id: Id, change: CharacterChange) -> CharacterOut:
    """Correct attributes (a new version), rename."""
    kept = await visitor.mine.get(KeptCharacter, character_id)
    if change.attributes:
        kept = await correct(visitor.mine, character_id, change.attributes)
    words = change.model_dump(include={"name", "pronouns"}, exclude_none=True)
    if words:
        kept = await visitor.mine.take(KeptCharacter, character_id, words)
    return _out(kept)


@router.get(
    "/{character_id}/versions", operation_id="listCharacterVersions", responses=problem_responses(401, 403, 404, 422)
)
async def list_versions(
    visitor: Reader, character_id: Id, cursor: Cursor = None, limit: Limit = 50
) -> Page[VersionOut]:
    """Every version the character ever had, newest first."""
    await visitor.mine.get(KeptCharacter, character_id)
    versions, following = await page_of(visitor.mine, CharacterVersion, {"character_id": character_id}, cursor, limit)
    return Page(
        items=[VersionOut(number=one.number, created_at=one.created_at) for one in versions], next_cursor=following
    )


@router.post(
    "/{character_id}/preview",
    operation_id="previewCharacter",
    response_class=Response,
    responses={
        200: {"content": {"image/webp": {}}, "description": "A small drawing"},
        **problem_responses(401, 403, 404, 422),
    },
)
async def preview_character(visitor: Reader, character_id: Id, wanted: PreviewIn) -> Response:
    """Draw the character small and at once, with attributes tried on; nothing is kept."""
    kept = await visitor.mine.get(KeptCharacter, character_id)
    data = await visitor.site.aside(
        draw_preview, kept.character, wanted.attributes, wanted.style, wanted.template, wanted.width_px
    )
    return Response(data, media_type="image/webp")


@router.put(
    "/{character_id}/version", operation_id="chooseCharacterVersion", responses=problem_responses(401, 403, 404, 422)
)
async def choose_version(visitor: Drawer, character_id: Id, choice: VersionChoice) -> CharacterOut:
    """Undo or redo: draw from another version."""
    return _out(await return_to(visitor.mine, character_id, choice.version))


@router.delete(
    "/{character_id}",
    operation_id="deleteCharacter",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problem_responses(401, 403, 404, 422),
)
async def remove_character(visitor: Drawer, character_id: Id) -> None:
    """Delete a character with all versions; its artworks stay."""
    await delete_character(visitor.mine, character_id)


def _out(kept: KeptCharacter) -> CharacterOut:
    return CharacterOut(
        id=kept.id,
        name=kept.name,
        pronouns=kept.pronouns,
        photo_ids=kept.photo_ids,
        version=kept.version,
        latest_version=kept.latest_version,
        attributes=kept.character.attributes(),
        asks=[name for name in kept.character.asks() if name not in UNMEASURED],
        engine_version=kept.character.engine_version,
        created_at=kept.created_at,
        changed_at=kept.changed_at,
    )
