"""Signing in with an identity provider that runs on this machine."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from joserfc.jwk import RSAKey
from tests.accounts.conftest import CALLER, Member
from tests.accounts.identity_provider import CLIENT_ID, CLIENT_SECRET, IdentityProvider, running_provider

from limner.accounts import invitations
from limner.accounts.account import Account
from limner.accounts.house_rules import set_registration
from limner.accounts.oidc_identity import Identity, OidcAttempt, OidcIdentity
from limner.accounts.oidc_provider import OidcProvider
from limner.accounts.oidc_sign_in import account_of
from limner.errors import Conflict, Invalid, NotAllowed, NotSignedIn, StoreUnreachable
from limner.storage.record import now
from limner.storage.store import Store

BACK = "https://limner.example.org/oidc"


@pytest.fixture
def provider() -> Iterator[IdentityProvider]:
    with running_provider() as running:
        yield running


@pytest.fixture
def oidc(provider: IdentityProvider) -> OidcProvider:
    return OidcProvider(provider.issuer, CLIENT_ID, CLIENT_SECRET)


async def through(store: Store, oidc: OidcProvider, provider: IdentityProvider, code: str | None = None) -> Identity:
    url, _ = await oidc.begin(store, BACK, code)
    return await oidc.finish(store, *provider.approve(url))


async def test_a_verified_stranger_gets_an_account_and_comes_back_to_it(
    store: Store, oidc: OidcProvider, provider: IdentityProvider
) -> None:
    account = await account_of(store, await through(store, oidc, provider), CALLER)
    assert (account.email, account.email_verified, account.role) == ("jane@example.org", True, "admin")
    assert account.password_hash is None
    provider.claims |= {"email": "jane@new.example.org"}
    again = await account_of(store, await through(store, oidc, provider), CALLER)
    assert again.id == account.id
    await store.change(Account, {"id": account.id}, {"disabled": True})
    with pytest.raises(NotSignedIn):
        await account_of(store, await through(store, oidc, provider), CALLER)


async def test_a_confirmed_account_is_linked_and_an_unconfirmed_one_is_not(
    store: Store, oidc: OidcProvider, provider: IdentityProvider, join: Member
) -> None:
    account = await join("jane")
    with pytest.raises(Conflict):
        await account_of(store, await through(store, oidc, provider), CALLER)
    await store.change(Account, {"id": account.id}, {"email_verified": True})
    linked = await account_of(store, await through(store, oidc, provider), CALLER)
    assert linked.id == account.id
    assert await store.count(OidcIdentity, {"account_id": account.id}) == 1


@pytest.mark.parametrize("verified", [False, "true", None])
async def test_an_address_the_provider_did_not_verify_is_no_address(
    store: Store, oidc: OidcProvider, provider: IdentityProvider, verified: object
) -> None:
    provider.claims["email_verified"] = verified
    with pytest.raises(NotAllowed):
        await account_of(store, await through(store, oidc, provider), CALLER)


async def test_a_closed_house_needs_an_invitation_here_too(
    store: Store, oidc: OidcProvider, provider: IdentityProvider, join: Member
) -> None:
    admin = await join("admin")
    await set_registration(store, admin.id, "invited", CALLER)
    with pytest.raises(NotAllowed):
        await account_of(store, await through(store, oidc, provider), CALLER)
    _, code = await invitations.invite(store, admin.id, CALLER)
    assert await account_of(store, await through(store, oidc, provider, code), CALLER)


async def test_a_state_works_once_and_not_for_long(
    store: Store, oidc: OidcProvider, provider: IdentityProvider
) -> None:
    state, code = provider.approve((await oidc.begin(store, BACK))[0])
    await oidc.finish(store, state, code)
    late, late_code = provider.approve((await oidc.begin(store, BACK))[0])
    await store.change(OidcAttempt, {}, {"expires_at": now() - timedelta(seconds=1)})
    for wrong, its_code in ((state, code), (late, late_code), ("", late_code), ("x.y", late_code)):
        with pytest.raises(Invalid):
            await oidc.finish(store, wrong, its_code)


async def test_a_code_from_elsewhere_is_refused(store: Store, oidc: OidcProvider, provider: IdentityProvider) -> None:
    """Another attempt's code fails at PKCE; a made-up one, or a wrong client secret, at the provider."""
    _, anothers = provider.approve((await oidc.begin(store, BACK))[0])
    for code in (anothers, "made-up"):
        state, _ = provider.approve((await oidc.begin(store, BACK))[0])
        with pytest.raises(NotAllowed):
            await oidc.finish(store, state, code)
    with pytest.raises(NotAllowed):
        await through(store, replace(oidc, client_secret=CLIENT_SECRET[::-1]), provider)


@pytest.mark.parametrize(
    "lie",
    [
        {"nonce": "another"},
        {"aud": "another"},
        {"aud": [CLIENT_ID, "another"], "azp": "another"},
        {"iss": "https://another.example.org"},
        {"exp": int(time.time()) - 3600},
        {"sub": ""},
        {"discovery_issuer": "https://another.example.org"},
    ],
)
async def test_tokens_that_do_not_hold_are_refused(
    store: Store, oidc: OidcProvider, provider: IdentityProvider, lie: dict[str, object]
) -> None:
    state, code = provider.approve((await oidc.begin(store, BACK))[0])
    provider.lies = lie
    with pytest.raises(NotAllowed):
        await oidc.finish(store, state, code)


async def test_a_token_signed_by_another_key_is_refused(
    store: Store, oidc: OidcProvider, provider: IdentityProvider
) -> None:
    provider.signing_key = RSAKey.generate_key(2048, {"kid": "one"})
    with pytest.raises(NotAllowed):
        await through(store, oidc, provider)


async def test_a_provider_that_is_away_is_said(store: Store) -> None:
    with pytest.raises(StoreUnreachable):
        await OidcProvider("http://127.0.0.1:9", CLIENT_ID, CLIENT_SECRET).begin(store, BACK)
