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
from limner.generation.animate import check_gestures
from limner.generation.caption import check_caption
from limner.generation.choose import check_may_draw
from limner.generation.registry import provider
from limner.jobs.commissioning import facts_of
from limner.jobs.job import PRIORITY_BATCH, Batch, DrawOrder, Job, Sitter
from limner.jobs.lifecycle import cancel, retry, submit
from limner.jobs.queue import Queue
from limner.settings import Settings
from limner.storage.owned import OwnedStore

Admit: TypeAlias = Callable[[int], Awaitable[None]]
"""Called with the number of pictures before anything is queued; raises when the account may not ask for so many."""
MOST_IN_BATCH: Final = 1000


async def order_one(mine: OwnedStore, queue: Queue, order: DrawOrder, job_id: str, admit: Admit) -> Job:
    """Accept one order as the job of this id; asked again with the same id, it is the same job.

    Raises:
        NotFound: the account has no such photo or character.
        NoSuchFace, UnknownName, BadAttribute, Invalid: this can't be drawn.
    """
    there = await mine.find(Job, {"id": job_id}, limit=1)
    if there:
        return there[0]
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
        await check_order(mine, order)
    if not there:
        await admit(len(orders))
    batch = Batch(id=batch_id, account_id=mine.account_id, title=title, total=len(orders))
    await mine.store.insert(batch, existing="keep")
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
    await _set_money_aside(mine, jobs)
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


async def check_order(mine: OwnedStore, order: DrawOrder) -> None:
    """Look at everything that can be known before drawing."""
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
    prices = {name: provider(name).abilities.price_microusd for name in {job.order.provider for job in jobs}}
    if not any(prices.values()):
        return
    account = await mine.store.get(Account, mine.account_id)
    if account is None:
        raise NotFound(Account.table)
    cap = quotas_of(Settings(), account).month_microusd
    try:
        for job in jobs:
            name = job.order.provider
            await reserve(mine.store, mine.account_id, job.id, name, prices[name], cap)
    except OverCap:
        for job in jobs:
            await release(mine.store, job.id)
        raise


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
