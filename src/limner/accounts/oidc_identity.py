"""What is kept of people who sign in with an identity provider."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from limner.storage.record import Owned, Record


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a provider names; `email` only if it has verified it. `invitation` is the code the person brought."""

    issuer: str
    subject: str
    email: str | None
    invitation: str | None


class OidcAttempt(Record):
    """Somebody who was sent to the provider and has not come back."""

    table: ClassVar[str] = "oidc_attempts"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("expires_at",),)

    state_hash: str
    nonce: str
    code_verifier: str
    redirect_uri: str
    invitation: str | None = None
    expires_at: datetime


class OidcIdentity(Owned):
    """That an account belongs to the person whom this provider calls `subject`."""

    table: ClassVar[str] = "oidc_identities"
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("issuer", "subject"),)
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("account_id",),)

    issuer: str
    subject: str
