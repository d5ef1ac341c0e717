"""The stages of a drawing on their way to whoever watches: small pictures that are kept as long as the job runs."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from limner.engine.codec import encode_jpeg
from limner.engine.images import RgbImage
from limner.engine.stages import StageName
from limner.jobs.feed import publish
from limner.jobs.job import Job
from limner.storage.blobs import Blob, Blobs
from limner.storage.record import now
from limner.storage.signed_links import SignedLinks
from limner.storage.store import Store

_MEDIA_TYPE: Final = "image/jpeg"
_QUALITY: Final = 80
_LINK_LIFE_S: Final = 60
_LEFT_BEHIND_AFTER: Final = timedelta(hours=1)


@dataclass(slots=True)
class Showing:
    """The stages of one job. `show` is called by the thread that draws and does not wait for what it sets going."""

    store: Store
    blobs: Blobs
    links: SignedLinks
    job: Job
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)
    _shown: list[str] = field(default_factory=list[str])
    _last: asyncio.Task[None] | None = None

    def show(self, stage: StageName, picture: RgbImage) -> None:
        """Tell the account of a stage."""
        data = encode_jpeg(picture, _QUALITY)
        self._loop.call_soon_threadsafe(self._begin, stage, data)

    async def close(self) -> None:
        """Delete the pictures, once the last one is written."""
        if self._last:
            await asyncio.gather(self._last, return_exceptions=True)
        await self.blobs.delete(self._shown)

    def _begin(self, stage: StageName, data: bytes) -> None:
        self._last = self._loop.create_task(self._publish(stage, data, self._last))

    async def _publish(self, stage: StageName, data: bytes, before: asyncio.Task[None] | None) -> None:
        if before:
            await asyncio.gather(before, return_exceptions=True)
        account_id, blob_id = self.job.account_id, f"stage.{self.job.id}.{stage}"
        self._shown.append(blob_id)
        await self.blobs.put(account_id, blob_id, data, _MEDIA_TYPE)
        url = self.links.picture_url(blob_id, _MEDIA_TYPE, _LINK_LIFE_S)
        await publish(self.store, account_id, "job.stage", {"job_id": self.job.id, "stage": stage, "url": url})


async def sweep_stages(store: Store, blobs: Blobs, limit: int = 200) -> int:
    """Delete what workers that died have left behind; says how many pictures."""
    where = {"id__gte": "stage.", "id__lt": "stage/", "created_at__lt": now() - _LEFT_BEHIND_AFTER}
    left = await store.find(Blob, where, limit=limit)
    await blobs.delete([blob.id for blob in left])
    return len(left)
