"""Everybody of a job on the way from what was asked to who is drawn: loaded, found, measured."""

import asyncio
from dataclasses import dataclass

from limner.catalog import registry as catalog
from limner.characters.character import Character
from limner.characters.edit import with_attribute
from limner.characters.kept_character import KeptCharacter
from limner.engine.codec import decode
from limner.engine.images import Box, RgbImage
from limner.errors import FaceError, Invalid, NotFound, PhotoGone
from limner.faces.kept_photo import KeptPhoto
from limner.generation import provider
from limner.generation.from_photo import character_of, sit_at
from limner.jobs.order import DrawOrder, Sitter
from limner.storage.blobs import Blobs
from limner.storage.owned import OwnedStore


@dataclass(slots=True)
class Model:
    """One sitter of a job; each step fills in what the next ones need."""

    asked: Sitter
    kept: KeptCharacter | None = None
    image: RgbImage | None = None
    boxes: tuple[Box, ...] = ()
    face_number: int | None = None
    is_drawn: bool = False
    """Whether the character alone suffices: the photo is only looked at by who wants a closer likeness."""
    sitting: provider.Sitting | None = None
    character: Character | None = None

    def drawn(self) -> provider.Sitter:
        """The sitter as a provider draws them, once measured."""
        if self.character is None:
            msg = "somebody is drawn before they were measured"
            raise RuntimeError(msg)
        return provider.Sitter(self.character, self.sitting, self.asked.adjustments)


async def load(mine: OwnedStore, blobs: Blobs, order: DrawOrder, asked: Sitter, *, with_photo: bool) -> Model:
    """The character if one is named, and the photo if one is there; `with_photo` wants it for a character, too.

    Raises:
        NotFound: the character is gone.
        PhotoGone: the photo is gone.
    """
    model, photo_id = Model(asked, face_number=asked.face_number), asked.photo_id
    if asked.character_id:
        model.kept = await mine.get(KeptCharacter, asked.character_id)
        model.face_number = model.kept.face_number
        photo_id = next(iter(model.kept.photo_ids), None)
        if catalog.style(order.style).family == "character":
            model.is_drawn = True
            if not with_photo:
                return model
    if photo_id is None:
        return model
    try:
        photo = await mine.get(KeptPhoto, photo_id)
    except NotFound:
        if model.is_drawn:
            return model
        raise PhotoGone("The photo for this picture was deleted.", "Upload it again and draw anew.") from None
    model.image = await asyncio.to_thread(decode, await blobs.get(photo.id))
    model.boxes = tuple(face.box() for face in photo.faces)
    return model


async def find(model: Model) -> tuple[str, ...]:
    """Find the face in the photo, if there is one; what to tell the person about it.

    Raises:
        FaceError: there is none that can be used.
    """
    if model.image is None:
        return ()
    try:
        model.sitting, notes = await asyncio.to_thread(sit_at, model.image, model.boxes, model.face_number or 1)
    except FaceError:
        if model.is_drawn:
            return ()
        raise
    return () if model.is_drawn else notes


async def measure(model: Model) -> None:
    """The character with the attributes of this picture.

    Raises:
        Invalid: neither a photo nor a character was named.
        BadAttribute: an unknown name or an impossible value.
    """
    if model.kept:
        character = model.kept.character
    elif model.sitting:
        character = await asyncio.to_thread(character_of, [model.sitting])
    else:
        raise Invalid("This job names neither a photo nor a character.", "Choose one of them.")
    for name, value in model.asked.adjustments.attributes.items():
        character = with_attribute(character, name, value)
    model.character = character
