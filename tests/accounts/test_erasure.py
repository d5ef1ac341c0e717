"""Erasing: everything goes, the receipt says how much, and a restored backup brings nothing back."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.accounts.conftest import CALLER, KINDS, Member

from limner.accounts import api_keys, consents, invitations, sessions
from limner.accounts.account import Account
from limner.accounts.audit import AuditEntry
from limner.accounts.erasure import ErasedAccount, Ledger, erase, replay
from limner.accounts.own_things import OWNED, erase_own
from limner.accounts.quotas import spend_jobs
from limner.errors import Conflict
from limner.settings import Settings
from limner.storage.owned import OwnedStore
from limner.storage.store import Store
from limner.storage.stores.sql import SqlStore


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "erased.txt")


async def furnish(store: Store, account: Account) -> None:
    mine = OwnedStore(store, account.id)
    await sessions.start(store, account.id, CALLER)
    await api_keys.make(mine, "printer", ["read"], CALLER)
    await consents.give(mine, "provider:gemini", "1", CALLER)
    await spend_jobs(store, Settings(), account)


async def left(store: Store, account_id: str) -> int:
    owned = [await store.count(kind, {"account_id": account_id}) for kind in OWNED]
    return sum(owned) + await store.count(Account, {"id": account_id})


async def test_everything_goes_and_the_receipt_counts_it(store: Store, ledger: Ledger, join: Member) -> None:
    admin, account = await join("admin"), await join("jane")
    for one in (admin, account):
        await furnish(store, one)
    kept = await left(store, admin.id)

    async def own(account_id: str) -> Mapping[str, int]:
        return await erase_own(store, account_id)

    receipt = await erase(store, ledger, [own], account, CALLER)
    assert receipt.finished_at
    assert {name: count for name, count in receipt.counts.items() if count} == {
        "accounts": 1,
        "api_keys": 1,
        "consents": 1,
        "daily_use": 1,
        "sessions": 1,
    }
    assert await left(store, account.id) == 0
    assert await left(store, admin.id) == kept
    assert account.email not in receipt.model_dump_json()
    [entry] = await store.find(AuditEntry, {"event": "account.erased"}, limit=2)
    assert entry.about == account.id
    assert ledger.path.stat().st_mode & 0o077 == 0


async def test_a_restored_backup_is_erased_again(tmp_path: Path, store: Store, ledger: Ledger, join: Member) -> None:
    await join("admin")
    account = await join("jane")
    await furnish(store, account)
    await store.close()
    for file in tmp_path.glob("accounts.db*"):  # noqa: ASYNC240 - a test waits for nobody
        shutil.copy(file, tmp_path / file.name.replace("accounts", "restored"))
    await erase(store, ledger, [], account, CALLER)

    restored = SqlStore(f"sqlite:///{tmp_path / 'restored.db'}", KINDS)

    async def own(account_id: str) -> Mapping[str, int]:
        return await erase_own(restored, account_id)

    assert await left(restored, account.id) == 5
    [receipt] = await replay(restored, ledger, [own])
    assert (receipt.id, receipt.counts["accounts"]) == (account.id, 1)
    assert await left(restored, account.id) == 0
    assert await restored.count(Account, {}) == 1
    assert not await replay(restored, ledger, [own])
    await restored.close()


async def test_an_erasure_cut_short_is_finished(store: Store, ledger: Ledger, join: Member) -> None:
    await join("admin")
    account = await join("jane")

    async def breaks(account_id: str) -> Mapping[str, int]:
        raise OSError(account_id)

    with pytest.raises(OSError, match=account.id):
        await erase(store, ledger, [breaks], account, CALLER)
    locked = await store.get(Account, account.id)
    assert locked
    assert locked.disabled
    assert [one.id for one in await replay(store, ledger, [])] == [account.id]
    assert await store.get(Account, account.id) is None


async def test_a_lost_ledger_file_is_written_again(store: Store, ledger: Ledger, join: Member) -> None:
    await join("admin")
    account = await join("jane")
    await erase(store, ledger, [], account, CALLER)
    ledger.path.unlink()
    assert not await replay(store, ledger, [])
    assert await ledger.ids() == [account.id]
    assert await store.count(ErasedAccount, {}) == 1


async def test_the_only_administrator_stays_while_others_are_there(store: Store, ledger: Ledger, join: Member) -> None:
    admin, account = await join("admin"), await join("jane")
    with pytest.raises(Conflict):
        await erase(store, ledger, [], admin, CALLER)
    assert not await ledger.ids()
    await erase(store, ledger, [], account, CALLER)
    await erase(store, ledger, [], admin, CALLER)
    assert await store.count(Account, {}) == 0


async def test_invitations_name_no_erased_account(store: Store, join: Member) -> None:
    admin = await join("admin")
    await invitations.invite(store, admin.id, CALLER, email="guest@example.org")
    assert (await erase_own(store, admin.id))["invitations"] == 1
    assert await store.count(invitations.Invitation, {}) == 0
