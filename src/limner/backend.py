"""Everything a server or a worker stands on, opened by what the settings say."""

import contextlib
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from limner.accounts.account import Account
from limner.accounts.api_keys import ApiKey
from limner.accounts.audit import AuditEntry
from limner.accounts.caller import Caller
from limner.accounts.consents import Consent
from limner.accounts.erasure import ErasedAccount, Eraser, Ledger, delete_owned, erase, replay
from limner.accounts.house_rules import HouseRules
from limner.accounts.invitations import Invitation
from limner.accounts.oidc_identity import OidcAttempt, OidcIdentity
from limner.accounts.one_time import OneTimeToken
from limner.accounts.own_things import OWNED as OWNED_BY_ACCOUNTS
from limner.accounts.own_things import erase_own
from limner.accounts.quotas import DailyUse
from limner.accounts.sessions import Session
from limner.accounts.spending import Charge, MonthlySpending
from limner.characters.kept_character import CharacterVersion, KeptCharacter
from limner.errors import Invalid
from limner.faces.kept_photo import KeptPhoto
from limner.gallery.appearance import Appearance
from limner.gallery.artwork import Album, AlbumEntry, Artwork
from limner.generation.rest import ProviderRest
from limner.jobs.feed import Event
from limner.jobs.job import Batch, Job
from limner.jobs.queue import Queue
from limner.settings import Settings
from limner.storage.blobs import Blob, Blobs
from limner.storage.idempotency import IdempotencyKey
from limner.storage.key_ring import KeyRing
from limner.storage.record import Owned, Record
from limner.storage.store import Store

RECORDS: Final[tuple[type[Record], ...]] = (
    Account,
    Album,
    AlbumEntry,
    ApiKey,
    Appearance,
    Artwork,
    AuditEntry,
    Batch,
    Blob,
    Charge,
    CharacterVersion,
    Consent,
    DailyUse,
    ErasedAccount,
    Event,
    HouseRules,
    IdempotencyKey,
    Invitation,
    Job,
    KeptCharacter,
    KeptPhoto,
    MonthlySpending,
    OidcAttempt,
    OidcIdentity,
    OneTimeToken,
    ProviderRest,
    Session,
)
"""Every table there is."""


EXPORTED: Final = (Album, AlbumEntry, Artwork, Batch, CharacterVersion, Consent, Job, KeptCharacter, KeptPhoto)
"""What an account takes along in its archive; sessions, keys and the like are of no use elsewhere."""
_BLOBS_AT_ONCE: Final = 200
_OWNED: Final = tuple(
    kind for kind in RECORDS if issubclass(kind, Owned) and kind is not Blob and kind not in OWNED_BY_ACCOUNTS
)


@dataclass(frozen=True, slots=True)
class Backend:
    """The stores of one process."""

    settings: Settings
    store: Store
    blobs: Blobs
    keys: KeyRing

    @property
    def ledger(self) -> Ledger:
        """Who was erased."""
        return Ledger(self.settings.data_dir / "erased.txt")


def keys_file(settings: Settings) -> Path:
    """Where the server's secrets lie."""
    return settings.keys_file or settings.data_dir / "keys.json"


@contextlib.asynccontextmanager
async def open_backend(settings: Settings | None = None) -> AsyncGenerator[Backend]:
    """Open the stores; secrets and folders that are missing are made, readable by this user alone."""
    settings = settings or Settings()
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    keys = KeyRing.open(keys_file(settings))
    store = open_store(settings.database_url or f"sqlite:///{settings.data_dir / 'limner.db'}")
    try:
        blobs_url = settings.blobs_url or (settings.data_dir / "blobs").absolute().as_uri()
        yield Backend(settings, store, Blobs.open(blobs_url, store, keys), keys)
    finally:
        await store.close()


def open_store(url: str, kinds: Sequence[type[Record]] = RECORDS) -> Store:
    """The database of this URL; nothing is connected before it is used.

    Raises:
        Invalid: no database is known by such a URL.
        ExtraMissing: its driver is not installed.
    """
    scheme = url.split(":", 1)[0].split("+", 1)[0]
    if scheme in {"sqlite", "postgresql"}:
        from limner.storage.stores.sql import SqlStore

        return SqlStore(url, kinds)
    if scheme == "mongodb":
        from limner.storage.stores.mongo import MongoStore

        return MongoStore(url, kinds)
    raise Invalid(
        f"There is no database for {scheme}:// addresses.",
        "LIMNER_DATABASE_URL begins with sqlite, postgresql or mongodb.",
    )


def open_queue(backend: Backend) -> Queue:
    """What wakes the workers."""
    if backend.settings.queue_url:
        from limner.jobs.queues.celery import CeleryQueue

        return CeleryQueue(backend.settings.queue_url, backend.store)
    from limner.jobs.queues.embedded import EmbeddedQueue

    return EmbeddedQueue(backend.store, backend.settings.workers)


async def erase_account(backend: Backend, account: Account, caller: Caller, *, by: str | None = None) -> ErasedAccount:
    """Erase an account with everything it owns; `by` is the administrator who does so. Gives the receipt.

    Raises:
        Conflict: it is the only administrator, and others would be left without one.
    """
    return await erase(backend.store, backend.ledger, _erasers(backend), account, caller, by=by)


async def finish_erasures(backend: Backend) -> list[ErasedAccount]:
    """Finish erasures that were cut short, and repeat those that a restored back-up undid."""
    return await replay(backend.store, backend.ledger, _erasers(backend))


def _erasers(backend: Backend) -> tuple[Eraser, ...]:
    """Records first, pictures last: a worker that finds its job gone takes back what it has just stored."""

    async def pictures(account_id: str) -> dict[str, int]:
        removed = 0
        while page := await backend.store.find(Blob, {"account_id": account_id}, order=(), limit=_BLOBS_AT_ONCE):
            await backend.blobs.delete([blob.id for blob in page])
            removed += len(page)
        return {Blob.table: removed}

    async def records(account_id: str) -> dict[str, int]:
        return await delete_owned(backend.store, account_id, _OWNED)

    async def own(account_id: str) -> dict[str, int]:
        return await erase_own(backend.store, account_id)

    return records, own, pictures
