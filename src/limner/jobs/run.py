"""What is done with a job, as a readable list of steps. Drawing runs in a thread: the worker can still speak."""

import asyncio
import contextlib
import hashlib
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Final

import structlog

from limner.catalog import registry as catalog
from limner.engine import ENGINE_VERSION
from limner.engine.codec import media_type_of
from limner.errors import LimnerError, StorageError
from limner.gallery.appearance import Appearance, appearances
from limner.gallery.artwork import MEDIA_TYPES, Artwork, LostAttribute, Provenance, original_id
from limner.generation.commission import NobodyDrew
from limner.generation.provider import DrawRequest, HandedOff
from limner.generation.verify import verify
from limner.jobs.at_work import Cancelled, Lost, Run, Tools, there
from limner.jobs.commissioning import commissioned, handed_off, told, unless_cancelled
from limner.jobs.job import Failure, Job
from limner.jobs.lifecycle import BEAT_S, BROKE, beat, fail, finish, hand_off, note_drawing, step_begins, stop
from limner.jobs.moving import load_finished, move
from limner.jobs.order import DrawOrder
from limner.jobs.renditions import renditions_of
from limner.jobs.sitting import find, load, measure
from limner.jobs.stages import Showing
from limner.jobs.steps import JobStep
from limner.storage.owned import OwnedStore
from limner.storage.store import Store

_NEARLY: Final = 0.9
"""Share of the width asked for below which the person is told."""

_log = logging.getLogger(__name__)


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
            if step in _left_out(job.order):
                continue
            await _begin(at_work, step)
            await work(at_work)
        draw_ms = round((time.monotonic() - begun) * 1000)
        return await finish(tools.store, job, draw_ms=draw_ms, notes=at_work.notes)
    except Lost:
        return None
    except (Cancelled, HandedOff, NobodyDrew, LimnerError) as why:
        return await _ended(at_work, why)
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


async def _ended(at_work: Run, why: Cancelled | HandedOff | NobodyDrew | LimnerError) -> Job | None:
    """The job as it is after it did not come to a picture."""
    store, job = at_work.tools.store, at_work.job
    match why:
        case Cancelled():
            return await stop(store, job)
        case HandedOff():
            return await hand_off(store, job, await handed_off(at_work, why.brief))
        case NobodyDrew():
            await note_drawing(store, job, told(why.tries), 0)
            return await fail(store, job, Failure.of(why.tries[0].error))
        case LimnerError():
            return await fail(store, job, Failure.of(why))


def _left_out(order: DrawOrder) -> frozenset[JobStep]:
    """Steps that an order does without: a finished picture is not drawn, and most don't move."""
    if order.artwork_id:
        return frozenset({"draw", "verify"})
    return frozenset() if order.motion else frozenset({"move"})


async def _begin(at_work: Run, step: JobStep) -> None:
    job = await step_begins(at_work.tools.store, at_work.job, step)
    if job is None:
        raise Lost
    if job.cancel_requested:
        raise Cancelled
    at_work.step = step


async def _speak(store: Store, job: Job) -> None:
    while True:
        await asyncio.sleep(BEAT_S)
        # A database that is away for a moment must not end the speaking.
        with contextlib.suppress(StorageError):
            await beat(store, job)


async def _load(at_work: Run) -> None:
    order = at_work.job.order
    if order.artwork_id:
        await load_finished(at_work)
        return
    looks = at_work.tools.provider(order.provider).abilities.reference_pictures > 0
    at_work.models = [
        await load(at_work.mine, at_work.tools.blobs, order, asked, with_photo=looks) for asked in order.sitters()
    ]


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
        order.words,
    )
    drawn = await unless_cancelled(at_work, commissioned(at_work, request))
    at_work.picture = drawn.made
    wide_px = drawn.made.image.width_px
    if wide_px < _NEARLY * order.size_px:
        smaller = f"The picture is {wide_px} px wide: no larger one came of the {order.size_px} px asked for."
        at_work.notes = (*at_work.notes, smaller)
    if drawn.tries or drawn.cost_microusd:
        await note_drawing(at_work.tools.store, at_work.job, told(drawn.tries), drawn.cost_microusd)


async def _verify(at_work: Run) -> None:
    """Only a picture of one person is measured again: of several nobody would know who is who."""
    first, *others = at_work.models
    if others:
        return
    found = await asyncio.to_thread(verify, there(at_work.picture).image, there(first.character))
    at_work.lost = tuple(LostAttribute(name=one.name, expected=one.expected, seen=one.seen) for one in found.lost)


async def _renditions(at_work: Run) -> None:
    still, at_work.blur = await asyncio.to_thread(renditions_of, there(at_work.picture).image)
    at_work.renditions.update(still)


async def _provenance(at_work: Run) -> None:
    sha256 = hashlib.sha256(at_work.renditions["print"]).hexdigest()
    if at_work.finished:
        moved = {"clip": at_work.clip, "original_type": None, "sha256": sha256}
        at_work.provenance = at_work.finished.provenance.model_copy(update=moved)
        return
    kept, picture = at_work.models[0].kept, there(at_work.picture)
    at_work.provenance = Provenance(
        engine_version=ENGINE_VERSION,
        character_version=kept.version if kept else None,
        licence=at_work.tools.provider(picture.provider).abilities.licence,
        model=picture.model,
        request_id=picture.request_id,
        original_type=media_type_of(picture.original) if picture.original else None,
        sha256=sha256,
    )


async def _store(at_work: Run) -> None:
    """Pictures first, then the row that names them: nobody ever sees half an artwork."""
    job, order, picture = at_work.job, at_work.job.order, there(at_work.picture)
    artwork = Artwork(
        id=job.id,
        account_id=job.account_id,
        photo_id=order.photo_id,
        character_id=order.character_id,
        batch_id=job.batch_id,
        style=order.style,
        template=order.template,
        seed=order.seed,
        provider=picture.provider,
        width_px=picture.image.width_px,
        height_px=picture.image.height_px,
        blur=at_work.blur,
        provenance=there(at_work.provenance),
        lost=at_work.lost,
        asked=order.beyond_columns(),
    )
    beside = appearances(artwork, (sitter.character_id for sitter in order.beside))
    for size, data in at_work.renditions.items():
        await at_work.tools.blobs.put(job.account_id, artwork.blob_id(size), data, MEDIA_TYPES[size])
    if picture.original and artwork.provenance.original_type:
        kind = artwork.provenance.original_type
        await at_work.tools.blobs.put(job.account_id, original_id(artwork.id), picture.original, kind)
    if beside:
        await at_work.tools.store.insert(*beside, existing="keep")
    await at_work.tools.store.insert(artwork, existing="keep")
    if await at_work.tools.store.get(Job, job.id) is None:
        # The account was erased meanwhile, its jobs first: nothing of it may be left.
        await at_work.tools.blobs.delete(
            [original_id(artwork.id), *(artwork.blob_id(size) for size in at_work.renditions)]
        )
        await at_work.tools.store.delete(Artwork, {"id": artwork.id})
        await at_work.tools.store.delete(Appearance, {"artwork_id": artwork.id})
        raise Lost


_STEPS: Final[tuple[tuple[JobStep, Callable[[Run], Awaitable[None]]], ...]] = (
    ("load", _load),
    ("detect", _detect),
    ("character", _character),
    ("draw", _draw),
    ("verify", _verify),
    ("move", move),
    ("renditions", _renditions),
    ("provenance", _provenance),
    ("store", _store),
)
