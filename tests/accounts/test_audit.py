"""The audit log: only ever added to, and without secrets."""

import re
from pathlib import Path

import pytest
from tests.accounts.conftest import CALLER, PASSWORD, Mailbox, Member

from limner.accounts import api_keys, audit, sessions
from limner.accounts.audit import AuditEntry
from limner.accounts.caller import Caller
from limner.accounts.email_verification import send_verification
from limner.accounts.limits import Limits
from limner.accounts.passwords import PasswordHashes
from limner.accounts.sign_in import check_password
from limner.errors import NotSignedIn
from limner.storage.owned import OwnedStore
from limner.storage.store import Store


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("testclient", ""),
        ("", ""),
    ],
)
def test_addresses_are_shortened(address: str, kept: str) -> None:
    assert Caller(address).short_address == kept


def test_limits_count_a_whole_ipv6_household_as_one() -> None:
    here, next_door = Caller("2001:db8:1:2::5"), Caller("2001:db8:1:2:ffff::1")
    assert here.counted_address == next_door.counted_address != Caller("2001:db8:1:3::5").counted_address
    assert Caller("203.0.113.77").counted_address != Caller("203.0.113.78").counted_address
    assert Caller("::ffff:203.0.113.77").counted_address == Caller("203.0.113.77").counted_address
    assert Caller("a socket").counted_address == "a socket"


async def test_entries_say_who_what_and_when_but_no_secret(
    store: Store, hashes: PasswordHashes, limits: Limits, mailbox: Mailbox, join: Member
) -> None:
    account = await join("jane")
    with pytest.raises(NotSignedIn):
        await check_password(store, hashes, limits, account.email, "wrong password", CALLER)
    await check_password(store, hashes, limits, account.email, PASSWORD, CALLER)
    _, refresh_token = await sessions.start(store, account.id, CALLER)
    _, key = await api_keys.make(OwnedStore(store, account.id), "printer", ["read"], CALLER)
    await send_verification(store, mailbox, "https://limner.example.org", account)
    entries = await audit.read(store, limit=10)
    assert [entry.event for entry in entries] == [
        "api_key.made",
        "sign_in.done",
        "sign_in.refused",
        "account.registered",
    ]
    refused = entries[2]
    assert (refused.account_id, refused.about, refused.address) == (None, account.id, "203.0.113.0/24")
    log = "".join(entry.model_dump_json() for entry in entries)
    for secret in (account.email, PASSWORD, "wrong password", refresh_token, key, mailbox.token, CALLER.address):
        assert secret not in log
    assert [entry.event for entry in await audit.read(store, before=entries[1].id, limit=1)] == ["sign_in.refused"]


def test_nothing_changes_or_removes_an_entry(repository: Path) -> None:
    for path in (repository / "src" / "limner").rglob("*.py"):
        touched = re.findall(rf"\.(?:change|take|delete)\(\s*{AuditEntry.__name__}\b", path.read_text("utf-8"))
        assert not touched, path
