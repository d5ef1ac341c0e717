"""A key is replaced while others read and write, and every picture stays readable."""

import asyncio
import random
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from limner.backend import open_store
from limner.errors import BlobUnreadable
from limner.storage.blobs import Blob, Blobs
from limner.storage.key_ring import KeyRing
from limner.storage.rotation import forget_old, rewrap
from limner.storage.store import Store


@pytest.fixture
async def store(tmp_path: Path) -> AsyncGenerator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'limner.db'}")
    await store.prepare()
    yield store
    await store.close()


async def test_nobody_notices_a_rotation(tmp_path: Path, store: Store) -> None:
    keys = tmp_path / "keys.json"
    ring = KeyRing.open(keys)
    blobs = Blobs.open((tmp_path / "blobs").as_uri(), store, ring)
    first = ring.newest("pictures")
    for number in range(130):  # more than a page
        await blobs.put("anna", f"kept{number}", b"kept %d" % number, "image/png")
    over = asyncio.Event()

    async def use(task: int) -> int:
        server = Blobs.open((tmp_path / "blobs").as_uri(), store, KeyRing.open(keys))
        chosen, rounds = random.Random(task), 0  # noqa: S311 - which picture, not a secret
        while not over.is_set() or rounds < 5:
            mine, data = f"task{task}-{chosen.randrange(3)}", chosen.randbytes(100)
            await server.put("bert", mine, data, "image/png")
            assert await server.get(mine) == data
            number = chosen.randrange(130)
            assert await server.get(f"kept{number}") == b"kept %d" % number
            rounds += 1
        return rounds

    async def rotate() -> int:
        done = 0
        try:
            for _ in range(2):
                ring.rotate("pictures")
                done += await rewrap(store, ring)
                await forget_old(store, ring)
        finally:
            over.set()
        return done

    done, *rounds = await asyncio.gather(rotate(), *(use(task) for task in range(8)))
    assert done >= 2 * 130
    assert min(rounds) >= 5
    assert await rewrap(store, ring) == 0
    assert await forget_old(store, ring) == 0
    assert len(ring.all("pictures")) == 1
    assert ring.get("pictures", first.id) is None
    for number in range(130):
        assert await blobs.get(f"kept{number}") == b"kept %d" % number


async def test_pictures_stay_as_they_are_on_the_disk(tmp_path: Path, store: Store) -> None:
    ring = KeyRing.open(tmp_path / "keys.json")
    blobs = Blobs.open((tmp_path / "blobs").as_uri(), store, ring)
    await blobs.put("anna", "one", b"picture", "image/png")
    (file,) = [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()]
    before = file.read_bytes()
    ring.rotate("pictures")
    assert await rewrap(store, ring) == 1
    assert file.read_bytes() == before
    assert await blobs.get("one") == b"picture"


async def test_a_key_that_is_needed_is_not_forgotten(tmp_path: Path, store: Store) -> None:
    ring = KeyRing.open(tmp_path / "keys.json")
    blobs = Blobs.open((tmp_path / "blobs").as_uri(), store, ring)
    for name in ("whole", "damaged"):
        await blobs.put("anna", name, b"picture", "image/png")
    await store.change(Blob, {"id": "damaged"}, {"wrapped_key": "AAAA"})
    old = ring.newest("pictures")
    ring.rotate("pictures")
    assert await rewrap(store, ring) == 1
    assert await forget_old(store, ring) == 1
    assert ring.get("pictures", old.id) == old
    assert await blobs.get("whole") == b"picture"
    with pytest.raises(BlobUnreadable):
        await blobs.get("damaged")


async def test_a_picture_whose_row_the_rotation_passed_follows_by_itself(tmp_path: Path, store: Store) -> None:
    ring = KeyRing.open(tmp_path / "keys.json")
    operator = KeyRing.open(tmp_path / "keys.json")

    class RotatesWhileTheRowIsWritten:
        """The store itself, but the operator rotates and forgets just before a row is there."""

        def __getattr__(self, name: str) -> object:
            return getattr(store, name)

        async def insert(self, blob: Blob, *, existing: str) -> int:
            operator.rotate("pictures")
            assert await forget_old(store, operator) == 0
            return await store.insert(blob, existing="keep" if existing == "keep" else "refuse")

    late = Blobs.open((tmp_path / "blobs").as_uri(), RotatesWhileTheRowIsWritten(), ring)  # pyright: ignore[reportArgumentType]
    await late.put("anna", "one", b"picture", "image/png")
    assert len(operator.all("pictures")) == 1
    assert await late.get("one") == b"picture"
