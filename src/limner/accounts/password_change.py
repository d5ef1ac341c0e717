"""New passwords: with the old one, or with a link that was mailed."""

from limner.accounts import audit, email_address, one_time, passwords, sessions
from limner.accounts.account import Account
from limner.accounts.caller import Caller
from limner.accounts.mail import Mail, Mailer
from limner.accounts.passwords import PasswordHashes
from limner.accounts.sessions import Session
from limner.errors import Conflict, Invalid
from limner.storage.owned import OwnedStore
from limner.storage.store import Store

_RESET_TEXT = """Hello,

somebody, perhaps you, asked for a new password at {public_url}. To choose one, open

{public_url}/reset-password#token={token}

within one hour; all devices are signed out then. If it wasn't you, do nothing: your password stays as it is.
"""

_CHANGED_TEXT = """Hello,

the password of your account at {public_url} has just been changed, and devices were signed out.
If it wasn't you, ask for a new password there at once, then look at your API keys.
"""


async def change_password(
    store: Store, hashes: PasswordHashes, account: Account, old: str, new: str, keep: Session, caller: Caller
) -> None:
    """Choose a new password with the old one; every other device is signed out.

    Raises:
        Invalid: the old one is wrong, or the new one is not acceptable.
        Conflict: the password was changed at the same moment.
    """
    if not await hashes.matches(account.password_hash, old):
        raise Invalid("The old password is wrong.", "Try again, or ask for a new password by mail.")
    passwords.check_new(new, account.email)
    same = {"id": account.id, "password_hash": account.password_hash}
    if not await store.change(Account, same, {"password_hash": await hashes.hash(new)}):
        raise Conflict("The password has just been changed.", "Sign in again.")
    await one_time.forget(store, account.id, "reset_password")
    await sessions.end_all(OwnedStore(store, account.id), caller, but=keep.id)
    await audit.write(store, "password.changed", account.id, caller)


async def ask_reset(store: Store, mailer: Mailer, public_url: str, email: str, caller: Caller) -> None:
    """Mail a link to the address, if an account has it; says nothing either way.

    Call it after the answer is sent: mailing takes time, which would tell.
    """
    try:
        found = await store.find(Account, {"email": email_address.normal(email), "disabled": False}, limit=1)
    except Invalid:
        return
    for account in found:
        token = await one_time.make(store, account, "reset_password")
        await audit.write(store, "password.reset_asked", None, caller, about=account.id)
        text = _RESET_TEXT.format(public_url=public_url.rstrip("/"), token=token)
        await mailer.send(Mail(account.email, "Choose a new password", text))


async def reset_password(store: Store, hashes: PasswordHashes, token: str, new: str, caller: Caller) -> Account:
    """Choose a new password with a mailed token; every device is signed out, and the address is known to be right.

    Raises:
        Invalid: the token is worthless, or the password is not acceptable; the token stays good then.
    """
    mailed = await one_time.look_at(store, token, "reset_password")
    passwords.check_new(new, mailed.email)
    password_hash = await hashes.hash(new)
    await one_time.spend(store, mailed)
    where = {"id": mailed.account_id, "email": mailed.email}
    account = await store.take(Account, where, {"password_hash": password_hash, "email_verified": True})
    if account is None:
        raise Invalid("This link is no longer valid.", "Ask for a new one.")
    await sessions.end_all(OwnedStore(store, account.id), caller)
    await audit.write(store, "password.reset", account.id, caller)
    return account


async def tell_owner(mailer: Mailer, public_url: str, account: Account) -> None:
    """Mail the owner that the password was changed, so that a thief's change does not go unseen."""
    text = _CHANGED_TEXT.format(public_url=public_url.rstrip("/"))
    await mailer.send(Mail(account.email, "Your password was changed", text))
