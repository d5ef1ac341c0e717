"""A gallery of 100,000 artworks: its pages through the real route, and the room it takes, on each database."""

import base64
import contextlib
import secrets
from collections.abc import AsyncIterator, Generator, Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any, Final, cast

import httpx
import pymongo
from benchmarks.server.figures import Figure, share
from benchmarks.server.house import House, bearer, house, inside, new_account
from ulid import ULID

from limner.engine import ENGINE_VERSION
from limner.gallery.artwork import MEDIA_TYPES, SIZES, Artwork, Provenance
from limner.storage.blobs import Blob
from limner.storage.record import Record, new_id
from limner.storage.store import Store
from limner.testing import servers

ARTWORKS: Final = 100_000
_STYLES: Final = ("storybook", "comic", "watercolor", "watercolor-portrait")
_TEMPLATES: Final = ("moon", "forest", "none")
_CHARACTERS: Final = 40
_BLUR_BYTES: Final = 100
_LOOKS: Final = 25
_PAGE_BAR_MS: Final = 50
_ROOM_BAR_BYTES: Final = 2048


@contextlib.contextmanager
def _databases(name: str) -> Generator[dict[str, str]]:
    """Settings that name the database."""
    if name == "SQLite":
        yield {}
    elif name == "PostgreSQL":
        with servers.postgres() as server, server.database("limner") as url:
            yield {"database_url": url}
    else:
        with servers.mongo() as client:
            yield {"database_url": servers.mongo_url(client, "limner")}


async def measure(name: str) -> list[Figure]:
    """Room and pages on one database: SQLite, PostgreSQL or MongoDB."""
    with _databases(name) as settings, house(workers="0", **settings) as at:
        async with inside(at) as backend:
            account, token = await new_account(backend, "collector")
            characters = [str(ULID()).lower() for _ in range(_CHARACTERS)]
            before = await _room(at, settle=True)
            await _fill(backend.store, account.id, characters)
            room = (await _room(at, settle=True) - before) / ARTWORKS
        figures = [
            Figure(
                f"{name}: database per artwork, with its indexes and 3 rows of pictures", room, "bytes", _ROOM_BAR_BYTES
            )
        ]
        return figures + _pages(name, at, token, characters)


def _pages(name: str, at: House, token: str, characters: list[str]) -> list[Figure]:
    deep = str(ULID.from_datetime(_moment(ARTWORKS // 10))).lower()
    asked: dict[str, dict[str, Any]] = {
        "newest": {},
        "by style": {"style": "comic"},
        "by character": {"character_id": characters[7]},
        "by template": {"template": "forest"},
        "favourites": {"favourite": True},
        "deep cursor": {"cursor": deep},
        "of a day long ago": {"until": _moment(ARTWORKS // 10).isoformat()},
    }
    figures: list[Figure] = []
    with httpx.Client(base_url=at.url, headers=bearer(token)) as client:
        for what, query in asked.items():
            answers = [client.get("/api/v1/artworks", params={**query, "limit": 50}) for _ in range(_LOOKS)]
            assert all(len(one.json()["items"]) == 50 for one in answers), answers[0].text[:300]
            took = at.server_ms(answers)
            wall = share([one.elapsed.total_seconds() * 1000 for one in answers], 0.95)
            note = f"p50 {share(took, 0.5):.0f} ms; p95 at the client {wall:.0f} ms"
            figures.append(Figure(f"{name}: page of 50, {what}, p95", share(took, 0.95), "ms", _PAGE_BAR_MS, note))
    return figures


async def _fill(store: Store, account_id: str, characters: list[str]) -> None:
    async for rows in _pages_of(_rows(account_id, characters), 500):
        for kind in (Artwork, Blob):
            await store.insert(*[row for row in rows if isinstance(row, kind)])


async def _pages_of(rows: Iterator[Record], size: int) -> AsyncIterator[list[Record]]:
    page: list[Record] = []
    for row in rows:
        page.append(row)
        if len(page) == size * 4:
            yield page
            page = []
    if page:
        yield page


def _moment(number: int) -> datetime:
    """One each five minutes, beginning a year ago."""
    return datetime(2025, 11, 1, tzinfo=UTC) + timedelta(minutes=5 * number)


def _rows(account_id: str, characters: list[str]) -> Iterator[Record]:
    key_id = new_id()
    for number in range(ARTWORKS):
        artwork = _artwork(account_id, number, characters)
        yield artwork
        for size in SIZES:
            blob_id = artwork.blob_id(size)
            yield Blob(
                id=blob_id,
                account_id=account_id,
                writing=secrets.token_hex(6),
                media_type=MEDIA_TYPES[size],
                plain_bytes=40_000 + number,
                key_id=key_id,
                wrapped_key=base64.b64encode(secrets.token_bytes(60)).decode(),
                created_at=artwork.created_at,
            )


def _artwork(account_id: str, number: int, characters: list[str]) -> Artwork:
    style, template = _STYLES[number % 4], _TEMPLATES[number % 3]
    return Artwork(
        id=str(ULID.from_datetime(_moment(number))).lower(),
        account_id=account_id,
        photo_id=str(ULID()).lower(),
        character_id=characters[number % _CHARACTERS],
        style=style,
        template=template,
        seed=number,
        provider="local",
        width_px=1080,
        height_px=1350,
        favourite=number % 100 == 0,
        blur=base64.b64encode(secrets.token_bytes(_BLUR_BYTES)).decode(),
        provenance=Provenance(
            engine_version=ENGINE_VERSION,
            character_version=1,
            licence="personal and commercial",
            sha256=secrets.token_hex(32),
        ),
        created_at=_moment(number),
    )


async def _room(at: House, *, settle: bool) -> float:
    """Bytes the database takes, as it counts them itself."""
    url = at.settings.database_url
    if url is None:
        return _sqlite_room(at.settings.data_dir / "limner.db", settle=settle)
    if url.startswith("postgresql"):
        return await _postgres_room(url)
    with pymongo.MongoClient[dict[str, Any]](url) as client:
        client.admin.command("fsync")  # what waits in memory is written
        stats = client.get_default_database().command("dbStats")
        return float(stats["storageSize"] + stats["indexSize"])


def _sqlite_room(path: Path, *, settle: bool) -> float:
    import sqlite3

    with contextlib.closing(sqlite3.connect(path)) as connection:
        if settle:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return float(path.stat().st_size)


async def _postgres_room(url: str) -> float:
    connection: Any = await cast("Any", import_module("asyncpg")).connect(url)  # it ships no types
    try:
        await connection.execute("VACUUM ANALYZE")
        return float(await connection.fetchval("SELECT pg_database_size(current_database())"))
    finally:
        await connection.close()
