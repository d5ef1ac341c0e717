"""Taking orders: what can't be drawn is refused before it is queued; what is accepted is queued at once."""

import contextlib
import itertools
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, TypeAlias

from limner.accounts.account import Account
from limner.accounts.quotas import quotas_of
from limner.accounts.spending import release, reserve
from limner.catalog import registry as catalog
from limner.catalog.page import check_fits
from limner.characters.edit import with_attribute
from limner.characters.kept_character import KeptCharacter
from limner.characters.plain_person import plain_person
from limner.errors import Conflict, Invalid, NoSuchFace, NotFound, OverCap
from limner.faces.kept_photo import KeptPhoto
from limner.gallery.artwork import Artwork
from limner.generation.animate import check_gestures
from limner.generation.caption import check_caption
from limner.generation.choose import check_may_draw
from limner.generation.registry import LOCAL, animator, provider
from limner.jobs.commissioning import clip_facts_of, facts_of
from limner.jobs.job import PRIORITY_BATCH, Batch, Job
from limner.jobs.lifecycle import cancel, retry, submit
from limner.jobs.order import DrawOrder, Sitter
from limner.jobs.queue import Queue
from limner.settings import Settings
from limner.storage.owned import OwnedStore

Admit: TypeAlias = Callable[[int], Awaitable[None]]
"""Called with the number of pictures before anything is queued; raises when the account may not ask for so many."""
MOST_IN_BATCH: Final = 1000


async def order_one(mine: OwnedStore, queue: Queue, order: DrawOrder, job_id: str, admit: Admit) -> Job:
    """Accept one order as the job of this id; asked again with the same id, it is the same job.

    Raises:
        NotFound: the account has no such photo, character or artwork.
        NoSuchFace, UnknownName, BadAttribute, Invalid: this can't be drawn.
    """
    there = await mine.find(Job, {"id": job_id}, limit=1)
    if there:
        return there[0]
    order = await _in_full(mine, order)
    await check_order(mine, order)
    await admit(1)
    job = Job(id=job_id, account_id=mine.account_id, order=order)
    await _set_money_aside(mine, [job])
    await submit(mine.store, job)
    await queue.wake([job.id])
    return job


async def order_many(
    mine: OwnedStore, queue: Queue, orders: Sequence[DrawOrder], batch_id: str, title: str, admit: Admit
) -> Batch:
    """Accept several orders as one batch; all are checked before the first is queued."""
    there = await mine.find(Batch, {"id": batch_id}, limit=1)
    if there and await mine.count(Job, {"batch_id": batch_id}) == there[0].total:
        return there[0]
    for order in orders:
        if order.artwork_id:
            raise Invalid("A batch draws; finished pictures are moved one by one.", "Leave out artwork_id.")
        await check_order(mine, order)
    if not there:
        await admit(len(orders))
    batch = Batch(id=batch_id, account_id=mine.account_id, title=title, total=len(orders))
    jobs = [
        Job(
            id=f"{batch_id}{number:04d}",
            account_id=mine.account_id,
            order=order,
            batch_id=batch_id,
            priority=PRIORITY_BATCH,
        )
        for number, order in enumerate(orders)
    ]
    # Before there is a batch: one that can't be paid leaves nothing behind.
    await _set_money_aside(mine, jobs)
    await mine.store.insert(batch, existing="keep")
    await submit(mine.store, *jobs)
    await queue.wake([job.id for job in jobs])
    return batch


def grid(orders: Sequence[DrawOrder], styles: Sequence[str], templates: Sequence[str]) -> list[DrawOrder]:
    """Every order in every style and every template. A portrait has no template: it is painted once."""
    drawn: list[DrawOrder] = []
    for order, style in itertools.product(orders, styles):
        wanted = templates if catalog.style(style).family == "character" else templates[:1]
        drawn += [order.model_copy(update={"style": style, "template": template}) for template in wanted]
    return drawn


async def _in_full(mine: OwnedStore, order: DrawOrder) -> DrawOrder:
    """An order to move an artwork, with all that the artwork was asked for with.

    What this computer drew is drawn anew, so that it moves on its rig, unless somebody in it is no longer there.

    Raises:
        NotFound: the account has no such artwork.
        Invalid: it is not said how it moves.
    """
    if order.artwork_id is None:
        return order
    if order.motion is None:
        raise Invalid("It is not said how the picture moves.", "Send motion, too.")
    artwork = await mine.get(Artwork, order.artwork_id, deleted_at=None)
    wanted = {"artwork_id": artwork.id, "motion": order.motion, "fall_back": order.fall_back}
    full = DrawOrder.of(artwork).model_copy(update=wanted)
    if order.motion.provider == full.provider == LOCAL:
        with contextlib.suppress(NotFound):
            for sitter in full.sitters():
                await _check_sitter(mine, sitter)
            return full.model_copy(update={"artwork_id": None})
    return full


