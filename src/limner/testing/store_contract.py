"""What every database keeps: subclass `StoreContract` in a test module and give it its two fixtures."""

import asyncio
import multiprocessing
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final, Literal

import pytest
import pytest_asyncio
from pydantic import BaseModel, Field

from limner.errors import StoreUnreachable, Taken
from limner.storage.record import Owned, Record, now
from limner.storage.store import Plus, Store, Where

OpenStore = Callable[[], Store]
"""Opens a store of `KINDS`; it is sent to other processes, so it is a `functools.partial`, not a lambda."""


class Seal(BaseModel):
    """A part of a record that no database looks into."""

    motto: str
    rays: tuple[int, ...] = ()


class Letter(Owned):
    """A record with every kind of column."""

    table: ClassVar[str] = "contract_letters"
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "number"), ("code",))
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "state", "id"),)

    account_id: str = "ann"
    number: int
    code: str | None = None
    title: str = ""
    state: Literal["new", "sent", "read"] = "new"
    weight: float = 0.0
    urgent: bool = False
    written_at: datetime = Field(default_factory=now)
    read_at: datetime | None = None
    seal: Seal | None = None
    notes: tuple[str, ...] = ()
    extra: dict[str, Any] = Field(default_factory=dict)


class Tally(Record):
    """Another table in the same database."""

    table: ClassVar[str] = "contract_tallies"

    amount: int = 0


KINDS: tuple[type[Record], ...] = (Letter, Tally)

CONDITIONS: Final[Sequence[tuple[Where, list[int]]]] = (
    ({}, [1, 2, 3, 4]),
    ({"number": 2}, [2]),
    ({"number": 2, "state": "new"}, []),
    ({"number__not": 2}, [1, 3, 4]),
    ({"number__gt": 1, "number__lte": 3}, [2, 3]),
    ({"weight__gte": 0.5, "weight__lt": 1.5}, [1]),
    ({"urgent": True}, [3]),
    ({"code": None}, [1, 4]),
    ({"code__not": None}, [2, 3]),
    ({"code__not": "b"}, [1, 3, 4]),
    ({"code__lt": "z"}, [2, 3]),
    ({"seal": None}, [1, 2, 4]),
    ({"state__in": ("new", "read")}, [1, 3, 4]),
    ({"state__in": []}, []),
    ({"code__in": (None, "b")}, [1, 2, 4]),
    ({"title__contains": "ZOË"}, [1, 2]),
    ({"title__contains": "%"}, [2]),
    ({"title__contains": "."}, []),
    ({"code__contains": "B"}, [2]),
)
"""Conditions, and the numbers of the letters of `test_conditions` that meet them."""


