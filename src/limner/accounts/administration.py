"""What an administrator may do to other accounts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from limner.accounts import audit, sessions
from limner.accounts.account import Account, Role
from limner.accounts.caller import Caller
from limner.errors import Conflict, NotFound
from limner.storage.owned import OwnedStore
from limner.storage.store import Store

Quota = Literal["jobs_per_day", "stored_bytes", "month_microusd"]
_ITSELF: Final = "Ask another administrator."


async def accounts(store: Store, *, search: str = "", before: str | None = None, limit: int) -> Sequence[Account]:
    """Accounts, newest first, whose address holds `search`; `before` is the id of the last one already seen."""
    where = {"id__lt": before} if before else {}
    return await store.find(Account, {**where, "email__contains": search} if search else where, limit=limit)


async def addresses(store: Store, account_ids: Iterable[str | None]) -> dict[str, str]:
    """The e-mail addresses of those of these accounts that exist, by id."""
    ids = sorted({one for one in account_ids if one})
    found = await store.find(Account, {"id__in": ids}, limit=len(ids)) if ids else []
    return {account.id: account.email for account in found}


async def set_role(store: Store, admin: Account, account_id: str, role: Role, caller: Caller) -> Account:
    """Make somebody an administrator, or a member again.

    Raises:
        NotFound: there is no such account.
        Conflict: an administrator can't take away its own role, so that one always stays.
    """
    if account_id == admin.id and role != "admin":
        raise Conflict("You can't take away your own role.", _ITSELF)
    changed = await _change(store, account_id, {"role": role})
    await audit.write(store, "account.role_changed", admin.id, caller, about=account_id)
    return changed


async def set_disabled(store: Store, admin: Account, account_id: str, disabled: bool, caller: Caller) -> Account:  # noqa: FBT001 - the new value
    """Lock an account, which signs it out everywhere, or open it again.

    Raises:
        NotFound: there is no such account.
        Conflict: nobody locks out themselves.
    """
    if account_id == admin.id:
        raise Conflict("You can't disable your own account.", _ITSELF)
    changed = await _change(store, account_id, {"disabled": disabled})
    if disabled:
        await sessions.end_all(OwnedStore(store, account_id), caller)
    await audit.write(store, "account.disabled" if disabled else "account.enabled", admin.id, caller, about=account_id)
    return changed


async def set_quotas(
    store: Store, admin: Account, account_id: str, quotas: Mapping[Quota, int | None], caller: Caller
) -> Account:
    """Give an account quotas of its own; None takes those of the settings again.

    Raises:
        NotFound: there is no such account.
    """
    changed = await _change(store, account_id, {**quotas})
    await audit.write(store, "account.quota_changed", admin.id, caller, about=account_id)
    return changed


async def _change(store: Store, account_id: str, changes: Mapping[str, object]) -> Account:
    account = await store.take(Account, {"id": account_id}, changes)
    if account is None:
        raise NotFound(Account.table)
    return account
