"""Pictures on every object store: what was put is got, by its owner's row alone, and a crash leaves nothing half."""

import asyncio
import io
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path

import pytest
from PIL import Image
from pydantic import SecretStr
from tests.servers import free_port, missing
from tests.storage.object_servers import KINDS

from limner.backend import open_store
from limner.errors import BlobMissing, BlobUnreadable, Invalid, StoreUnreachable, Taken
from limner.storage.blobs import Blob, Blobs
from limner.storage.key_ring import KeyRing
from limner.storage.objects import ObjectAccess, open_objects
from limner.storage.store import Store


@pytest.fixture
async def store(tmp_path: Path) -> AsyncGenerator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'limner.db'}")
    await store.prepare()
    yield store
    await store.close()


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    return KeyRing.open(tmp_path / "keys.json")


@pytest.fixture
def blobs(tmp_path: Path, store: Store, ring: KeyRing) -> Blobs:
    return Blobs.open((tmp_path / "blobs").as_uri(), store, ring)


def _files(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()]


def _contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


def _backdate(paths: list[Path]) -> None:
    for path in paths:
        os.utime(path, (time.time() - 7200, time.time() - 7200))


@pytest.mark.parametrize("kind", KINDS)
async def test_every_object_store_puts_gets_replaces_deletes(
    kind: str, tmp_path: Path, store: Store, ring: KeyRing
) -> None:
    with KINDS[kind](tmp_path) as (url, access):
        objects = open_objects(url, access)
        blobs = Blobs(objects, store, ring)
        large = os.urandom(9_000_000)
        await blobs.put("anna", "one", b"first", "image/png")
        await blobs.put("anna", "one", large, "image/png")
        await blobs.put("anna", "empty", b"", "image/png")
        await objects.put("or/phan", b"young")
        assert await blobs.sweep() == 0
        assert await blobs.get("one") == large
        assert await blobs.get("empty") == b""
        assert await blobs.bytes_of("anna") == len(large)
        listed = [name async for page in objects.listed() for name, _ in page]
        assert len(listed) == 3  # the first writing of "one" is gone
        await blobs.delete(["one", "empty", "never there"])
        assert [name async for page in objects.listed() for name, _ in page] == ["or/phan"]
        await objects.delete("or/phan")
        await objects.delete("or/phan")
        with pytest.raises(BlobMissing):
            await blobs.get("one")
        with pytest.raises(BlobMissing):
            await objects.get("or/phan")
        assert await blobs.bytes_of("anna") == 0


@pytest.mark.parametrize("url", ["s3://pictures", "gs://pictures"])
async def test_without_credentials_nobody_is_asked_for_them(url: str) -> None:
    with pytest.raises(Invalid, match="credentials"):
        open_objects(url, ObjectAccess())


async def test_an_object_store_that_is_down_is_named(store: Store, ring: KeyRing) -> None:
    access = ObjectAccess(endpoint=f"http://127.0.0.1:{free_port()}", access_key="a", secret_key=SecretStr("b"))
    blobs = Blobs(open_objects("s3://pictures", access), store, ring)
    with pytest.raises(StoreUnreachable, match="store of pictures"):
        await blobs.put("anna", "one", b"picture", "image/png")
    assert await store.count(Blob, {}) == 0


