"""What the administrator decided for this server: one row."""

from typing import ClassVar, Final, Literal

from limner.accounts import audit
from limner.accounts.caller import Caller
from limner.storage.record import Record
from limner.storage.store import Store

Registration = Literal["open", "invited"]
_ID: Final = "house"


class HouseRules(Record):
    """`registration` says who may make an account: anybody, or only those with an invitation."""

    table: ClassVar[str] = "house_rules"

    id: str = _ID
    registration: Registration = "open"


async def house_rules(store: Store) -> HouseRules:
    """The rules as they stand."""
    return await store.get(HouseRules, _ID) or HouseRules()


async def set_registration(store: Store, admin_id: str, registration: Registration, caller: Caller) -> HouseRules:
    """Open the house to everybody, or close it to strangers."""
    await store.insert(HouseRules(), existing="keep")
    await store.change(HouseRules, {"id": _ID}, {"registration": registration})
    await audit.write(store, "house.rules_changed", admin_id, caller, about=registration)
    return await house_rules(store)
