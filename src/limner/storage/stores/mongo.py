"""MongoDB through PyMongo: one collection for each kind of record, `_id` is the record's id."""

import re
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import UTC
from typing import Final, Literal, TypeVar

import pymongo
from pymongo import AsyncMongoClient, ReturnDocument
from pymongo.asynchronous.collection import AsyncCollection
from pymongo.errors import BulkWriteError, ConnectionFailure, DuplicateKeyError, PyMongoError

from limner.errors import StoreUnreachable, Taken
from limner.storage.columns import column_value
from limner.storage.conditions import field_name
from limner.storage.documents import Document, changed, document, indexes, matching, record, sorting, stored
from limner.storage.record import Record
from limner.storage.store import NEWEST_FIRST, Changes, Where

R = TypeVar("R", bound=Record)

_DUPLICATE: Final = 11000
_MOST_PREPARING_S: Final = 600
"""An index over many records takes its time."""
_OWN_INDEX: Final = re.compile(r".*_(key|idx)")


class MongoStore:
    """A `Store` on MongoDB 6 or newer (`mongodb://host/name?replicaSet=...`; the database is "limner" without a name).

    Run a replica set, of one member if need be. On it, `insert(..., existing="refuse")` of several records is one
    transaction. A standalone mongod has none: there the records added before the refused one are taken out again,
    so that others may see them for a moment, and a crash in that moment leaves them.
    """

    def __init__(self, url: str, kinds: Sequence[type[Record]], *, most_wait_s: float = 10) -> None:
        self._client: AsyncMongoClient[Document] = AsyncMongoClient(
            url, tz_aware=True, tzinfo=UTC, timeoutMS=round(most_wait_s * 1000), journal=True
        )
        self._database = self._client.get_default_database("limner")
        self._kinds = kinds

    async def prepare(self) -> None:
        """See `Store`: indexes as declared, and fields that are new since the last start filled with their default."""
        await self.ping()  # else a server that is away would be waited for as long as an index is
        with _told(), pymongo.timeout(_MOST_PREPARING_S):
            for kind in self._kinds:
                await self._prepare_indexes(kind)
                await self._fill_new_fields(kind)

    async def _prepare_indexes(self, kind: type[Record]) -> None:
        collection = self._collection(kind)
        wanted = list(indexes(kind))
        if wanted:
            await collection.create_indexes(wanted)
        names = {index.document["name"] for index in wanted}
        for name in await collection.index_information():
            if name not in names and _OWN_INDEX.fullmatch(name):
                await collection.drop_index(name)

    async def _fill_new_fields(self, kind: type[Record]) -> None:
        """Only when the record's fields changed since the last start: it reads the whole collection."""
        known = self._database["record_fields"]
        fields = sorted(kind.model_fields)
        if await known.find_one({"_id": kind.table, "fields": fields}):
            return
        for name, info in kind.model_fields.items():
            if name != "id" and not info.is_required():
                value = column_value(kind, name, info.get_default(call_default_factory=True, validated_data={}))
                await self._collection(kind).update_many({name: {"$exists": False}}, {"$set": {name: value}})
        await known.update_one({"_id": kind.table}, {"$set": {"fields": fields}}, upsert=True)

    async def ping(self) -> None:
        """See `Store`."""
        with _told():
            await self._database.command("ping")

    async def close(self) -> None:
        """See `Store`."""
        await self._client.close()

    async def insert(self, *records: Record, existing: Literal["refuse", "keep"] = "refuse") -> int:
        """See `Store`."""
        if not records:
            return 0
        collection = self._collection(type(records[0]))
        documents = [document(one) for one in records]
        with _told():
            if existing == "keep":
                return await _insert_new(collection, documents)
            if len(documents) == 1:
                await collection.insert_one(documents[0])
            elif await self._has_transactions():
                async with self._client.start_session() as session:
                    await session.with_transaction(lambda held: collection.insert_many(documents, session=held))
            else:
                await _insert_or_take_out(collection, documents)
        return len(documents)

    async def _has_transactions(self) -> bool:
        hello = await self._database.command("hello")
        return "setName" in hello or hello.get("msg") == "isdbgrid"

    async def get(self, kind: type[R], record_id: str) -> R | None:
        """See `Store`."""
        found = await self.find(kind, {"id": record_id}, limit=1)
        return found[0] if found else None

    async def find(self, kind: type[R], where: Where, *, order: Sequence[str] = NEWEST_FIRST, limit: int) -> list[R]:
        """See `Store`."""
        if limit == 0:  # MongoDB takes 0 for "all"
            return []
        with _told():
            found = self._collection(kind).find(matching(kind, where)).sort(sorting(kind, order)).limit(limit)
            return [record(kind, one) async for one in found]

    async def change(self, kind: type[R], where: Where, changes: Changes) -> int:
        """See `Store`."""
        with _told():
            done = await self._collection(kind).update_many(matching(kind, where), changed(kind, changes))
        return done.matched_count

    async def take(self, kind: type[R], where: Where, changes: Changes, *, order: Sequence[str] = ("id",)) -> R | None:
        """See `Store`."""
        with _told():
            found = await self._collection(kind).find_one_and_update(
                matching(kind, where),
                changed(kind, changes),
                sort=sorting(kind, order),
                return_document=ReturnDocument.AFTER,
            )
        return record(kind, found) if found else None

    async def delete(self, kind: type[R], where: Where) -> int:
        """See `Store`."""
        with _told():
            return (await self._collection(kind).delete_many(matching(kind, where))).deleted_count

    async def count(self, kind: type[R], where: Where) -> int:
        """See `Store`."""
        with _told():
            return await self._collection(kind).count_documents(matching(kind, where))

    async def count_by(self, kind: type[R], field: str, where: Where) -> dict[str, int]:
        """See `Store`."""
        name = stored(field_name(kind, field))
        groups = await self._group(kind, {"$and": [matching(kind, where), {name: {"$ne": None}}]}, f"${name}", 1)
        return {group["_id"]: group["amount"] for group in groups}

    async def total(self, kind: type[R], field: str, where: Where) -> int:
        """See `Store`."""
        groups = await self._group(kind, matching(kind, where), None, f"${stored(field_name(kind, field))}")
        return int(groups[0]["amount"]) if groups else 0

    async def _group(self, kind: type[R], match: Document, by: str | None, amount: str | int) -> list[Document]:
        group = {"_id": by, "amount": {"$sum": amount}}
        with _told():
            cursor = await self._collection(kind).aggregate([{"$match": match}, {"$group": group}])
            return await cursor.to_list()

    def _collection(self, kind: type[Record]) -> AsyncCollection[Document]:
        return self._database[kind.table]


async def _insert_new(collection: AsyncCollection[Document], documents: list[Document]) -> int:
    try:
        return len((await collection.insert_many(documents, ordered=False)).inserted_ids)
    except BulkWriteError as error:
        if not _only_duplicates(error):
            raise
        return int(error.details["nInserted"])


async def _insert_or_take_out(collection: AsyncCollection[Document], documents: list[Document]) -> None:
    try:
        await collection.insert_many(documents)
    except BulkWriteError as error:
        added = [one["_id"] for one in documents[: error.details["nInserted"]]]
        await collection.delete_many({"_id": {"$in": added}})
        raise


def _only_duplicates(error: BulkWriteError) -> bool:
    refused = error.details["writeErrors"]
    return bool(refused) and all(one["code"] == _DUPLICATE for one in refused)


@contextmanager
def _told() -> Generator[None]:
    """What the driver raises, as Limner's own errors."""
    try:
        yield
    except DuplicateKeyError as error:
        raise Taken(str(error)) from error
    except BulkWriteError as error:
        if not _only_duplicates(error):
            raise
        raise Taken(str(error)) from error
    except PyMongoError as error:
        if not (isinstance(error, ConnectionFailure) or error.timeout):
            raise
        raise StoreUnreachable from error
