"""Sessions: refresh tokens that work once, devices, and access tokens that end with them."""

import asyncio
from datetime import timedelta

import jwt
import pytest
from tests.accounts.conftest import CALLER, Member, events

from limner.accounts import access_tokens, sessions, signed_in
from limner.accounts.account import Account
from limner.accounts.administration import set_disabled
from limner.accounts.sessions import Session
from limner.errors import NotFound, NotSignedIn
from limner.storage.key_ring import KeyRing
from limner.storage.owned import OwnedStore
from limner.storage.record import now
from limner.storage.store import Store


async def test_each_refresh_gives_the_next_token(store: Store) -> None:
    session, token = await sessions.start(store, "a", CALLER)
    seen = {token}
    for _ in range(3):
        again, token = await sessions.refresh(store, token, CALLER)
        assert again.id == session.id
        seen.add(token)
    assert len(seen) == 4


async def test_a_used_refresh_token_ends_the_family(store: Store) -> None:
    session, stolen = await sessions.start(store, "a", CALLER)
    other, others_token = await sessions.start(store, "a", CALLER)
    _, newest = await sessions.refresh(store, stolen, CALLER)
    for token in (stolen, newest):
        with pytest.raises(NotSignedIn):
            await sessions.refresh(store, token, CALLER)
    ended = await store.get(Session, session.id)
    assert ended
    assert not ended.is_live
    assert (await sessions.refresh(store, others_token, CALLER))[0].id == other.id
    assert await events(store) == ["refresh.reused"]


async def test_of_eight_refreshes_at_once_one_wins_and_the_family_ends(store: Store) -> None:
    session, token = await sessions.start(store, "a", CALLER)
    tries = [sessions.refresh(store, token, CALLER) for _ in range(8)]
    answers = await asyncio.gather(*tries, return_exceptions=True)
    won = [answer for answer in answers if not isinstance(answer, BaseException)]
    assert len(won) == 1
    assert all(isinstance(answer, NotSignedIn) for answer in answers if isinstance(answer, BaseException))
    assert await store.count(Session, {"id": session.id, "ended_at": None}) == 0
    with pytest.raises(NotSignedIn):
        await sessions.refresh(store, won[0][1], CALLER)
    assert await events(store) == ["refresh.reused"]


async def test_sessions_expire_unused_and_can_not_be_prolonged_for_ever(store: Store) -> None:
    unused, token = await sessions.start(store, "a", CALLER)
    await store.change(Session, {"id": unused.id}, {"expires_at": now() - timedelta(seconds=1)})
    with pytest.raises(NotSignedIn):
        await sessions.refresh(store, token, CALLER)
    old, token = await sessions.start(store, "a", CALLER)
    begun = now() - sessions.LONGEST_LIFE + timedelta(hours=1)
    await store.change(Session, {"id": old.id}, {"created_at": begun})
    refreshed, _ = await sessions.refresh(store, token, CALLER)
    assert refreshed.expires_at == begun + sessions.LONGEST_LIFE


async def test_no_secret_is_kept(store: Store) -> None:
    _, token = await sessions.start(store, "a", CALLER)
    [session] = await store.find(Session, {}, limit=1)
    assert token.split(".")[1] not in session.model_dump_json()
    assert session.address == "203.0.113.0/24"
    assert session.device == "Firefox on Linux"


async def test_devices_are_signed_out_one_by_one_or_all_but_this(store: Store) -> None:
    mine = OwnedStore(store, "a")
    here, there, elsewhere = [(await sessions.start(store, "a", CALLER))[0] for _ in range(3)]
    strangers, _ = await sessions.start(store, "b", CALLER)
    await sessions.end(mine, there.id, CALLER)
    assert [one.id for one in await sessions.live(mine, 10)] == [elsewhere.id, here.id]
    with pytest.raises(NotFound):
        await sessions.end(mine, strangers.id, CALLER)
    assert await sessions.end_all(mine, CALLER, but=here.id) == 1
    assert [one.id for one in await sessions.live(mine, 10)] == [here.id]
    assert await sessions.live(OwnedStore(store, "b"), 10)


async def test_an_access_token_ends_with_its_session(store: Store, key_ring: KeyRing, join: Member) -> None:
    account = await join("jane")
    session, _ = await sessions.start(store, account.id, CALLER)
    token = access_tokens.issue(key_ring, session)
    assert (await signed_in.recognise(store, key_ring, token)).account.id == account.id
    await sessions.end(OwnedStore(store, account.id), session.id, CALLER)
    with pytest.raises(NotSignedIn):
        await signed_in.recognise(store, key_ring, token)


async def test_a_disabled_account_is_out_at_once(store: Store, key_ring: KeyRing, join: Member) -> None:
    admin, account = await join("admin"), await join("jane")
    session, _ = await sessions.start(store, account.id, CALLER)
    token = access_tokens.issue(key_ring, session)
    await store.change(Account, {"id": account.id}, {"disabled": True})
    with pytest.raises(NotSignedIn):
        await signed_in.recognise(store, key_ring, token)
    await set_disabled(store, admin, account.id, disabled=True, caller=CALLER)
    assert not await sessions.live(OwnedStore(store, account.id), 1)


async def test_signing_keys_rotate_with_overlap(store: Store, key_ring: KeyRing) -> None:
    session, _ = await sessions.start(store, "a", CALLER)
    before = access_tokens.issue(key_ring, session)
    old = key_ring.newest("tokens")
    key_ring.rotate("tokens")
    after = access_tokens.issue(key_ring, session)
    assert access_tokens.read(key_ring, before) == access_tokens.read(key_ring, after)
    key_ring.forget("tokens", old.id)
    assert access_tokens.read(key_ring, after).session_id == session.id
    with pytest.raises(NotSignedIn):
        access_tokens.read(key_ring, before)


async def test_tokens_that_are_not_ours_are_refused(store: Store, key_ring: KeyRing) -> None:
    session, _ = await sessions.start(store, "a", CALLER)
    token = access_tokens.issue(key_ring, session)
    key = key_ring.newest("tokens")
    claims = jwt.decode(token, options={"verify_signature": False})
    header = {"kid": key.id, "typ": "at+jwt"}
    past = {"iat": claims["iat"] - 3600, "exp": claims["exp"] - 3600}
    assert claims["exp"] - claims["iat"] == 900
    forged = [
        "",
        "no token",
        token[:-4] + "AAAA",
        jwt.encode(claims, "", "none", header),
        jwt.encode(claims, b"y" * 64, "HS512", header),
        jwt.encode(claims, b"x" * 32, "HS256", header),
        jwt.encode(claims, key.secret, "HS256", {"kid": "other", "typ": "at+jwt"}),
        jwt.encode(claims, key.secret, "HS256", {"kid": key.id, "typ": "JWT"}),
        jwt.encode({**claims, "aud": "another"}, key.secret, "HS256", header),
        jwt.encode({**claims, "iss": "another"}, key.secret, "HS256", header),
        jwt.encode({**claims, **past}, key.secret, "HS256", header),
        jwt.encode({name: claims[name] for name in claims if name != "exp"}, key.secret, "HS256", header),
    ]
    for one in forged:
        with pytest.raises(NotSignedIn):
            access_tokens.read(key_ring, one)
