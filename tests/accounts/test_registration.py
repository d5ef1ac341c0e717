"""Who may make an account, and who becomes the administrator."""

import asyncio
from datetime import timedelta

import pytest
from tests.accounts.conftest import CALLER, PASSWORD, Member, events

from limner.accounts import invitations
from limner.accounts.account import Account
from limner.accounts.house_rules import set_registration
from limner.accounts.passwords import PasswordHashes
from limner.accounts.registration import register
from limner.errors import Conflict, Invalid, NotAllowed
from limner.storage.record import now
from limner.storage.store import Store


async def test_of_many_who_come_first_at_once_one_is_the_administrator(store: Store, join: Member) -> None:
    joined = await asyncio.gather(*(join(f"person{number}") for number in range(6)))
    assert sorted(account.role for account in joined) == ["admin", *["member"] * 5]
    assert await store.count(Account, {"role": "admin"}) == 1
    assert (await join("later")).role == "member"


async def test_nobody_inherits_the_administrators_seat(store: Store, join: Member) -> None:
    first = await join("first")
    second = await join("second")
    await store.change(Account, {"id": second.id}, {"role": "admin"})
    await store.delete(Account, {"id": first.id})
    assert (await join("third")).role == "member"


async def test_an_address_registers_once_in_any_writing(store: Store, hashes: PasswordHashes, join: Member) -> None:
    assert (await join("Jane")).email == "jane@example.org"
    with pytest.raises(Conflict):
        await register(store, hashes, " JANE@Example.ORG ", PASSWORD, CALLER)
    with pytest.raises(Invalid):
        await register(store, hashes, "jane at example", PASSWORD, CALLER)
    assert await events(store) == ["account.registered"]


async def test_a_closed_house_opens_to_an_invitation_once(store: Store, hashes: PasswordHashes, join: Member) -> None:
    admin = await join("admin")
    await set_registration(store, admin.id, "invited", CALLER)
    with pytest.raises(NotAllowed):
        await join("stranger")
    _, code = await invitations.invite(store, admin.id, CALLER, role="admin")

    async def come(name: str) -> Account | Invalid:
        try:
            return await register(store, hashes, f"{name}@example.org", PASSWORD, CALLER, code=code)
        except Invalid as error:
            return error

    came = await asyncio.gather(*(come(f"guest{number}") for number in range(4)))
    guests = [one for one in came if isinstance(one, Account)]
    assert [guest.role for guest in guests] == ["admin"]
    assert await store.count(Account, {}) == 2
    assert not await invitations.open_invitations(store, 10)


async def test_an_invitation_survives_a_failed_registration(store: Store, hashes: PasswordHashes, join: Member) -> None:
    admin = await join("admin")
    _, code = await invitations.invite(store, admin.id, CALLER)
    with pytest.raises(Conflict):
        await register(store, hashes, admin.email, PASSWORD, CALLER, code=code)
    assert await register(store, hashes, "guest@example.org", PASSWORD, CALLER, code=code)


async def test_invitations_expire_are_withdrawn_and_serve_their_address(
    store: Store, hashes: PasswordHashes, join: Member
) -> None:
    admin = await join("admin")
    old, old_code = await invitations.invite(store, admin.id, CALLER)
    await store.change(invitations.Invitation, {"id": old.id}, {"expires_at": now() - timedelta(seconds=1)})
    gone, gone_code = await invitations.invite(store, admin.id, CALLER)
    await invitations.withdraw(store, admin.id, gone.id, CALLER)
    _, hers = await invitations.invite(store, admin.id, CALLER, email="guest@example.org")
    for code in (old_code, gone_code, "", "x.y", old_code.replace(".", "")):
        with pytest.raises(Invalid):
            await register(store, hashes, "guest@example.org", PASSWORD, CALLER, code=code)
    with pytest.raises(Invalid):
        await register(store, hashes, "other@example.org", PASSWORD, CALLER, code=hers)
    assert await register(store, hashes, "guest@example.org", PASSWORD, CALLER, code=hers)
