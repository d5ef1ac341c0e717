"""Uploads of a 12-megapixel photo: the first after the start, and later ones."""

import asyncio
import io
import time
from typing import Final

import httpx
import numpy as np
from benchmarks.server.figures import Figure, share
from benchmarks.server.house import bearer, house, inside, new_account
from PIL import Image

from limner import model_files

_UPLOADS: Final = 16
_BAR_MS: Final = 250
_WIDTH_PX, _HEIGHT_PX = 4032, 3024
_SETTLED_S: Final = 8.0
"""A person needs longer than this from the start of the server to the first photo."""


async def measure() -> list[Figure]:
    """Server time of uploads, each of another file."""
    with house(workers="2") as at:
        started_s = time.monotonic()
        async with inside(at) as backend:
            _, token = await new_account(backend, "photographer")
        photo = _photo()
        await asyncio.sleep(max(0.0, _SETTLED_S - (time.monotonic() - started_s)))
        async with httpx.AsyncClient(base_url=at.url, headers=bearer(token), timeout=60) as client:
            answers = [await client.post("/api/v1/photos", files={"file": _another(photo, i)}) for i in range(_UPLOADS)]
        assert all(one.status_code == 201 and one.json()["faces"] for one in answers), answers[0].text
        first, *later = at.server_ms(answers)
        wall = share([one.elapsed.total_seconds() * 1000 for one in answers[1:]], 0.95)
        memory = at.memory_mb()
    megabytes = len(photo) / 1e6
    return [
        Figure(f"upload of a JPEG of 12 MP and {megabytes:.1f} MB, the first after the start", first, "ms", _BAR_MS),
        Figure("later ones, p50", share(later, 0.5), "ms", _BAR_MS),
        Figure("later ones, p95", share(later, 0.95), "ms", _BAR_MS, f"at the client {wall:.0f} ms"),
        *(Figure(f"memory of the largest {kind} afterwards", size, "MB") for kind, size in memory.items()),
    ]


def _photo() -> bytes:
    """The sample portrait at a camera's size, with noise, so that it has a camera's bytes."""
    sample = Image.open(model_files.path("sample-astronaut.png")).convert("RGB")
    large = sample.resize((_WIDTH_PX, _WIDTH_PX), Image.Resampling.BICUBIC).crop((0, 0, _WIDTH_PX, _HEIGHT_PX))
    noise = np.random.default_rng(1).normal(0, 5, (_HEIGHT_PX, _WIDTH_PX, 1))
    grainy = np.clip(np.asarray(large) + noise, 0, 255).astype(np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(grainy).save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def _another(photo: bytes, number: int) -> bytes:
    """The same picture as another file: a comment after the end mark."""
    return photo + number.to_bytes(4, "big")
