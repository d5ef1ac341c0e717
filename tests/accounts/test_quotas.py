"""Quotas: none more than allowed, also when many ask at once."""

import asyncio

import pytest
from tests.accounts.conftest import CALLER, Member

from limner.accounts.account import Account
from limner.accounts.administration import set_quotas
from limner.accounts.quotas import check_room, jobs_today, spend_jobs
from limner.errors import OverQuota
from limner.settings import Settings
from limner.storage.store import Store

SETTINGS = Settings(jobs_per_day=10, stored_bytes=1000)


async def test_the_days_pictures_are_counted_exactly(store: Store, join: Member) -> None:
    account = await join("jane")
    tries = [spend_jobs(store, SETTINGS, account) for _ in range(16)]
    answers = await asyncio.gather(*tries, return_exceptions=True)
    assert answers.count(None) == 10
    assert all(answer is None or isinstance(answer, OverQuota) for answer in answers)
    assert await jobs_today(store, account.id) == 10


async def test_many_at_once_are_all_or_none(store: Store, join: Member) -> None:
    account = await join("jane")
    await spend_jobs(store, SETTINGS, account, 8)
    with pytest.raises(OverQuota):
        await spend_jobs(store, SETTINGS, account, 3)
    await spend_jobs(store, SETTINGS, account, 2)


async def test_an_account_may_have_quotas_of_its_own(store: Store, join: Member) -> None:
    admin = await join("admin")
    account: Account = await join("jane")
    check_room(SETTINGS, account, 900, 100)
    with pytest.raises(OverQuota):
        check_room(SETTINGS, account, 900, 101)
    account = await set_quotas(store, admin, account.id, {"jobs_per_day": 0, "stored_bytes": 5000}, CALLER)
    check_room(SETTINGS, account, 900, 4100)
    with pytest.raises(OverQuota):
        await spend_jobs(store, SETTINGS, account)
    account = await set_quotas(store, admin, account.id, {"jobs_per_day": None}, CALLER)
    await spend_jobs(store, SETTINGS, account)
