"""Consents: nothing goes to a provider before a yes, or after it was taken back."""

import pytest
from tests.accounts.conftest import CALLER, events

from limner.accounts import consents
from limner.errors import ConsentNeeded, NotFound
from limner.storage.owned import OwnedStore
from limner.storage.store import Store

GEMINI = "provider:gemini"


async def test_a_yes_stands_until_it_is_taken_back(store: Store) -> None:
    mine = OwnedStore(store, "a")
    with pytest.raises(ConsentNeeded):
        await consents.require(store, "a", GEMINI)
    given = await consents.give(mine, GEMINI, "2026-01", CALLER)
    assert await consents.give(mine, GEMINI, "2026-01", CALLER) == given
    await consents.require(store, "a", GEMINI)
    for account_id, what, version in (("b", GEMINI, None), ("a", "provider:openai", None), ("a", GEMINI, "2026-02")):
        with pytest.raises(ConsentNeeded):
            await consents.require(store, account_id, what, version)
    await consents.withdraw(mine, GEMINI, CALLER)
    with pytest.raises(ConsentNeeded):
        await consents.require(store, "a", GEMINI)
    with pytest.raises(NotFound):
        await consents.withdraw(mine, GEMINI, CALLER)
    [kept] = await consents.all_given(mine, 10)
    assert kept.withdrawn_at
    assert await events(store) == ["consent.given", "consent.withdrawn"]
