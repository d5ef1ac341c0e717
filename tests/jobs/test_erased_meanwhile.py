"""An account is erased while one of its pictures is being stored."""

import pytest
from tests.jobs.conftest import SMALL, job_of

from limner.accounts.account import Account
from limner.accounts.caller import Caller
from limner.backend import Backend, erase_account
from limner.faces.kept_photo import KeptPhoto
from limner.gallery.artwork import SIZES, Artwork
from limner.jobs.at_work import Tools
from limner.jobs.job import Job
from limner.jobs.lifecycle import claim, submit
from limner.jobs.run import run
from limner.storage.blobs import Blob
from limner.storage.owned import OwnedStore
from limner.storage.signed_links import SignedLinks


@pytest.mark.parametrize("puts_before", [1, len(SIZES)])
async def test_nothing_is_left_of_an_account_that_is_erased_while_its_picture_is_stored(
    backend: Backend, mine: OwnedStore, photo: KeptPhoto, puts_before: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, put = backend.store, backend.blobs.put
    stored: list[str] = []
    account = await store.get(Account, mine.account_id)
    assert account is not None

    async def put_then_erase(account_id: str, blob_id: str, data: bytes, media_type: str) -> None:
        await put(account_id, blob_id, data, media_type)
        if not blob_id.startswith("stage."):
            stored.append(blob_id)
        if len(stored) == puts_before and blob_id in stored:
            await erase_account(backend, account, Caller())

    await submit(store, job_of(mine, order=SMALL.model_copy(update={"photo_id": photo.id})))
    job = await claim(store, "worker")
    assert job is not None
    monkeypatch.setattr(backend.blobs, "put", put_then_erase)
    assert await run(Tools(store, backend.blobs, SignedLinks(backend.keys)), job) is None
    assert len(stored) == len(SIZES)
    for kind in (Job, Artwork, Blob, KeptPhoto):
        assert await store.count(kind, {}) == 0