async def test_no_picture_can_be_seen_on_the_disk(tmp_path: Path, blobs: Blobs) -> None:
    picture = Image.effect_noise((200, 150), 40).convert("RGB")
    pictures = [picture.tobytes()]
    for name in ("PNG", "JPEG", "WEBP", "BMP"):
        picture.save(file := io.BytesIO(), name)
        pictures.append(file.getvalue())
    for number, data in enumerate(pictures):
        await blobs.put("anna", f"picture{number}", data, "image/png")
    files = _contents(tmp_path)
    assert len(_files(tmp_path)) == len(pictures)
    assert not any(data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"BM")) for data in files)
    pieces = [data[at : at + 12] for data in pictures for at in range(0, len(data) - 12, len(data) // 40)]
    assert not any(piece in data for piece in pieces for data in files)


async def test_what_is_damaged_swapped_or_gone_is_said(tmp_path: Path, blobs: Blobs, store: Store) -> None:
    for number, name in enumerate(("one", "two", "three", "four", "five")):
        await blobs.put("anna", name, b"the picture %d" % number, "image/png")
    rows = {blob.id: blob for blob in await store.find(Blob, {}, limit=9)}
    file = {name: tmp_path / "blobs" / row.object_name for name, row in rows.items()}

    data = bytearray(file["one"].read_bytes())
    data[-1] ^= 1
    file["one"].write_bytes(data)
    file["two"].write_bytes(b"short")
    file["five"].unlink()
    # The whole of another's picture, with its key: only the seal knows whose it is.
    stolen = {"wrapped_key": rows["four"].wrapped_key}
    await store.change(Blob, {"id": "three"}, stolen)
    shutil.copy(file["four"], file["three"])

    for name in ("one", "two", "three"):
        with pytest.raises(BlobUnreadable):
            await blobs.get(name)
    with pytest.raises(BlobMissing):
        await blobs.get("five")
    assert await blobs.get("four") == b"the picture 3"
    await store.change(Blob, {"id": "four"}, {"account_id": "bert"})
    with pytest.raises(BlobUnreadable):
        await blobs.get("four")


async def test_another_ring_opens_nothing(tmp_path: Path, blobs: Blobs, store: Store) -> None:
    await blobs.put("anna", "one", b"picture", "image/png")
    other = KeyRing.open(tmp_path / "other.json")
    stranger = Blobs.open((tmp_path / "blobs").as_uri(), store, other)
    with pytest.raises(BlobUnreadable, match="key of this picture is gone"):
        await stranger.get("one")
    await store.change(Blob, {"id": "one"}, {"key_id": other.newest("pictures").id})
    with pytest.raises(BlobUnreadable, match="damaged"):
        await stranger.get("one")


async def test_nobody_overwrites_anothers_picture(tmp_path: Path, blobs: Blobs) -> None:
    await blobs.put("anna", "one", b"hers", "image/png")
    with pytest.raises(Taken):
        await blobs.put("bert", "one", b"his", "image/png")
    assert await blobs.get("one") == b"hers"
    assert len(_files(tmp_path)) == 1


async def test_many_who_write_one_picture_leave_one(tmp_path: Path, blobs: Blobs) -> None:
    versions = [bytes([number]) * 1000 for number in range(12)]

    async def read() -> None:
        for _ in range(30):
            assert await blobs.get("one") in versions

    await blobs.put("anna", "one", versions[0], "image/png")
    await asyncio.gather(read(), read(), *(blobs.put("anna", "one", data, "image/png") for data in versions))
    assert len(_files(tmp_path)) == 1
    assert await blobs.get("one") in versions


async def test_the_sweep_takes_only_what_no_row_names(tmp_path: Path, blobs: Blobs) -> None:
    await blobs.put("anna", "one", b"picture", "image/png")
    kept = _files(tmp_path)
    orphan = tmp_path / "blobs" / "ab" / "orphan"
    orphan.parent.mkdir()
    orphan.write_bytes(b"left by a crash")
    assert await blobs.sweep() == 0
    _backdate([*kept, orphan])
    assert await blobs.sweep() == 1
    assert _files(tmp_path) == kept


def _begin(command: Sequence[str | Path]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command)


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


_WRITES_FOR_EVER = """
import asyncio, sys
from pathlib import Path
from limner.backend import open_store
from limner.storage.blobs import Blobs
from limner.storage.key_ring import KeyRing
async def main():
    top = Path(sys.argv[1])
    store = open_store(f"sqlite:///{top / 'limner.db'}")
    blobs = Blobs.open((top / "blobs").as_uri(), store, KeyRing.open(top / "keys.json"))
    for number in range(1, 256):
        await blobs.put("anna", "one", bytes([number]) * 30_000_000, "image/png")
asyncio.run(main())
"""


async def test_kill_9_in_mid_write_leaves_a_whole_picture(tmp_path: Path, blobs: Blobs, store: Store) -> None:
    await blobs.put("anna", "one", bytes(30_000_000), "image/png")
    writer = _begin([sys.executable, "-c", _WRITES_FOR_EVER, tmp_path])
    try:
        until = time.monotonic() + 30
        while not list((tmp_path / "blobs").rglob("*#*")):
            assert time.monotonic() < until
            assert writer.poll() is None
    finally:
        writer.send_signal(signal.SIGKILL)
        writer.wait()
    left = list((tmp_path / "blobs").rglob("*#*"))
    data = await blobs.get("one")
    assert len(data) == 30_000_000
    assert len(set(data)) == 1
    (row,) = await store.find(Blob, {}, limit=2)
    _backdate(_files(tmp_path))
    again = Blobs.open((tmp_path / "blobs").as_uri(), store, KeyRing.open(tmp_path / "keys.json"))
    await again.sweep()
    assert _files(tmp_path) == [tmp_path / "blobs" / row.object_name], f"halves were {left}"
    assert await again.get("one") == data


_FILLS_THE_DISK = """
import asyncio, sys
from pathlib import Path
from limner.backend import open_store
from limner.errors import DiskFull
from limner.storage.blobs import Blob, Blobs
from limner.storage.key_ring import KeyRing
async def main():
    top, small = Path(sys.argv[1]), Path(sys.argv[2])
    store = open_store(f"sqlite:///{top / 'limner.db'}")
    blobs = Blobs.open(small.as_uri(), store, KeyRing.open(top / "keys.json"))
    await blobs.put("anna", "one", b"1" * 500_000, "image/png")
    for name in ("one", "two"):
        try:
            await blobs.put("anna", name, b"2" * 2_000_000, "image/png")
        except DiskFull as error:
            print(error.code)
    await blobs.put("anna", "three", b"3" * 200_000, "image/png")
    assert await blobs.get("one") == b"1" * 500_000 and await blobs.get("three") == b"3" * 200_000
    print(len([path for path in small.rglob("*") if path.is_file()]), await store.count(Blob, {}))
    await store.close()
asyncio.run(main())
"""


async def test_a_full_disk_is_said_and_costs_nothing_else(tmp_path: Path, store: Store) -> None:
    await store.ping()
    small = tmp_path / "small"
    small.mkdir()
    mount = f"mount -t tmpfs -o size=1m limner-test {small}"
    if shutil.which("unshare") is None or _run(["unshare", "-rm", "sh", "-c", mount]).returncode:
        missing("a small disk can't be mounted here (unshare -rm)")
    run = f'{mount} && exec "$0" -c "$1" {tmp_path} {small}'
    said = _run(["unshare", "-rm", "sh", "-c", run, sys.executable, _FILLS_THE_DISK])
    assert said.stdout.split() == ["storage.full", "storage.full", "2", "2"], said.stderr
