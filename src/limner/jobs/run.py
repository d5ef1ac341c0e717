"""What is done with a job, as a readable list of steps. Drawing runs in a thread: the worker can still speak."""

import asyncio
import base64
import contextlib
import hashlib
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final, TypeVar

import structlog

from limner.catalog import registry as catalog
from limner.characters.character import Character
from limner.characters.edit import with_attribute
from limner.characters.kept_character import KeptCharacter
from limner.engine import ENGINE_VERSION, opencv
from limner.engine.codec import decode, encode_png, encode_webp
from limner.engine.images import Box, RgbImage
from limner.errors import Invalid, LimnerError, NotFound, PhotoGone, StorageError
from limner.faces.kept_photo import KeptPhoto
from limner.gallery.artwork import MEDIA_TYPES, Artwork, LostAttribute, Provenance, RenditionSize
from limner.generation.from_photo import character_of, sit_at
from limner.generation.provider import DrawRequest, Provider, Sitting
from limner.generation.registry import provider
from limner.generation.verify import verify
from limner.jobs.job import Failure, Job, JobStep
from limner.jobs.lifecycle import BEAT_S, BROKE, beat, fail, finish, step_begins, stop
from limner.jobs.stages import Showing
from limner.storage.blobs import Blobs
from limner.storage.owned import OwnedStore
from limner.storage.signed_links import SignedLinks
from limner.storage.store import Store

T = TypeVar("T")
_THUMB_PX: Final = 480
_SCREEN_PX: Final = 1440
_BLUR_PX: Final = 12
_log = logging.getLogger(__name__)


class _Lost(Exception):
    """The job is no longer this worker's."""


class _Cancelled(Exception):
    """The person cancelled."""


@dataclass(slots=True)
class Tools:
    """What a worker holds from job to job; providers keep what they have drawn."""

    store: Store
    blobs: Blobs
    links: SignedLinks
    _providers: dict[str, Provider] = field(default_factory=dict[str, Provider])

    def provider(self, name: str) -> Provider:
        """The provider of this name, the same each time."""
        return self._providers.setdefault(name, provider(name))


@dataclass(slots=True)
class Run:
    """A job on its way: each step fills in what the next ones need."""

    tools: Tools
    mine: OwnedStore
    job: Job
    showing: Showing
    kept: KeptCharacter | None = None
    image: RgbImage | None = None
    boxes: tuple[Box, ...] = ()
    face_number: int | None = None
    sitting: Sitting | None = None
    character: Character | None = None
    drawing: RgbImage | None = None
    lost: tuple[LostAttribute, ...] = ()
    notes: tuple[str, ...] = ()
    renditions: dict[RenditionSize, bytes] = field(default_factory=dict[RenditionSize, bytes])
    blur: str = ""
    provenance: Provenance | None = None


async def run(tools: Tools, job: Job) -> Job | None:
    """Do a claimed job to its end; the job as it is then, or None when it was lost to another worker."""
    with structlog.contextvars.bound_contextvars(job_id=job.id, account_id=job.account_id):
        ended = await _run(tools, job)
        why = f" ({ended.failure.code})" if ended and ended.failure else ""
        _log.info("job %s%s in attempt %d", ended.state if ended else "lost", why, job.attempt)
    return ended


async def _run(tools: Tools, job: Job) -> Job | None:
    speaking = asyncio.create_task(_speak(tools.store, job))
    begun = time.monotonic()
    showing = Showing(tools.store, tools.blobs, tools.links, job)
    at_work = Run(tools, OwnedStore(tools.store, job.account_id), job, showing)
    try:
        for step, work in _STEPS:
            await _begin(at_work, step)
            await work(at_work)
        draw_ms = round((time.monotonic() - begun) * 1000)
        return await finish(tools.store, job, draw_ms=draw_ms, notes=at_work.notes)
    except _Lost:
        return None
    except _Cancelled:
        return await stop(tools.store, job)
    except LimnerError as error:
        return await fail(tools.store, job, Failure.of(error))
    except Exception:  # noqa: BLE001 - whatever it is, it is logged and the job says that it failed
        # A mistake in one provider must not take the worker with it, nor leave its job running for ever.
        _log.exception("job %s broke", job.id)
        return await fail(tools.store, job, BROKE)
    finally:
        speaking.cancel()
        await asyncio.gather(speaking, return_exceptions=True)
        # What stays when the database is away just now is swept later.
        with contextlib.suppress(StorageError):
            await showing.close()


async def _begin(at_work: Run, step: JobStep) -> None:
    job = await step_begins(at_work.tools.store, at_work.job, step)
    if job is None:
        raise _Lost
    if job.cancel_requested:
        raise _Cancelled


async def _speak(store: Store, job: Job) -> None:
    while True:
        await asyncio.sleep(BEAT_S)
        # A database that is away for a moment must not end the speaking.
        with contextlib.suppress(StorageError):
            await beat(store, job)


