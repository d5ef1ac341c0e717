"""What a person agreed to: which provider may get a picture, or which purpose it may serve."""

from datetime import datetime
from typing import ClassVar

from pydantic import Field

from limner.accounts import audit
from limner.accounts.caller import Caller
from limner.errors import ConsentNeeded, NotFound
from limner.storage.owned import OwnedStore
from limner.storage.record import Owned, now
from limner.storage.store import Store


class Consent(Owned):
    """One yes: to `what` (as "provider:gemini"), in the words of a text's `version`. A no later keeps the row."""

    table: ClassVar[str] = "consents"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id", "what", "withdrawn_at"),)

    what: str
    version: str
    given_at: datetime = Field(default_factory=now)
    withdrawn_at: datetime | None = None


async def give(mine: OwnedStore, what: str, version: str, caller: Caller) -> Consent:
    """Write down a yes; saying it twice changes nothing."""
    standing = await mine.find(Consent, {"what": what, "version": version, "withdrawn_at": None}, limit=1)
    if standing:
        return standing[0]
    consent = Consent(account_id=mine.account_id, what=what, version=version)
    await mine.store.insert(consent)
    await audit.write(mine.store, "consent.given", mine.account_id, caller, about=consent.id)
    return consent


async def withdraw(mine: OwnedStore, what: str, caller: Caller) -> None:
    """Take every yes to this back.

    Raises:
        NotFound: there was none.
    """
    if not await mine.change(Consent, {"what": what, "withdrawn_at": None}, {"withdrawn_at": now()}):
        raise NotFound(Consent.table)
    await audit.write(mine.store, "consent.withdrawn", mine.account_id, caller, about=what)


async def require(store: Store, account_id: str, what: str, version: str | None = None) -> None:
    """Pass when the account's yes stands, to this `version` of the text where one is named.

    Raises:
        ConsentNeeded: it doesn't.
    """
    where: dict[str, object] = {"account_id": account_id, "what": what, "withdrawn_at": None}
    if version is not None:
        where["version"] = version
    if not await store.find(Consent, where, limit=1):
        raise ConsentNeeded("You have not agreed to this yet.", "Read what it means and say yes first.")


async def all_given(mine: OwnedStore, limit: int) -> list[Consent]:
    """Every yes, withdrawn ones too, newest first."""
    return await mine.find(Consent, limit=limit)