@pytest.mark.asyncio
class StoreContract:
    """Tests any database must pass. Override the fixtures `open_store` and `unreachable`."""

    @pytest.fixture
    def open_store(self) -> OpenStore:
        """Opens the store under test on an empty database."""
        raise NotImplementedError

    @pytest.fixture
    def unreachable(self) -> Store:
        """A store whose server is away."""
        raise NotImplementedError

    @pytest_asyncio.fixture
    async def store(self, open_store: OpenStore) -> AsyncIterator[Store]:
        """The store, ready for use."""
        store = open_store()
        await store.prepare()
        yield store
        await store.close()

    async def test_a_record_comes_back_as_it_was(self, store: Store) -> None:
        """Every kind of column, with and without a value; JSON with keys that mean something to some databases."""
        full = Letter(
            number=2**53,
            code="c",
            title="Zoë's \U0001f319 100%_\\",
            state="sent",
            weight=0.1,
            urgent=True,
            read_at=now(),
            seal=Seal(motto="ever", rays=(1, 2)),
            notes=("one", ""),
            extra={"$set": {"a.b": [None, 1.5, True]}, "": "x"},
        )
        bare = Letter(number=-1)
        assert await store.insert(full, bare) == 2
        assert await store.get(Letter, full.id) == full
        assert await store.get(Letter, bare.id) == bare
        assert await store.get(Letter, "nobody") is None

    async def test_what_is_taken_is_refused_whole(self, store: Store) -> None:
        """An id or a unique key that is there already: none of the call's records is added."""
        first = Letter(number=1, code="a")
        await store.insert(first)
        for again in (first, Letter(number=1), Letter(number=2, code="a")):
            with pytest.raises(Taken):
                await store.insert(again)
            with pytest.raises(Taken):
                await store.insert(Letter(number=8), Letter(number=9), again)
        assert await store.find(Letter, {}, limit=9) == [first]

    async def test_keep_passes_over_what_is_there(self, store: Store) -> None:
        """The call may run twice; what was there first stays."""
        first = Letter(number=1, title="first")
        second, third = Letter(number=2), Letter(number=3)
        await store.insert(first)
        same = first.model_copy(update={"title": "again"})
        assert await store.insert(same, second, Letter(number=1), third, existing="keep") == 2
        assert await store.insert(second, third, existing="keep") == 0
        assert await store.find(Letter, {}, order=("number",), limit=9) == [first, second, third]

    async def test_keys_that_hold_nothing_never_collide(self, store: Store) -> None:
        """Many letters without a code; a code given later is unique again."""
        await store.insert(*(Letter(number=number) for number in range(3)))
        assert await store.change(Letter, {"number": 0}, {"code": "a"}) == 1
        with pytest.raises(Taken):
            await store.change(Letter, {"number": 1}, {"code": "a"})
        with pytest.raises(Taken):
            await store.take(Letter, {"number": 1}, {"code": "a"})

    async def test_conditions(self, store: Store) -> None:
        """Each comparison, alone and together, in the presence of nothing."""
        await store.insert(
            Letter(number=1, title="For Zoë", weight=0.5),
            Letter(number=2, title="zoë_100%", weight=1.5, code="b", state="sent"),
            Letter(number=3, title="Zoe", weight=2.5, code="c", state="read", urgent=True, seal=Seal(motto="")),
            Letter(number=4, account_id="bob"),
        )
        for where, numbers in CONDITIONS:
            found = await store.find(Letter, where, order=("number",), limit=9)
            assert [letter.number for letter in found] == numbers, where
            assert await store.count(Letter, where) == len(numbers), where
            assert await store.total(Letter, "number", where) == sum(numbers), where

    async def test_an_unknown_field_is_a_bug(self, store: Store) -> None:
        """In conditions, orders and changes."""
        with pytest.raises(KeyError):
            await store.find(Letter, {"colour": 1}, limit=1)
        with pytest.raises(KeyError):
            await store.find(Letter, {"number__like": 1}, limit=1)
        with pytest.raises(KeyError):
            await store.change(Letter, {}, {"colour": 1})

    async def test_moments_are_compared_as_moments(self, store: Store) -> None:
        """To the millisecond, and aware of their zone."""
        moment = now()
        letters = [
            Letter(number=n, written_at=moment + timedelta(milliseconds=n), read_at=moment if n else None)
            for n in range(3)
        ]
        await store.insert(*letters)
        found = await store.find(Letter, {"written_at__gt": moment, "read_at": moment}, order=("written_at",), limit=9)
        assert found == letters[1:]

    async def test_orders(self, store: Store) -> None:
        """By several fields, falling and rising; nothing comes first in a rising order."""
        for number, code in enumerate(["b", None, "a", None]):
            await store.insert(Letter(number=number, code=code, weight=number % 2))
        for order, numbers in {
            ("code", "number"): [1, 3, 2, 0],
            ("-code", "-number"): [0, 2, 3, 1],
            ("weight", "-id"): [2, 0, 3, 1],
        }.items():
            found = await store.find(Letter, {}, order=order, limit=9)
            assert [letter.number for letter in found] == numbers

    async def test_pages_by_id_hold_everything_once(self, store: Store) -> None:
        """Newest first, though others are written in between."""
        letters = [Letter(number=number) for number in range(25)]
        await store.insert(*letters)
        seen: list[Letter] = []
        while page := await store.find(Letter, {"id__lt": seen[-1].id} if seen else {}, limit=10):
            seen += page
            await store.insert(Letter(number=100 + len(seen)))
        assert seen == sorted(letters, key=lambda letter: letter.id, reverse=True)

    async def test_change_says_how_many_matched(self, store: Store) -> None:
        """Also where nothing is different afterwards; parts are given as the record has them."""
        await store.insert(Letter(number=1), Letter(number=2), Letter(number=3, account_id="bob"))
        seal = Seal(motto="new", rays=(7,))
        changes = {"seal": seal, "notes": ("x",), "read_at": now(), "state": "read"}
        for _ in range(2):
            assert await store.change(Letter, {"account_id": "ann"}, changes) == 2
        found = await store.find(Letter, {"seal__not": None}, limit=9)
        assert [letter.seal for letter in found] == [seal, seal]
        assert await store.change(Letter, {"account_id": "ann"}, {"seal": None, "code": None}) == 2
        assert await store.count(Letter, {"seal": None}) == 3
        assert await store.change(Letter, {"number": 4}, changes) == 0

    async def test_sums_lose_nothing(self, store: Store) -> None:
        """Many add at once, and set another field with it."""
        tally = Tally()
        await store.insert(tally)
        await asyncio.gather(*(store.change(Tally, {"id": tally.id}, {"amount": Plus(2)}) for _ in range(20)))
        taken = await asyncio.gather(*(store.take(Tally, {"id": tally.id}, {"amount": Plus(-1)}) for _ in range(20)))
        assert sorted(one.amount for one in taken if one) == list(range(20, 40))

    async def test_take_gives_the_first_as_it_is_now(self, store: Store) -> None:
        """In the order asked for; None when nothing is left; one id alone; nothing where the conditions fail."""
        await store.insert(*(Letter(number=number, weight=-number) for number in range(3)))
        for number in (2, 1, 0):
            taken = await store.take(Letter, {"state": "new"}, {"state": "sent", "urgent": True}, order=("weight",))
            assert taken
            assert (taken.number, taken.state, taken.urgent) == (number, "sent", True)
            assert taken == await store.get(Letter, taken.id)
            assert await store.take(Letter, {"id": taken.id, "state": "new"}, {"state": "sent"}) is None
        assert await store.take(Letter, {"state": "new"}, {"state": "sent"}) is None

    async def test_no_two_tasks_take_the_same(self, store: Store) -> None:
        """Sixteen at once, forty to take; and of sixteen that want the same one, one has it."""
        await store.insert(*(Letter(number=number) for number in range(40)))
        taken = [number for some in await asyncio.gather(*(_take_all(store) for _ in range(16))) for number in some]
        assert sorted(taken) == list(range(40))
        one = {"number": 7, "state": "sent"}
        rivals = await asyncio.gather(*(store.take(Letter, one, {"state": "read"}) for _ in range(16)))
        assert len([rival for rival in rivals if rival]) == 1

    async def test_no_two_processes_take_the_same(self, open_store: OpenStore) -> None:
        """Two that start at once, and prepare the database at once."""
        with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
            taken = await asyncio.gather(*(asyncio.wrap_future(pool.submit(_rival, open_store)) for _ in range(2)))
        assert sorted(taken[0] + taken[1]) == list(range(60))
        assert all(taken)

    async def test_deleted_is_gone(self, store: Store) -> None:
        """Only what matches; the key is free again."""
        letters = [Letter(number=number) for number in range(4)]
        await store.insert(*letters)
        assert await store.delete(Letter, {"number__lt": 3}) == 3
        assert await store.delete(Letter, {"number__lt": 3}) == 0
        assert await store.find(Letter, {}, limit=9) == letters[3:]
        assert await store.insert(letters[0]) == 1

    async def test_counts_by_value(self, store: Store) -> None:
        """What has no value is not counted; sums of nothing are 0."""
        for number, code in enumerate(["a", "b", None]):
            await store.insert(Letter(number=number, code=code, state="sent" if number else "new"))
        assert await store.count_by(Letter, "state", {}) == {"new": 1, "sent": 2}
        assert await store.count_by(Letter, "code", {"state": "sent"}) == {"b": 1}
        assert await store.total(Letter, "number", {"state": "read"}) == 0

    async def test_preparing_again_changes_nothing(self, store: Store) -> None:
        """Every start of a server does it."""
        letter = Letter(number=1)
        await store.insert(letter)
        await store.prepare()
        assert await store.get(Letter, letter.id) == letter

    async def test_a_server_that_is_away_is_said_so(self, unreachable: Store) -> None:
        """By every operation, and soon."""
        operations: list[Callable[[], Any]] = [
            unreachable.ping,
            unreachable.prepare,
            lambda: unreachable.get(Letter, "x"),
            lambda: unreachable.insert(Letter(number=1)),
            lambda: unreachable.insert(Letter(number=1), Letter(number=2)),
            lambda: unreachable.insert(Letter(number=1), existing="keep"),
            lambda: unreachable.take(Letter, {}, {"state": "read"}),
            lambda: unreachable.count_by(Letter, "state", {}),
        ]
        for operation in operations:
            with pytest.raises(StoreUnreachable):
                await operation()
        await unreachable.close()


async def _take_all(store: Store) -> list[int]:
    taken: list[int] = []
    while letter := await store.take(Letter, {"state": "new"}, {"state": "sent"}):
        taken.append(letter.number)
    return taken


def _rival(open_store: OpenStore) -> list[int]:
    """Numbers this process took, once the other one was there too."""
    return asyncio.run(_compete(open_store()))


async def _compete(store: Store) -> list[int]:
    await store.prepare()
    await store.insert(*(Letter(id=f"letter-{number}", number=number) for number in range(60)), existing="keep")
    await store.insert(Tally())
    while await store.count(Tally, {}) < 2:  # noqa: ASYNC110 - the other is a process
        await asyncio.sleep(0.005)
    taken = await _take_all(store)
    await store.close()
    return taken
