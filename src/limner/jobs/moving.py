"""The step in which a picture begins to move: as a loop by this computer, or as a clip by whoever may make it."""

import asyncio
import contextlib
import threading
from typing import Final

from limner.engine.codec import decode
from limner.errors import BlobMissing, NotFound, PhotoGone
from limner.gallery.artwork import Artwork, ClipProvenance, LostAttribute
from limner.generation.clip import Clip, ClipRequest
from limner.generation.commission import NobodyDrew, Try, commission_clip
from limner.generation.provider import Picture
from limner.generation.registry import LOCAL
from limner.generation.verify import verify
from limner.jobs.at_work import Run, there
from limner.jobs.commissioning import JobErrand, client_of, clip_facts_of, told, unless_cancelled
from limner.jobs.lifecycle import note_drawing
from limner.jobs.order import Moving
from limner.jobs.renditions import loop_file
from limner.jobs.sitting import load


async def load_finished(at_work: Run) -> None:
    """The picture of the artwork that is to move; its people too, so far as they are still known.

    Raises:
        NotFound: the artwork was deleted.
    """
    tools, order = at_work.tools, at_work.job.order
    artwork = await at_work.mine.get(Artwork, order.artwork_id or "", deleted_at=None)
    data = await tools.blobs.get(artwork.blob_id("print"))
    image = await asyncio.to_thread(decode, data)
    made = artwork.provenance
    at_work.picture = Picture(image, artwork.provider, made.model, artwork.seed, request_id=made.request_id)
    at_work.finished, at_work.lost = artwork, artwork.lost
    if there(order.motion).provider == LOCAL:
        return
    with contextlib.suppress(NotFound, PhotoGone, BlobMissing):
        at_work.models = [
            await load(at_work.mine, tools.blobs, order, asked, with_photo=False) for asked in order.sitters()
        ]


async def move(at_work: Run) -> None:
    """The clip or the loop that is wanted.

    Raises:
        NobodyDrew: the animator failed, and nobody may stand in.
    """
    order = at_work.job.order
    motion = there(order.motion)
    if motion.provider == LOCAL:
        at_work.renditions["loop"] = await _loop(at_work)
        return
    try:
        clip, tries, cost = await _clip(at_work, motion)
    except NobodyDrew as nobody:
        if not (order.fall_back and LOCAL in at_work.tools.settings.fall_back):
            raise
        at_work.renditions["loop"] = await _loop(at_work)
        await note_drawing(at_work.tools.store, at_work.job, told(nobody.tries), 0)
        return
    at_work.renditions["clip"] = clip.data
    at_work.clip = ClipProvenance(
        provider=clip.provider,
        model=clip.model,
        licence=at_work.tools.animator(clip.provider).abilities.licence,
        seconds=clip.seconds,
        request_id=clip.request_id,
    )
    at_work.lost = await _lost(at_work, clip)
    await note_drawing(at_work.tools.store, at_work.job, told(tries), cost)


async def _clip(at_work: Run, motion: Moving) -> tuple[Clip, tuple[Try, ...], int]:
    order = at_work.job.order
    request = ClipRequest(
        there(at_work.picture).image,
        tuple(there(model.character) for model in at_work.models),
        motion.gestures,
        motion.seconds,
        order.seed,
        motion.words,
    )
    animators = [at_work.tools.animator(motion.provider)]
    asked = commission_clip(
        await client_of(at_work), animators, request, clip_facts_of(order), lambda name: JobErrand(at_work, name, None)
    )
    done = await unless_cancelled(at_work, asked)
    return done.made, done.tries, done.cost_microusd


async def _lost(at_work: Run, clip: Clip) -> tuple[LostAttribute, ...]:
    """What the picture lost, and what the clip has lost by its end; of several people nobody knows who is who."""
    if len(at_work.models) != 1:
        return at_work.lost
    seen = await asyncio.to_thread(verify, clip.last, there(at_work.models[0].character))
    before = {one.name for one in at_work.lost}
    since = [
        LostAttribute(name=one.name, expected=one.expected, seen=one.seen)
        for one in seen.lost
        if one.name not in before
    ]
    return (*at_work.lost, *since)


_STOPPED: Final = "nobody waits for this loop any more"


async def _loop(at_work: Run) -> bytes:
    errand, stop = JobErrand(at_work, LOCAL, None), threading.Event()

    def advance(share: float) -> None:
        if stop.is_set():
            raise RuntimeError(_STOPPED)
        errand.advance(share)

    drawn = there(at_work.picture).image
    work = asyncio.to_thread(loop_file, at_work.request, drawn, at_work.job.order, advance)
    try:
        return await unless_cancelled(at_work, work)
    finally:
        stop.set()
