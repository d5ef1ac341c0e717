"""A request told to somebody elsewhere: composed from style, template and the measured attributes, with pictures.

Three kinds of pictures go along: the photo, cut close around the head with everybody else's face made unreadable; the
character, drawn by this computer; and the whole scene, drawn by it, for who stands where.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from limner.catalog import registry
from limner.catalog.close_up import close_up_page
from limner.catalog.page import places_of
from limner.engine import opencv
from limner.engine.images import Box, RgbImage
from limner.engine.paint.finish import paint_page
from limner.generation.brief import Brief, Reference
from limner.generation.person_in_words import attribute_in_words, person_in_words
from limner.generation.provider import DrawRequest, Sitter, Sitting
from limner.generation.scene import drawn_scenes, scene_page

SCENE_PX: Final = 1024
"""Width of the scene's drawing that goes along."""
_PHOTO_PX: Final = 1024
_SHEET_PX: Final = 768
_AROUND: Final = 1.1
"""How far beyond the face's box the photo is kept, in the box's sizes, to each side."""
_PLAIN_STYLE: Final = "storybook"
_NEVER: Final = (
    "text, letters, watermark, signature, frame, extra people, extra fingers, deformed hands, blurry, photograph"
)
_POSES: Final = {
    "wave": "waving",
    "carry": "carrying something",
    "hold": "holding something in both hands",
    "cheer": "cheering with both arms up",
    "hips": "with hands on the hips",
    "point": "pointing up",
    "open": "with open arms",
    "relax": "standing at ease",
}


def write_brief(request: DrawRequest, *, most_pictures: int | None = None) -> Brief:
    """The request in words and pictures; `most_pictures` is for who can't look at all of them.

    It draws: call it in a thread.

    Raises:
        UnknownName: there is no such outfit or pose.
        Invalid: more people than the scene has places for.
    """
    references = _at_most(most_pictures, tuple(_references(request)))
    return Brief(
        prompt=_prompt(request, references),
        plain_prompt=_prompt(request, ()),
        negative=_NEVER,
        references=references,
        width_px=request.size_px,
        height_px=request.height_px,
        seed=request.seed,
    )


def _prompt(request: DrawRequest, references: Sequence[Reference]) -> str:
    return " ".join(part for part in _sentences(request, references) if part)


def _sentences(request: DrawRequest, references: Sequence[Reference]) -> Iterator[str]:
    style, template = request.style, request.template
    if style.family == "portrait":
        yield f"Paint a portrait, head and shoulders, on a plain ground. {style.title}: {style.summary}"
    else:
        yield f"Draw a children's book illustration. {style.title}: {style.summary}"
        yield f"Scene: {template.title}. {template.summary}"
    many = len(request.sitters) > 1
    for number, doing in enumerate(_doing(request), 1):
        who = f"Person {number}, from left to right," if many else "The person"
        yield f"{who} is {person_in_words(request.sitters[number - 1].character)}{doing}."
    yield from (_shown(number, one, many=many) for number, one in enumerate(references, 1))
    yield (
        "Each person must be recognisable: keep face, age, skin tone, hair, eye colour, glasses and every mark as told."
    )
    for name in request.lost:
        yield f"Do not forget: {attribute_in_words(request.sitters[0].character, name)}."
    yield "No text, no watermark, no frame, nobody else in the picture."
    yield request.words.strip()


def _doing(request: DrawRequest) -> Iterator[str]:
    """What everybody wears and does, from left to right."""
    if request.style.family == "portrait":
        yield from ("" for _ in request.sitters)
        return
    traits = [sitter.character.traits() for sitter in request.sitters]
    for place in places_of(request.template, traits, [sitter.adjustments for sitter in request.sitters]):
        yield f", dressed as: {registry.outfit(place.outfit).title.lower()}, {_POSES.get(place.pose, place.pose)}"


def _shown(number: int, reference: Reference, *, many: bool) -> str:
    whose = f"person {reference.person}" if many else "the person"
    match reference.role:
        case "photo":
            return f"Picture {number} is a photo of {whose}: take the likeness from it."
        case "character":
            return f"Picture {number} is {whose} drawn before: keep its features and colours."
        case "scene":
            return f"Picture {number} is a sketch of the whole: keep who stands where, and improve everything else."


def _references(request: DrawRequest) -> Iterator[Reference]:
    for number, sitter in enumerate(request.sitters, 1):
        if sitter.sitting is not None:
            yield Reference("photo", number, head_of(sitter.sitting))
    for number, sitter in enumerate(request.sitters, 1):
        yield Reference("character", number, _sheet(request, sitter))
    if request.style.look is not None:
        page = scene_page(replace(request, caption=""), request.style.look)
        yield Reference("scene", 0, paint_page(page, request.style.look, SCENE_PX, drawn_scenes()))


def _at_most(most: int | None, references: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """Where there are too many, drawn characters go first: the sketch of the whole shows them too."""
    if most is None or len(references) <= most:
        return references
    others = [one for one in references if one.role != "character"]
    characters = [one for one in references if one.role == "character"][: max(0, most - len(others))]
    kept = {id(one) for one in [*others, *characters][:most]}
    return tuple(one for one in references if id(one) in kept)


def _sheet(request: DrawRequest, sitter: Sitter) -> RgbImage:
    look = request.style.look or registry.style(_PLAIN_STYLE).look
    if look is None:
        msg = f"{_PLAIN_STYLE} is a character style"
        raise RuntimeError(msg)
    return paint_page(close_up_page(sitter.character.traits(), look), look, _SHEET_PX)


def head_of(sitting: Sitting) -> RgbImage:
    """The photo around the head and no more; faces of others that reach into it can't be read any more."""
    pixels = sitting.image.pixels.copy()
    for other in sitting.others:
        left, top, right, bottom = _grown(other.box, 0.15, sitting.image)
        part = pixels[top:bottom, left:right]
        if part.size:
            speck = opencv.resize(part.copy(), 4, 4, "area")
            pixels[top:bottom, left:right] = opencv.resize(speck, right - left, bottom - top, "linear")
    left, top, right, bottom = _grown(sitting.face.box, _AROUND, sitting.image)
    head = pixels[top:bottom, left:right].copy()
    longest = max(head.shape[:2])
    if longest > _PHOTO_PX:
        shrunk = _PHOTO_PX / longest
        head = opencv.resize(head, round(head.shape[1] * shrunk), round(head.shape[0] * shrunk), "area")
    return RgbImage(head)


def _grown(box: Box, share: float, image: RgbImage) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of a box grown by a share of its size to each side, within the picture."""
    wide, high = box.width_px * share, box.height_px * share
    return (
        max(0, round(box.x_px - wide)),
        max(0, round(box.y_px - high)),
        min(image.width_px, round(box.x_px + box.width_px + wide)),
        min(image.height_px, round(box.y_px + box.height_px + high)),
    )
