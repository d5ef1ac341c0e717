"""The month's money: exact for any number at once, and nothing is counted twice."""

import asyncio

import pytest

from limner.accounts.spending import Charge, MonthlySpending, release, reserve, settle, spent
from limner.errors import OverCap
from limner.storage.store import Store

CAP = 1_000_000


async def test_of_many_at_once_exactly_those_that_fit_are_reserved(store: Store) -> None:
    asked = [reserve(store, "jane", f"job{n}", "gemini", 130_000, CAP) for n in range(24)]
    answers = await asyncio.gather(*asked, return_exceptions=True)
    assert sum(isinstance(one, Charge) for one in answers) == 7
    assert sum(isinstance(one, OverCap) for one in answers) == 17
    assert await spent(store, "jane") == 7 * 130_000


async def test_what_it_cost_replaces_what_was_reserved_once(store: Store) -> None:
    charge = await reserve(store, "jane", "job", "gemini", 200_000, CAP)
    assert charge
    for _ in range(2):
        await settle(store, charge, 33_600, "nano")
    assert await spent(store, "jane") == 33_600
    kept = await store.get(Charge, charge.id)
    assert kept
    assert (kept.microusd, kept.model, kept.standing) == (33_600, "nano", False)


async def test_a_second_attempt_of_a_job_uses_what_the_first_has_reserved(store: Store) -> None:
    first = await reserve(store, "jane", "job", "gemini", 600_000, CAP)
    again = await reserve(store, "jane", "job", "gemini", 600_000, CAP)
    assert first == again
    assert await spent(store, "jane") == 600_000


async def test_what_a_job_did_not_use_is_given_back(store: Store) -> None:
    await reserve(store, "jane", "job", "gemini", 600_000, CAP)
    await release(store, "job")
    assert await spent(store, "jane") == 0
    assert await reserve(store, "jane", "other", "gemini", CAP, CAP)


async def test_everybody_has_their_own_money_and_free_pictures_need_none(store: Store) -> None:
    assert await reserve(store, "jane", "job", "gemini", CAP, CAP)
    assert await reserve(store, "john", "job2", "gemini", CAP, CAP)
    assert await reserve(store, "jane", "job3", "local", 0, CAP) is None
    with pytest.raises(OverCap) as over:
        await reserve(store, "jane", "job4", "gemini", 1, CAP)
    assert "1.00 dollars" in over.value.message
    assert await store.count(MonthlySpending, {}) == 2
