"""Fill an account's gallery with many pictures, for the studio's benchmark: real thumbnails, nothing larger.

python -m benchmarks.fill_gallery DATA_DIR ACCOUNT_ID COUNT
"""

import asyncio
import base64
import sys
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Final

from benchmarks.people import average_person
from ulid import ULID

from limner.backend import open_backend
from limner.catalog import registry
from limner.catalog.page import compose_page
from limner.engine import ENGINE_VERSION
from limner.engine.paint.finish import paint_page
from limner.gallery.artwork import MEDIA_TYPES, Artwork, Provenance
from limner.jobs.renditions import renditions_of
from limner.settings import Settings

_STYLES: Final = ("storybook", "comic", "watercolor")
_TEMPLATES: Final = ("moon", "forest", "castle")
_AT_ONCE: Final = 250


async def fill(data_dir: Path, account_id: str, count: int) -> None:
    """Hang `count` pictures, one for each hour before now."""
    drawn = [(style, template, *_drawn(style, template)) for style, template in product(_STYLES, _TEMPLATES)]
    async with open_backend(Settings(data_dir=data_dir)) as backend:
        for first in range(0, count, _AT_ONCE):
            rows: list[Artwork] = []
            for number in range(first, min(count, first + _AT_ONCE)):
                style, template, thumb, blur = drawn[number % len(drawn)]
                row = _row(account_id, number, style, template, blur)
                await backend.blobs.put(account_id, row.blob_id("thumb"), thumb, MEDIA_TYPES["thumb"])
                rows.append(row)
            await backend.store.insert(*rows)


def _drawn(style: str, template: str) -> tuple[bytes, str]:
    look = registry.style(style).look
    assert look is not None
    page = compose_page(registry.template(template), (average_person("child"),), look, 1)
    renditions, blur = renditions_of(paint_page(page, look, 480))
    return renditions["thumb"], blur


def _row(account_id: str, number: int, style: str, template: str, blur: str) -> Artwork:
    moment = datetime.now(UTC) - timedelta(hours=number)
    return Artwork(
        id=str(ULID.from_datetime(moment)).lower(),
        account_id=account_id,
        style=style,
        template=template,
        seed=number,
        provider="local",
        width_px=1080,
        height_px=1350,
        blur=blur,
        provenance=Provenance(
            engine_version=ENGINE_VERSION,
            licence="personal and commercial",
            sha256=base64.b16encode(number.to_bytes(32, "big")).decode().lower(),
        ),
        created_at=moment,
    )


if __name__ == "__main__":
    asyncio.run(fill(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
