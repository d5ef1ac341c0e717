"""Verification of e-mail addresses and new passwords by mail."""

import asyncio
from datetime import timedelta

import pytest
from tests.accounts.conftest import CALLER, PASSWORD, Mailbox, Member

from limner.accounts import one_time, sessions
from limner.accounts.account import Account
from limner.accounts.caller import Caller
from limner.accounts.email_verification import send_verification, verify_email
from limner.accounts.limits import Limits
from limner.accounts.one_time import OneTimeToken
from limner.accounts.password_change import ask_reset, change_password, reset_password
from limner.accounts.passwords import PasswordHashes
from limner.accounts.sign_in import check_password
from limner.errors import Invalid, NotSignedIn
from limner.storage.owned import OwnedStore
from limner.storage.record import now
from limner.storage.store import Store

URL = "https://limner.example.org/"
NEW = "seven green umbrellas"


async def test_an_address_is_verified_once_by_the_mailed_link(store: Store, mailbox: Mailbox, join: Member) -> None:
    account = await join("jane")
    await send_verification(store, mailbox, URL, account)
    assert mailbox.mails[0].to == account.email
    assert "https://limner.example.org/verify-email#token=" in mailbox.mails[0].text
    await verify_email(store, mailbox.token, CALLER)
    verified = await store.get(Account, account.id)
    assert verified
    assert verified.email_verified
    with pytest.raises(Invalid):
        await verify_email(store, mailbox.token, CALLER)
    await send_verification(store, mailbox, URL, verified)
    assert len(mailbox.mails) == 1


async def test_a_reset_signs_out_everywhere_and_works_once(
    store: Store, hashes: PasswordHashes, limits: Limits, mailbox: Mailbox, join: Member
) -> None:
    account = await join("jane")
    await sessions.start(store, account.id, CALLER)
    await ask_reset(store, mailbox, URL, "JANE@example.org", CALLER)
    with pytest.raises(Invalid):
        await reset_password(store, hashes, mailbox.token, "password123", CALLER)

    tries = [reset_password(store, hashes, mailbox.token, NEW, CALLER) for _ in range(4)]
    answers = await asyncio.gather(*tries, return_exceptions=True)
    assert len([one for one in answers if isinstance(one, Account)]) == 1
    assert not await sessions.live(OwnedStore(store, account.id), 10)
    with pytest.raises(NotSignedIn):
        await check_password(store, hashes, limits, account.email, PASSWORD, CALLER)
    assert (await check_password(store, hashes, limits, account.email, NEW, CALLER)).email_verified


async def test_asking_says_nothing_about_unknown_addresses(store: Store, mailbox: Mailbox, join: Member) -> None:
    account = await join("jane")
    await store.change(Account, {"id": account.id}, {"disabled": True})
    for email in ("nobody@example.org", "no address", account.email):
        await ask_reset(store, mailbox, URL, email, CALLER)
    assert not mailbox.mails


async def test_tokens_expire_replace_each_other_and_serve_one_purpose(
    store: Store, hashes: PasswordHashes, mailbox: Mailbox, join: Member
) -> None:
    account = await join("jane")
    await ask_reset(store, mailbox, URL, account.email, CALLER)
    first = mailbox.token
    await ask_reset(store, mailbox, URL, account.email, CALLER)
    second = mailbox.token
    await send_verification(store, mailbox, URL, account)
    for worthless in (first, mailbox.token, "", "x.y", second[:-1]):
        with pytest.raises(Invalid):
            await reset_password(store, hashes, worthless, NEW, CALLER)
    await store.change(OneTimeToken, {"purpose": "reset_password"}, {"expires_at": now() - timedelta(seconds=1)})
    with pytest.raises(Invalid):
        await reset_password(store, hashes, second, NEW, CALLER)
    kept = await store.find(OneTimeToken, {}, limit=10)
    assert not any(second.split(".")[1] in token.model_dump_json() for token in kept)


async def test_a_new_password_needs_the_old_one_and_keeps_this_device(
    store: Store, hashes: PasswordHashes, mailbox: Mailbox, join: Member
) -> None:
    account = await join("jane")
    here, _ = await sessions.start(store, account.id, CALLER)
    await sessions.start(store, account.id, Caller(device="a phone"))
    await ask_reset(store, mailbox, URL, account.email, CALLER)
    with pytest.raises(Invalid):
        await change_password(store, hashes, account, "wrong", NEW, here, CALLER)
    with pytest.raises(Invalid):
        await change_password(store, hashes, account, PASSWORD, "short", here, CALLER)
    await change_password(store, hashes, account, PASSWORD, NEW, here, CALLER)
    assert [one.id for one in await sessions.live(OwnedStore(store, account.id), 10)] == [here.id]
    with pytest.raises(Invalid):
        await one_time.look_at(store, mailbox.token, "reset_password")
