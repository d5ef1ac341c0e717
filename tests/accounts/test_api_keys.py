"""API keys: what opens, for what, and for how long."""

import asyncio
from datetime import timedelta

import pytest
from tests.accounts.conftest import CALLER, Member, events

from limner.accounts import api_keys
from limner.accounts.api_keys import ApiKey
from limner.accounts.signed_in import recognise
from limner.errors import Conflict, NotAllowed, NotFound, NotSignedIn
from limner.storage.key_ring import KeyRing
from limner.storage.owned import OwnedStore
from limner.storage.record import now
from limner.storage.store import Store


async def test_a_key_does_what_its_scopes_say_and_no_more(store: Store, key_ring: KeyRing, join: Member) -> None:
    account = await join("admin")
    key, text = await api_keys.make(OwnedStore(store, account.id), "printer", ["draw", "read"], CALLER)
    assert text.startswith(f"lim_{key.id}_")
    assert text.split("_", 2)[2] not in key.model_dump_json()
    program = await recognise(store, key_ring, text)
    assert program.account.id == account.id
    program.need("read")
    program.need("draw")
    for refused in (lambda: program.need("manage"), program.need_person, program.need_admin):
        with pytest.raises(NotAllowed):
            refused()
    used = await store.get(ApiKey, key.id)
    assert used
    assert used.last_used_at


async def test_after_a_rotation_both_secrets_open_for_a_day(store: Store) -> None:
    mine = OwnedStore(store, "a")
    key, first = await api_keys.make(mine, "printer", ["read"], CALLER)
    _, second = await api_keys.rotate(mine, key.id, CALLER)
    for text in (first, second):
        assert (await api_keys.recognise(store, text)).id == key.id
    await store.change(ApiKey, {"id": key.id}, {"previous_until": now() - timedelta(seconds=1)})
    assert (await api_keys.recognise(store, second)).id == key.id
    with pytest.raises(NotSignedIn):
        await api_keys.recognise(store, first)


async def test_a_revoked_key_opens_nothing(store: Store) -> None:
    mine = OwnedStore(store, "a")
    key, first = await api_keys.make(mine, "printer", ["read"], CALLER)
    _, second = await api_keys.rotate(mine, key.id, CALLER)
    with pytest.raises(NotFound):
        await api_keys.revoke(OwnedStore(store, "b"), key.id, CALLER)
    await api_keys.revoke(mine, key.id, CALLER)
    for text in (first, second, "lim_", "lim_x_y", f"lim_{key.id}", f"lim_{key.id}_"):
        with pytest.raises(NotSignedIn):
            await api_keys.recognise(store, text)
    assert not await api_keys.live(mine)
    for again in (api_keys.rotate, api_keys.revoke):
        with pytest.raises(NotFound):
            await again(mine, key.id, CALLER)
    assert await events(store) == ["api_key.made", "api_key.rotated", "api_key.revoked"]


async def test_every_secret_that_was_handed_out_opens(store: Store) -> None:
    mine = OwnedStore(store, "a")
    key, _ = await api_keys.make(mine, "printer", ["read"], CALLER)
    answers = await asyncio.gather(*(api_keys.rotate(mine, key.id, CALLER) for _ in range(4)), return_exceptions=True)
    given = [answer[1] for answer in answers if not isinstance(answer, BaseException)]
    assert given
    assert all(isinstance(answer, Conflict) for answer in answers if isinstance(answer, BaseException))
    assert (await api_keys.recognise(store, given[-1])).id == key.id
