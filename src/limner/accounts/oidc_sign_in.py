"""The account of somebody an identity provider names."""

from limner.accounts import audit, email_address
from limner.accounts.account import Account
from limner.accounts.caller import Caller
from limner.accounts.oidc_identity import Identity, OidcIdentity
from limner.accounts.registration import admit
from limner.errors import Conflict, NotAllowed, NotSignedIn
from limner.storage.store import Store


async def account_of(store: Store, identity: Identity, caller: Caller) -> Account:
    """The account: the one linked before, or the one with the same e-mail address, or a new one.

    Raises:
        NotAllowed: the provider has not verified the address, or the house is closed to strangers.
        Conflict: an account has this address but never showed that it is its own.
        NotSignedIn: the account is disabled.
    """
    links = await store.find(OidcIdentity, {"issuer": identity.issuer, "subject": identity.subject}, limit=1)
    account = await store.get(Account, links[0].account_id) if links else await _linked(store, identity, caller)
    if account is None or account.disabled:
        raise NotSignedIn("This account is disabled.", "Ask whoever runs this server.")
    await audit.write(store, "sign_in.done", account.id, caller)
    return account


async def _linked(store: Store, identity: Identity, caller: Caller) -> Account:
    if identity.email is None:
        raise NotAllowed("Your provider has not confirmed your e-mail address.", "Confirm it there, then try again.")
    email = email_address.normal(identity.email)
    known = await store.find(Account, {"email": email}, limit=1)
    if known and not known[0].email_verified:
        # Whoever made that account may be somebody else, who waits for the owner of the address to come.
        raise Conflict(
            "An account with your e-mail address was never confirmed.", "Ask for a new password, then try again."
        )
    stranger = Account(email=email, email_verified=True)
    account = known[0] if known else await admit(store, stranger, caller, code=identity.invitation)
    link = OidcIdentity(account_id=account.id, issuer=identity.issuer, subject=identity.subject)
    await store.insert(link, existing="keep")
    await audit.write(store, "oidc.linked", account.id, caller)
    return account
