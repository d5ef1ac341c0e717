"""Events of an account: in order, once, and again from any number."""

import asyncio

import pytest

from limner.accounts.account import Account
from limner.jobs.feed import Event, Feed, publish
from limner.storage.owned import OwnedStore
from limner.storage.store import Plus, Store


async def numbers(news: asyncio.Queue[Event], count: int) -> list[int]:
    return [(await asyncio.wait_for(news.get(), 5)).number for _ in range(count)]


async def say(mine: OwnedStore, count: int) -> None:
    for _ in range(count):
        await publish(mine.store, mine.account_id, "job", {})


async def test_two_servers_tell_the_same_in_order(mine: OwnedStore) -> None:
    one, other = Feed(mine.store), Feed(mine.store)
    async with one.watch(mine.account_id) as first, other.watch(mine.account_id) as second:
        await asyncio.gather(*(say(mine, 5) for _ in range(4)))
        assert await numbers(first, 20) == await numbers(second, 20) == list(range(1, 21))
    await one.close()
    await other.close()


@pytest.mark.parametrize(("after", "heard"), [(None, [5]), (0, [1, 2, 3, 4, 5]), (3, [4, 5]), (99, [5])])
async def test_a_watcher_comes_back_with_its_last_number(mine: OwnedStore, after: int | None, heard: list[int]) -> None:
    await say(mine, 4)
    feed = Feed(mine.store)
    async with feed.watch(mine.account_id, after) as news:
        await say(mine, 1)
        assert await numbers(news, len(heard)) == heard
    await feed.close()


async def test_a_number_whose_worker_died_is_passed_over_after_a_second(mine: OwnedStore) -> None:
    feed = Feed(mine.store)
    async with feed.watch(mine.account_id) as news:
        await mine.store.take(Account, {"id": mine.account_id}, {"event_count": Plus(1)})
        await say(mine, 1)
        begun = asyncio.get_running_loop().time()
        assert await numbers(news, 1) == [2]
        assert 0.9 < asyncio.get_running_loop().time() - begun < 3
        await say(mine, 1)
        assert await numbers(news, 1) == [3]
    await feed.close()


async def test_a_number_that_comes_late_still_comes_in_order(mine: OwnedStore) -> None:
    feed = Feed(mine.store)
    async with feed.watch(mine.account_id) as news:
        await mine.store.take(Account, {"id": mine.account_id}, {"event_count": Plus(1)})
        await say(mine, 1)
        await asyncio.sleep(0.2)
        assert news.empty()
        await mine.store.insert(Event(account_id=mine.account_id, number=1, kind="job"))
        assert await numbers(news, 2) == [1, 2]
    await feed.close()


async def test_nobody_hears_of_others(mine: OwnedStore, store: Store) -> None:
    other = Account(email="eve@example.org")
    await store.insert(other)
    feed = Feed(store)
    async with feed.watch(other.id, 0) as news, feed.watch(mine.account_id, 0) as own:
        await say(mine, 1)
        assert await numbers(own, 1) == [1]
        await asyncio.sleep(0.15)
        assert news.empty()
    await feed.close()


async def test_watching_begins_again_after_everybody_left(mine: OwnedStore) -> None:
    feed = Feed(mine.store)
    for number in (1, 2):
        async with feed.watch(mine.account_id) as news:
            await say(mine, 1)
            assert await numbers(news, 1) == [number]
        await asyncio.sleep(0.12 if number == 1 else 0)
    await feed.close()


async def test_telling_an_erased_account_is_no_mistake(store: Store) -> None:
    await publish(store, "gone", "job", {})
    assert await store.count(Event, {}) == 0
