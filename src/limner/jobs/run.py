"""What is done with a job, as a readable list of steps. Drawing runs in a thread: the worker can still speak."""

import asyncio
import base64
import contextlib
import hashlib
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

import structlog

from limner.catalog import registry as catalog
from limner.engine import ENGINE_VERSION, opencv
from limner.engine.codec import encode_png, encode_webp
from limner.engine.images import RgbImage
from limner.engine.motion.encode import encode_loop
from limner.engine.stages import StageName
from limner.errors import LimnerError, StorageError
from limner.gallery.appearance import Appearance, appearances
from limner.gallery.artwork import MEDIA_TYPES, Artwork, LostAttribute, Provenance, RenditionSize
from limner.generation.animate import character_frames, picture_frames
from limner.generation.provider import DrawRequest, Errand, Provider
from limner.generation.registry import provider
from limner.generation.verify import verify
from limner.jobs.job import DrawOrder, Failure, Job, JobStep
from limner.jobs.lifecycle import BEAT_S, BROKE, beat, fail, finish, step_begins, stop
from limner.jobs.sitting import Model, find, load, measure
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


class JobErrand(Errand):
    """What a provider says while it draws, on its way to whoever watches the job."""

    def __init__(self, showing: Showing) -> None:
        self._showing = showing

    def show(self, stage: StageName, picture: RgbImage) -> None:
        """Tell the account of a stage."""
        self._showing.show(stage, picture)


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
    models: list[Model] = field(default_factory=list[Model])
    request: DrawRequest | None = None
    drawing: RgbImage | None = None
    loop: bytes | None = None
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
            if step == "move" and job.order.motion is None:
                continue
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
    order = at_work.job.order
    at_work.models = [await load(at_work.mine, at_work.tools.blobs, order, asked) for asked in order.sitters()]


async def _detect(at_work: Run) -> None:
    found = [await find(model) for model in at_work.models]
    at_work.notes = tuple(dict.fromkeys(note for notes in found for note in notes))


async def _character(at_work: Run) -> None:
    for model in at_work.models:
        await measure(model)


async def _draw(at_work: Run) -> None:
    order = at_work.job.order
    request = at_work.request = DrawRequest(
        tuple(model.drawn() for model in at_work.models),
        catalog.style(order.style),
        catalog.template(order.template),
        order.size_px,
        order.seed,
        order.caption,
    )
    errand = JobErrand(at_work.showing)
    at_work.drawing = (await at_work.tools.provider(order.provider).draw(request, errand)).image


async def _verify(at_work: Run) -> None:
    """Only a picture of one person is measured again: of several nobody would know who is who."""
    first, *others = at_work.models
    if others:
        return
    found = await asyncio.to_thread(verify, _there(at_work.drawing), _there(first.character))
    at_work.lost = tuple(LostAttribute(name=one.name, expected=one.expected, seen=one.seen) for one in found.lost)


async def _move(at_work: Run) -> None:
    """The loop, where one is wanted."""
    order = at_work.job.order
    if order.motion:
        at_work.loop = await asyncio.to_thread(loop_file, _there(at_work.request), _there(at_work.drawing), order)


async def _renditions(at_work: Run) -> None:
    at_work.renditions, at_work.blur = await asyncio.to_thread(renditions_of, _there(at_work.drawing))
    if at_work.loop:
        at_work.renditions["loop"] = at_work.loop


async def _provenance(at_work: Run) -> None:
    kept = at_work.models[0].kept
    at_work.provenance = Provenance(
        engine_version=ENGINE_VERSION,
        character_version=kept.version if kept else None,
        licence=at_work.tools.provider(at_work.job.order.provider).abilities.licence,
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
        asked=order.beyond_columns(),
    )
    beside = appearances(artwork, (sitter.character_id for sitter in order.beside))
    for size, data in at_work.renditions.items():
        await at_work.tools.blobs.put(job.account_id, artwork.blob_id(size), data, MEDIA_TYPES[size])
    if beside:
        await at_work.tools.store.insert(*beside, existing="keep")
    await at_work.tools.store.insert(artwork, existing="keep")
    if await at_work.tools.store.get(Job, job.id) is None:
        # The account was erased meanwhile, its jobs first: nothing of it may be left.
        await at_work.tools.blobs.delete([artwork.blob_id(size) for size in at_work.renditions])
        await at_work.tools.store.delete(Artwork, {"id": artwork.id})
        await at_work.tools.store.delete(Appearance, {"artwork_id": artwork.id})
        raise _Lost


_STEPS: Final[tuple[tuple[JobStep, Callable[[Run], Awaitable[None]]], ...]] = (
    ("load", _load),
    ("detect", _detect),
    ("character", _character),
    ("draw", _draw),
    ("verify", _verify),
    ("move", _move),
    ("renditions", _renditions),
    ("provenance", _provenance),
    ("store", _store),
)


def renditions_of(drawing: RgbImage) -> tuple[dict[RenditionSize, bytes], str]:
    """The files an artwork is kept as, and the few bytes shown while they load."""
    blur = base64.b64encode(encode_webp(_at_most(drawing, _BLUR_PX), quality=40)).decode()
    thumb, screen = (encode_webp(_at_most(drawing, width), quality=85) for width in (_THUMB_PX, _SCREEN_PX))
    return {"thumb": thumb, "screen": screen, "print": encode_png(drawing)}, blur


def loop_file(request: DrawRequest, drawing: RgbImage, order: DrawOrder) -> bytes:
    """The drawing as a loop: what this computer draws from numbers moves on its rig, any other by its painted face."""
    motion = _there(order.motion)
    if order.provider == "local" and request.style.look is not None:
        frames = character_frames(replace(request, size_px=motion.size_px), request.style.look, motion.loop())
    else:
        frames = picture_frames(drawing, motion.loop(), motion.size_px)
    return encode_loop([*frames], motion.loop().fps, "webp")


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
