"""Who sends a request: a person with a session, or a program with an API key."""

from dataclasses import dataclass
from typing import Final, get_args

from limner.accounts import access_tokens, api_keys
from limner.accounts.account import Account
from limner.accounts.api_keys import ApiKey, Scope
from limner.accounts.sessions import Session, not_signed_in
from limner.errors import NotAllowed
from limner.storage.key_ring import KeyRing
from limner.storage.owned import OwnedStore
from limner.storage.store import Store

_ALL: Final[frozenset[Scope]] = frozenset(get_args(Scope))


@dataclass(frozen=True, slots=True)
class SignedIn:
    """An account, and what it came in with."""

    account: Account
    by: Session | ApiKey

    @property
    def scopes(self) -> frozenset[Scope]:
        """What it may do."""
        return frozenset(self.by.scopes) if isinstance(self.by, ApiKey) else _ALL

    def mine(self, store: Store) -> OwnedStore:
        """The account's own records."""
        return OwnedStore(store, self.account.id)

    def need(self, scope: Scope) -> None:
        """Pass when the scope is held.

        Raises:
            NotAllowed: the key lacks it.
        """
        if scope not in self.scopes:
            raise NotAllowed(f'This key may not do that: it lacks the scope "{scope}".', "Make a key with this scope.")

    def need_person(self) -> Session:
        """The session. Passwords, keys, devices and erasure are a person's business, never a program's.

        Raises:
            NotAllowed: this is a key.
        """
        if isinstance(self.by, ApiKey):
            raise NotAllowed("An API key may not do that.", "Sign in with your password.")
        return self.by

    def need_admin(self) -> None:
        """Pass when this is an administrator in person.

        Raises:
            NotAllowed: it is not.
        """
        self.need_person()
        if self.account.role != "admin":
            raise NotAllowed("Only an administrator may do that.", "Ask whoever runs this server.")


async def recognise(store: Store, key_ring: KeyRing, bearer: str) -> SignedIn:
    """Who shows this access token or API key.

    Raises:
        NotSignedIn: nobody: it is unknown or has expired, its session has ended, or its account is disabled or gone.
    """
    if bearer.startswith(api_keys.PREFIX):
        by: Session | ApiKey | None = await api_keys.recognise(store, bearer)
        account_id = by.account_id
    else:
        named = access_tokens.read(key_ring, bearer)
        account_id = named.account_id
        by = await store.get(Session, named.session_id)
    if by is None or by.account_id != account_id or (isinstance(by, Session) and not by.is_live):
        raise not_signed_in()
    account = await store.get(Account, account_id)
    if account is None or account.disabled:
        raise not_signed_in()
    return SignedIn(account, by)
