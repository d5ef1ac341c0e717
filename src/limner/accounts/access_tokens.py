"""Access tokens: signed notes, good for a quarter of an hour, that name a session and its account.

The signature spares nobody the look into the database (a session that ended is refused at once); it keeps guesses away
from it. Keys come from the key ring, which keeps old ones until the last token they signed has expired.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import jwt

from limner.accounts.sessions import Session, not_signed_in
from limner.storage.key_ring import KeyRing
from limner.storage.record import now

LIFE: Final = timedelta(minutes=15)
_ISSUER: Final = "limner"
_ALGORITHM: Final = "HS256"
_TYPE: Final = "at+jwt"


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a token names."""

    session_id: str
    account_id: str


def issue(key_ring: KeyRing, session: Session) -> str:
    """A token for a live session."""
    key = key_ring.newest("tokens")
    issued_at = now()
    claims = {
        "iss": _ISSUER,
        "aud": _ISSUER,
        "sub": session.account_id,
        "sid": session.id,
        "iat": issued_at,
        "exp": issued_at + LIFE,
    }
    return jwt.encode(claims, key.secret, algorithm=_ALGORITHM, headers={"kid": key.id, "typ": _TYPE})


def read(key_ring: KeyRing, token: str) -> Named:
    """Whom a token names, if it is one of ours and has not expired.

    Raises:
        NotSignedIn: it is not.
    """
    try:
        header = jwt.get_unverified_header(token)
        key = key_ring.get("tokens", str(header.get("kid")))
        if key is None or header.get("typ") != _TYPE:
            raise not_signed_in()
        claims: dict[str, Any] = jwt.decode(
            token,
            key.secret,
            algorithms=[_ALGORITHM],
            audience=_ISSUER,
            issuer=_ISSUER,
            options={"require": ["exp", "iat", "sub", "aud", "iss", "sid"]},
        )
    except jwt.InvalidTokenError:
        raise not_signed_in() from None
    return Named(str(claims["sid"]), str(claims["sub"]))
