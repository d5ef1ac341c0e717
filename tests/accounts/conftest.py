"""An empty database with the tables of accounts, and what accounts stand on."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from limner.accounts.account import Account
from limner.accounts.audit import AuditEntry
from limner.accounts.caller import Caller
from limner.accounts.erasure import ErasedAccount
from limner.accounts.house_rules import HouseRules
from limner.accounts.invitations import Invitation
from limner.accounts.limits import Limits
from limner.accounts.mail import Mail
from limner.accounts.oidc_identity import OidcAttempt
from limner.accounts.own_things import OWNED
from limner.accounts.passwords import PasswordHashes
from limner.accounts.registration import register
from limner.settings import Settings
from limner.storage.key_ring import KeyRing
from limner.storage.store import Store
from limner.storage.stores.sql import SqlStore

KINDS = (Account, AuditEntry, ErasedAccount, HouseRules, Invitation, OidcAttempt, *OWNED)
PASSWORD = "correct horse battery"  # noqa: S105 - the tests' own
CALLER = Caller("203.0.113.77", "Firefox on Linux")
Member = Callable[[str], Awaitable[Account]]


@dataclass
class Mailbox:
    """Keeps what would be sent."""

    mails: list[Mail] = field(default_factory=list[Mail])

    async def send(self, mail: Mail) -> None:
        self.mails.append(mail)

    @property
    def token(self) -> str:
        """The token of the last mail's link."""
        found = re.search(r"#token=(\S+)", self.mails[-1].text)
        assert found
        return found.group(1)


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = SqlStore(f"sqlite:///{tmp_path / 'accounts.db'}", KINDS)
    await opened.prepare()
    yield opened
    await opened.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path)


@pytest.fixture
def hashes(settings: Settings) -> PasswordHashes:
    return PasswordHashes(settings.password_memory_kib)


@pytest.fixture
def key_ring(tmp_path: Path) -> KeyRing:
    return KeyRing.open(tmp_path / "keys.json")


@pytest.fixture
async def limits(settings: Settings) -> AsyncIterator[Limits]:
    opened = Limits(settings)
    yield opened
    await opened.close()


@pytest.fixture
def join(store: Store, hashes: PasswordHashes) -> Member:
    """Registers somebody."""

    async def registered(name: str) -> Account:
        return await register(store, hashes, f"{name}@example.org", PASSWORD, CALLER)

    return registered


async def events(store: Store) -> list[str]:
    """Events of the audit log, the oldest first."""
    return [entry.event for entry in await store.find(AuditEntry, {}, order=("id",), limit=100)]