async def _load(at_work: Run) -> None:
    """The character if one is named, and the photo if one is there."""
    order, mine = at_work.job.order, at_work.mine
    photo_id = order.photo_id
    at_work.face_number = order.face_number
    if order.character_id:
        at_work.kept = await mine.get(KeptCharacter, order.character_id)
        at_work.face_number = at_work.kept.face_number
        photo_id = next(iter(at_work.kept.photo_ids), None)
        if catalog.style(order.style).family == "character":
            return
    if photo_id is None:
        return
    try:
        photo = await mine.get(KeptPhoto, photo_id)
    except NotFound:
        raise PhotoGone("The photo for this picture was deleted.", "Upload it again and draw anew.") from None
    data = await at_work.tools.blobs.get(photo.id)
    at_work.image = await asyncio.to_thread(decode, data)
    at_work.boxes = tuple(face.box() for face in photo.faces)


async def _detect(at_work: Run) -> None:
    if at_work.image is not None:
        at_work.sitting, at_work.notes = await asyncio.to_thread(
            sit_at, at_work.image, at_work.boxes, at_work.face_number or 1
        )


async def _character(at_work: Run) -> None:
    """The kept character, or the sitter measured; what was adjusted for this picture wins."""
    if at_work.kept:
        character = at_work.kept.character
    elif at_work.sitting:
        character = await asyncio.to_thread(character_of, [at_work.sitting])
    else:
        raise Invalid("This job names neither a photo nor a character.", "Choose one of them.")
    for name, value in at_work.job.order.adjustments.attributes.items():
        character = with_attribute(character, name, value)
    at_work.character = character


async def _draw(at_work: Run) -> None:
    order, moved = at_work.job.order, at_work.job.order.adjustments
    template = catalog.template(order.template).moved(moved.dx, moved.dy, moved.scale, moved.tilt_deg)
    request = DrawRequest(
        _there(at_work.character), at_work.sitting, catalog.style(order.style), template, order.size_px, order.seed
    )
    draw, show = at_work.tools.provider(order.provider).draw, at_work.showing.show
    drawing = await asyncio.to_thread(draw, request, vector=False, watch=show)
    at_work.drawing = drawing if isinstance(drawing, RgbImage) else None


async def _verify(at_work: Run) -> None:
    found = await asyncio.to_thread(verify, _there(at_work.drawing), _there(at_work.character))
    at_work.lost = tuple(LostAttribute(name=one.name, expected=one.expected, seen=one.seen) for one in found.lost)


async def _renditions(at_work: Run) -> None:
    at_work.renditions, at_work.blur = await asyncio.to_thread(renditions_of, _there(at_work.drawing))


async def _provenance(at_work: Run) -> None:
    at_work.provenance = Provenance(
        engine_version=ENGINE_VERSION,
        character_version=at_work.kept.version if at_work.kept else None,
        licence=at_work.tools.provider(at_work.job.order.provider).licence,
        sha256=hashlib.sha256(at_work.renditions["print"]).hexdigest(),
    )


async def _store(at_work: Run) -> None:
    """Pictures first, then the row that names them: nobody ever sees half an artwork."""
    job, order, drawing = at_work.job, at_work.job.order, _there(at_work.drawing)
    artwork = Artwork(
        id=job.id,
        account_id=job.account_id,
        photo_id=order.photo_id,
        character_id=order.character_id,
        batch_id=job.batch_id,
        style=order.style,
        template=order.template,
        seed=order.seed,
        provider=order.provider,
        width_px=drawing.width_px,
        height_px=drawing.height_px,
        blur=at_work.blur,
        provenance=_there(at_work.provenance),
        lost=at_work.lost,
    )
    for size, data in at_work.renditions.items():
        await at_work.tools.blobs.put(job.account_id, artwork.blob_id(size), data, MEDIA_TYPES[size])
    await at_work.tools.store.insert(artwork, existing="keep")
    if await at_work.tools.store.get(Job, job.id) is None:
        # The account was erased meanwhile, its jobs first: nothing of it may be left.
        await at_work.tools.blobs.delete([artwork.blob_id(size) for size in at_work.renditions])
        await at_work.tools.store.delete(Artwork, {"id": artwork.id})
        raise _Lost


_STEPS: Final[tuple[tuple[JobStep, Callable[[Run], Awaitable[None]]], ...]] = (
    ("load", _load),
    ("detect", _detect),
    ("character", _character),
    ("draw", _draw),
    ("verify", _verify),
    ("renditions", _renditions),
    ("provenance", _provenance),
    ("store", _store),
)


def renditions_of(drawing: RgbImage) -> tuple[dict[RenditionSize, bytes], str]:
    """The files an artwork is kept as, and the few bytes shown while they load."""
    blur = base64.b64encode(encode_webp(_at_most(drawing, _BLUR_PX), quality=40)).decode()
    thumb, screen = (encode_webp(_at_most(drawing, width), quality=85) for width in (_THUMB_PX, _SCREEN_PX))
    return {"thumb": thumb, "screen": screen, "print": encode_png(drawing)}, blur


def _at_most(image: RgbImage, width_px: int) -> RgbImage:
    if image.width_px <= width_px:
        return image
    height_px = max(1, round(image.height_px * width_px / image.width_px))
    return RgbImage(opencv.resize(image.pixels, width_px, height_px, "area"))


def _there(thing: T | None) -> T:
    """What an earlier step has made."""
    if thing is None:
        msg = "a step ran before the one it needs"
        raise RuntimeError(msg)
    return thing
