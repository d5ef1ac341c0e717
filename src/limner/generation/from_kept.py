"""A character measured from photos an account keeps."""

from collections.abc import Sequence
from typing import TypeAlias

from limner.characters.character import Character
from limner.characters.keep import keep_character
from limner.characters.kept_character import KeptCharacter
from limner.engine.codec import decode
from limner.engine.images import Box
from limner.errors import NoSuchFace
from limner.faces.kept_photo import KeptPhoto
from limner.faces.photo_library import Aside
from limner.generation.from_photo import character_of, sit_at
from limner.storage.blobs import Blobs
from limner.storage.owned import OwnedStore

FaceOfPhoto: TypeAlias = tuple[bytes, tuple[Box, ...], int]
"""A kept picture's bytes, the frames of its faces, and the number of the one that is meant."""


async def character_from_photos(
    mine: OwnedStore,
    blobs: Blobs,
    aside: Aside,
    character_id: str,
    faces: Sequence[tuple[str, int]],
    name: str = "",
    pronouns: str = "",
) -> KeptCharacter:
    """Measure one person in (photo id, face number) pairs, and keep the character.

    Raises:
        NotFound: the account has no such photo.
        FaceError: a face can't be measured.
    """
    there = await mine.find(KeptCharacter, {"id": character_id}, limit=1)
    if there:
        return there[0]
    seen = [await _face(mine, blobs, photo_id, number) for photo_id, number in faces]
    kept = KeptCharacter(
        id=character_id,
        account_id=mine.account_id,
        name=name,
        pronouns=pronouns,
        photo_ids=tuple(photo_id for photo_id, _ in faces),
        face_number=faces[0][1],
        character=await aside(measured, seen),
    )
    return await keep_character(mine, kept)


def measured(faces: Sequence[FaceOfPhoto]) -> Character:
    """One person measured in all of their photos.

    Raises:
        FaceError: a face can't be measured.
    """
    return character_of([sit_at(decode(data), boxes, number)[0] for data, boxes, number in faces])


async def _face(mine: OwnedStore, blobs: Blobs, photo_id: str, number: int) -> FaceOfPhoto:
    photo = await mine.get(KeptPhoto, photo_id)
    if number > len(photo.faces):
        raise NoSuchFace(f"There is no face {number} in this photo.", "Choose one that was found, or place a frame.")
    return await blobs.get(photo.id), tuple(face.box() for face in photo.faces), number
