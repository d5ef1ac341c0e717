"""What is tidied up once an hour: events, keys, deleted artworks, photos whose time is over, what dead workers left."""

import asyncio
import contextlib
import logging
from datetime import timedelta
from typing import Final

from limner.accounts.own_things import sweep
from limner.backend import Backend
from limner.faces.kept_photo import KeptPhoto
from limner.faces.photo_library import delete_photo
from limner.gallery.shelf import purge_deleted
from limner.jobs.commissioning import sweep_handed_off
from limner.jobs.feed import Event
from limner.jobs.lifecycle import give_up_waiting, release_lost
from limner.jobs.stages import sweep_stages
from limner.storage.idempotency import IdempotencyKey
from limner.storage.owned import OwnedStore
from limner.storage.record import now

_EVERY_S: Final = 3600.0
_EVENTS_KEPT: Final = timedelta(days=1)
_KEYS_KEPT: Final = timedelta(days=2)
_AT_ONCE: Final = 200
_log = logging.getLogger(__name__)


async def keep_house(backend: Backend, closing: asyncio.Event) -> None:
    """Tidy up until the server closes; what fails is tried again an hour later."""
    while not closing.is_set():
        try:
            await tidy(backend)
        except Exception:  # noqa: BLE001 - the server goes on; the log says what is wrong
            _log.exception("tidying up failed")
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(closing.wait(), _EVERY_S)


async def tidy(backend: Backend) -> None:
    """Tidy up once."""
    store, blobs = backend.store, backend.blobs
    await store.delete(Event, {"created_at__lt": now() - _EVENTS_KEPT})
    await store.delete(IdempotencyKey, {"created_at__lt": now() - _KEYS_KEPT})
    await sweep(store)
    await purge_deleted(store, blobs, _AT_ONCE)
    await sweep_stages(store, blobs, _AT_ONCE)
    await give_up_waiting(store, _AT_ONCE)
    await sweep_handed_off(store, blobs, _AT_ONCE)
    await release_lost(store, _AT_ONCE)
    for photo in await store.find(KeptPhoto, {"delete_after__lt": now()}, limit=_AT_ONCE):
        await delete_photo(OwnedStore(store, photo.account_id), blobs, photo.id)
    await blobs.sweep()
