"""What only MongoDB does: new fields are filled when a server starts, and unique keys serve queries."""

from typing import Any, ClassVar

from pymongo import MongoClient

from limner.storage.record import Record
from limner.storage.stores.mongo import MongoStore


class Before(Record):
    table: ClassVar[str] = "pets"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("age",),)

    name: str | None = None
    age: int = 0


class Pet(Record):
    table: ClassVar[str] = "pets"
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("name",),)

    name: str | None = None
    legs: int = 4


async def test_records_of_an_older_version_are_brought_up_to_date(mongo_url: str) -> None:
    older, newer = MongoStore(mongo_url, [Before]), MongoStore(mongo_url, [Pet])
    await older.prepare()
    await older.insert(Before(id="rex", age=3))
    await newer.prepare()
    assert await newer.find(Pet, {"legs__gte": 4}, limit=2) == [Pet(id="rex")]
    await older.close()
    await newer.close()
    with MongoClient[dict[str, Any]](mongo_url) as client:
        indexes = client.get_default_database()["pets"].index_information()
    assert set(indexes) == {"_id_", "pets_name_key"}


async def test_a_key_that_may_hold_nothing_is_found_by_its_index(mongo_url: str) -> None:
    store = MongoStore(mongo_url, [Pet])
    await store.prepare()
    await store.close()
    with MongoClient[dict[str, Any]](mongo_url) as client:
        pets = client.get_default_database()["pets"]
        plan = pets.find({"$and": [{"name": {"$eq": "Rex"}}]}).explain()["queryPlanner"]["winningPlan"]
    assert "pets_name_key" in str(plan)
