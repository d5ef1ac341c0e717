"""Making accounts. The first one on a server is its administrator."""

from limner.accounts import audit, email_address, invitations, passwords
from limner.accounts.account import Account
from limner.accounts.caller import Caller
from limner.accounts.house_rules import house_rules
from limner.accounts.passwords import PasswordHashes
from limner.errors import Conflict, NotAllowed, Taken
from limner.storage.store import Store


async def register(
    store: Store, hashes: PasswordHashes, email: str, password: str, caller: Caller, *, code: str | None = None
) -> Account:
    """Make an account with a password.

    Args:
        store: Where it is kept.
        hashes: How passwords are hashed.
        email: As it was typed.
        password: As it was typed.
        caller: Where the request comes from.
        code: An invitation's, needed where the house is closed to strangers.

    Raises:
        Invalid: the address, the password or the code is not acceptable.
        NotAllowed: the house is closed to strangers.
        Conflict: there is an account with this address.
    """
    email = email_address.normal(email)
    passwords.check_new(password, email)
    account = Account(email=email, password_hash=await hashes.hash(password))
    return await admit(store, account, caller, code=code)


async def admit(store: Store, account: Account, caller: Caller, *, code: str | None = None) -> Account:
    """Let an account in, under the rules of the house; as for `register`."""
    founding = not await store.find(Account, {}, limit=1)
    if founding:
        try:
            await store.insert(account.model_copy(update={"role": "admin", "seat": "first"}))
        except Taken:  # Somebody else was first by a moment.
            founding = False
    if not founding:
        await _admit_guest(store, account, code)
    await audit.write(store, "account.registered", account.id, caller)
    return await store.get(Account, account.id) or account


async def _admit_guest(store: Store, account: Account, code: str | None) -> None:
    if code is None and (await house_rules(store)).registration == "invited":
        raise NotAllowed("New accounts need an invitation here.", "Ask whoever runs this server for one.")
    if code is not None:
        invitation = await invitations.use(store, code, account.email, account.id)
        account = account.model_copy(update={"role": invitation.role})
    try:
        await store.insert(account)
    except Taken:
        await invitations.give_back(store, account.id)
        raise Conflict(
            "There is an account with this address already.", "Sign in, or ask for a new password."
        ) from None