async def check_order(mine: OwnedStore, order: DrawOrder) -> None:
    """Look at everything that can be known before drawing."""
    if order.motion and order.motion.provider != LOCAL:
        if order.artwork_id is None:
            raise Invalid("Animators move finished pictures.", "Draw the picture first, then send its artwork_id.")
        await check_may_draw(mine.store, mine.account_id, animator(order.motion.provider), clip_facts_of(order))
    if order.artwork_id:
        return
    await check_may_draw(mine.store, mine.account_id, provider(order.provider), facts_of(order))
    wishes = [sitter.adjustments for sitter in order.sitters()]
    check_fits(catalog.style(order.style), catalog.template(order.template), wishes, order.caption)
    check_caption(order.caption)
    if order.motion and catalog.style(order.style).look is None:
        check_gestures(order.motion.loop())
    for sitter in order.sitters():
        await _check_sitter(mine, sitter)


async def _set_money_aside(mine: OwnedStore, jobs: Sequence[Job]) -> None:
    """Reserve what the pictures cost: all of it or nothing.

    Raises:
        OverCap: it is more than what is left of this month's money.
    """
    prices = {job.id: _price(job.order) for job in jobs}
    if not any(microusd for _, microusd in prices.values()):
        return
    account = await mine.store.get(Account, mine.account_id)
    if account is None:
        raise NotFound(Account.table)
    cap = quotas_of(Settings(), account).month_microusd
    try:
        for job in jobs:
            await reserve(mine.store, mine.account_id, job.id, *prices[job.id], cap)
    except OverCap:
        for job in jobs:
            await release(mine.store, job.id)
        raise


def _price(order: DrawOrder) -> tuple[str, int]:
    """Who takes money for an order, and about how much, in millionths of a US dollar."""
    if order.artwork_id is None:
        return order.provider, provider(order.provider).abilities.price_microusd
    if order.motion is None or order.motion.provider == LOCAL:
        return LOCAL, 0
    return order.motion.provider, animator(order.motion.provider).abilities.clip_price_microusd(order.motion.seconds)


async def _check_sitter(mine: OwnedStore, sitter: Sitter) -> None:
    if (sitter.photo_id is None) == (sitter.character_id is None):
        raise Invalid("Everybody needs a photo or a character, not both.", "Send photo_id or character_id.")
    character = plain_person()
    if sitter.character_id:
        character = (await mine.get(KeptCharacter, sitter.character_id)).character
    else:
        _check_face(await mine.get(KeptPhoto, sitter.photo_id or ""), sitter.face_number)
    for name, value in sitter.adjustments.attributes.items():
        character = with_attribute(character, name, value)


def _check_face(photo: KeptPhoto, number: int | None) -> None:
    if not photo.faces:
        raise NoSuchFace("No face was found in this photo.", "Place the frame around the face yourself.")
    if (number or 1) > len(photo.faces):
        raise NoSuchFace(
            f"There is no face {number} in this photo.", f"Choose one of the {len(photo.faces)} that were found."
        )


async def cancel_batch(mine: OwnedStore, batch_id: str) -> None:
    """Cancel every job of a batch that has not ended."""
    for state in ("queued", "running"):
        for job in await mine.find(Job, {"batch_id": batch_id, "state": state}, limit=MOST_IN_BATCH):
            # One that ends at this very moment has nothing left to cancel.
            with contextlib.suppress(Conflict):
                await cancel(mine, job.id)


async def retry_batch(mine: OwnedStore, queue: Queue, batch_id: str, admit: Admit) -> None:
    """Put every job of a batch that failed or was cancelled into the queue again."""
    lost = await mine.find(
        Job, {"batch_id": batch_id, "state__in": ("failed", "cancelled")}, order=("id",), limit=MOST_IN_BATCH
    )
    if not lost:
        return
    await admit(len(lost))
    for job in lost:
        # Another press may have been quicker; then it is in the queue already.
        with contextlib.suppress(Conflict):
            await retry(mine, job.id)
    await queue.wake([job.id for job in lost])
