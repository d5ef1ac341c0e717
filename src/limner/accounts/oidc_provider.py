"""Signing in with an identity provider: OpenID Connect's code flow with PKCE, state and nonce.

Needs the extra `oidc` (httpx, joserfc); imported only where the settings name a provider.
"""

import base64
import contextlib
import hashlib
import secrets
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import httpx
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from limner.accounts import opaque
from limner.accounts.oidc_identity import Identity, OidcAttempt
from limner.errors import Invalid, NotAllowed, StoreUnreachable
from limner.storage.record import now
from limner.storage.store import Store

_LIFE: Final = timedelta(minutes=10)
_TIMEOUT_S: Final = 10
_ALGORITHMS: Final = ("RS256", "PS256", "ES256", "EdDSA")
"""Signatures with a public key only: a shared secret would let whoever reads it sign."""


@dataclass(frozen=True, slots=True)
class OidcProvider:
    """A provider and Limner's own name and secret there."""

    issuer: str
    client_id: str
    client_secret: str

    async def begin(self, store: Store, redirect_uri: str, invitation: str | None = None) -> tuple[str, str]:
        """(address to send the person to, state). The state must also stay in the person's browser, as a cookie."""
        secret = opaque.new_secret()
        attempt = OidcAttempt(
            state_hash=opaque.digest(secret),
            nonce=opaque.new_secret(),
            code_verifier=secrets.token_urlsafe(48),
            redirect_uri=redirect_uri,
            invitation=invitation,
            expires_at=now() + _LIFE,
        )
        state = opaque.joined(attempt.id, secret)
        async with _asking() as client:
            endpoint = str((await self._metadata(client))["authorization_endpoint"])
        await store.insert(attempt)
        return f"{endpoint}{'&' if urlsplit(endpoint).query else '?'}{urlencode(self._question(attempt, state))}", state

    async def finish(self, store: Store, state: str, code: str) -> Identity:
        """Whom the provider names to the one who came back with this state and code.

        Raises:
            Invalid: the state is unknown, was used, or is too old.
            NotAllowed: the provider does not stand by it.
            StoreUnreachable: the provider does not answer.
        """
        attempt = await _spent_attempt(store, state)
        async with _asking() as client:
            claims = await self._claims(client, attempt, code)
        email = claims.get("email") if claims.get("email_verified") is True else None
        return Identity(self.issuer, str(claims["sub"]), str(email) if email else None, attempt.invitation)

    def _question(self, attempt: OidcAttempt, state: str) -> dict[str, str]:
        challenge = hashlib.sha256(attempt.code_verifier.encode()).digest()
        return {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": attempt.redirect_uri,
            "scope": "openid email",
            "state": state,
            "nonce": attempt.nonce,
            "code_challenge": base64.urlsafe_b64encode(challenge).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }

    async def _claims(self, client: httpx.AsyncClient, attempt: OidcAttempt, code: str) -> dict[str, Any]:
        """The claims of the ID token the code is exchanged for, checked."""
        metadata = await self._metadata(client)
        answer = await client.post(
            str(metadata["token_endpoint"]),
            data={
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": attempt.redirect_uri,
                "code_verifier": attempt.code_verifier,
            },
            auth=(self.client_id, self.client_secret),
        )
        keys = KeySet.import_key_set(await _fetched(client, str(metadata["jwks_uri"])))  # pyright: ignore[reportArgumentType]
        token = jwt.decode(answer.raise_for_status().json()["id_token"], keys, algorithms=_ALGORITHMS)
        jwt.JWTClaimsRegistry(
            leeway=60,
            iss={"essential": True, "value": self.issuer},
            aud={"essential": True, "value": self.client_id},
            sub={"essential": True},
            exp={"essential": True},
            nonce={"essential": True, "value": attempt.nonce},
        ).validate(token.claims)
        if token.claims.get("azp", self.client_id) != self.client_id:
            raise ValueError("azp")
        return token.claims

    async def _metadata(self, client: httpx.AsyncClient) -> dict[str, Any]:
        """The provider's own description."""
        metadata = await _fetched(client, f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
        if metadata["issuer"] != self.issuer:
            raise ValueError("issuer")
        return metadata


@contextlib.asynccontextmanager
async def _asking() -> AsyncGenerator[httpx.AsyncClient]:
    """A client to ask the provider with; what can't be reached or doesn't hold is said in words of our own."""
    try:
        async with httpx.AsyncClient(timeout=_TIMEOUT_S) as client:
            yield client
    except httpx.TransportError as error:
        raise StoreUnreachable("The identity provider") from error
    except (httpx.HTTPError, JoseError, KeyError, TypeError, ValueError) as error:
        raise NotAllowed("Signing in with the provider failed.", "Try again from the start.") from error


async def _fetched(client: httpx.AsyncClient, url: str) -> dict[str, Any]:
    return (await client.get(url)).raise_for_status().json()


async def _spent_attempt(store: Store, state: str) -> OidcAttempt:
    attempt_id, secret = opaque.parted(state)
    right = {"id": attempt_id, "state_hash": opaque.digest(secret), "expires_at__gt": now()}
    found = await store.find(OidcAttempt, right, limit=1)
    if not found or not await store.delete(OidcAttempt, {"id": attempt_id}):
        raise Invalid("This sign-in is no longer valid.", "Begin again on the sign-in page.")
    return found[0]
