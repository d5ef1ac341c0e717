"""Showing that an e-mail address is one's own."""

from limner.accounts import audit, one_time
from limner.accounts.account import Account
from limner.accounts.caller import Caller
from limner.accounts.mail import Mail, Mailer
from limner.errors import Invalid
from limner.storage.store import Store

_TEXT = """Hello,

this address was given for an account at {public_url}. To confirm that it is yours, open

{public_url}/verify-email#token={token}

within three days. If it wasn't you, do nothing.
"""


async def send_verification(store: Store, mailer: Mailer, public_url: str, account: Account) -> None:
    """Mail a link to the account's address, unless it is known to be right."""
    if account.email_verified:
        return
    token = await one_time.make(store, account, "verify_email")
    text = _TEXT.format(public_url=public_url.rstrip("/"), token=token)
    await mailer.send(Mail(account.email, "Confirm your e-mail address", text))


async def verify_email(store: Store, token: str, caller: Caller) -> None:
    """Believe the address a token was mailed to.

    Raises:
        Invalid: the token is worthless, or the account has another address by now.
    """
    mailed = await one_time.look_at(store, token, "verify_email")
    await one_time.spend(store, mailed)
    where = {"id": mailed.account_id, "email": mailed.email}
    if not await store.change(Account, where, {"email_verified": True}):
        raise Invalid("This link is no longer valid.", "Ask for a new one.")
    await audit.write(store, "email.verified", mailed.account_id, caller)
