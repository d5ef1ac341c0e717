"""Signing in with a password."""

from limner.accounts import audit, email_address
from limner.accounts.account import Account
from limner.accounts.caller import Caller
from limner.accounts.limits import Limits
from limner.accounts.passwords import PasswordHashes
from limner.errors import Invalid, NotSignedIn
from limner.storage.store import Store


async def check_password(
    store: Store, hashes: PasswordHashes, limits: Limits, email: str, password: str, caller: Caller
) -> Account:
    """The account with this address and password. An unknown address takes as long and gets the same answer.

    Raises:
        NotSignedIn: there is none.
        TooMany: too many tries from this address of the network, or for this e-mail address.
    """
    await limits.check("sign_in_address", caller.counted_address)
    account = await _account(store, limits, email)
    if not await hashes.matches(account.password_hash if account else None, password) or account is None:
        await audit.write(store, "sign_in.refused", None, caller, about=account.id if account else None)
        raise _refused()
    if account.disabled:
        raise NotSignedIn("This account is disabled.", "Ask whoever runs this server.")
    if account.password_hash and hashes.is_outdated(account.password_hash):
        same = {"id": account.id, "password_hash": account.password_hash}
        await store.change(Account, same, {"password_hash": await hashes.hash(password)})
    await audit.write(store, "sign_in.done", account.id, caller)
    return account


async def _account(store: Store, limits: Limits, email: str) -> Account | None:
    try:
        email = email_address.normal(email)
    except Invalid:
        return None
    await limits.check("sign_in_email", email)
    found = await store.find(Account, {"email": email}, limit=1)
    return found[0] if found else None


def _refused() -> NotSignedIn:
    return NotSignedIn("The e-mail address or the password is wrong.", "Try again, or ask for a new password.")
