"""The stages of a drawing reach whoever watches, and nothing of them stays."""

from datetime import timedelta

import pytest
from tests.jobs.conftest import SMALL, job_of

from limner.engine.codec import decode
from limner.faces.kept_photo import KeptPhoto
from limner.gallery.artwork import SIZES
from limner.jobs.at_work import Tools
from limner.jobs.feed import Event
from limner.jobs.lifecycle import claim, submit
from limner.jobs.run import run
from limner.jobs.stages import sweep_stages
from limner.storage.blobs import Blob
from limner.storage.owned import OwnedStore
from limner.storage.record import now


@pytest.mark.parametrize(
    "style", ["storybook", "watercolor-portrait", "pencil-portrait", "comic-portrait", "soft-3d-portrait"]
)
async def test_stages_are_told_in_order_and_their_pictures_deleted(
    tools: Tools, mine: OwnedStore, photo: KeptPhoto, style: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, widths = tools.blobs.put, dict[str, int]()

    async def seen(account_id: str, blob_id: str, data: bytes, media_type: str) -> None:
        await put(account_id, blob_id, data, media_type)
        if blob_id.startswith("stage."):
            widths[blob_id] = decode(data).width_px

    monkeypatch.setattr(tools.blobs, "put", seen)
    order = {"photo_id": photo.id, "style": style, "size_px": 640}
    await submit(tools.store, job_of(mine, order=SMALL.model_copy(update=order)))
    job = await claim(tools.store, "worker")
    assert job is not None
    await run(tools, job)
    events = await mine.find(Event, {"kind": "job.stage"}, order=("number",), limit=9)
    assert [event.data["stage"] for event in events] == ["lines", "colour", "light"]
    assert all(f"/pictures/stage.{job.id}.{event.data['stage']}?" in event.data["url"] for event in events)
    assert [*widths.values()] == [360, 360, 360]
    assert await mine.count(Blob) == 2 + len(SIZES), "the photo, its thumbnail and the artwork"


async def test_what_a_dead_worker_left_is_swept_and_what_is_shown_now_stays(tools: Tools, mine: OwnedStore) -> None:
    for blob_id in ("stage.dead.lines", "stage.alive.lines", "01picture.thumb"):
        await tools.blobs.put(mine.account_id, blob_id, b"a picture", "image/jpeg")
    await mine.change(
        Blob, {"id__in": ["stage.dead.lines", "01picture.thumb"]}, {"created_at": now() - timedelta(hours=2)}
    )
    assert await sweep_stages(tools.store, tools.blobs) == 1
    assert {blob.id for blob in await mine.find(Blob, order=("id",), limit=9)} == {
        "stage.alive.lines",
        "01picture.thumb",
    }
