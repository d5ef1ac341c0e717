"""Without a recorded yes nobody is connected to: everybody whom a fake can play, through the real choice."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from limner.accounts.consents import Consent
from limner.accounts.spending import Charge, MonthlySpending
from limner.generation.asking import Client
from limner.generation.choose import Facts, consent_for, consent_version
from limner.generation.clip import ClipRequest
from limner.generation.commission import NobodyDrew, commission, commission_clip
from limner.generation.provider import DrawRequest, Errand, HandedOff
from limner.generation.providers.local import LocalProvider
from limner.generation.registry import animator, animator_names, maker, maker_names, provider
from limner.generation.rest import ProviderRest
from limner.storage.store import Store
from limner.storage.stores.sql import SqlStore
from limner.testing.fakes import registry
from limner.testing.fakes.fake import running


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = SqlStore(f"sqlite:///{tmp_path / 'test.db'}", (Consent, Charge, MonthlySpending, ProviderRest))
    await opened.prepare()
    yield opened
    await opened.close()


async def ask(name: str, store: Store, request: DrawRequest) -> None:
    """For a picture, or for a clip of one."""
    client = Client(store, "jane", "job", 10**9)
    if name in animator_names():
        moving = ClipRequest(LocalProvider().paint(request))
        await commission_clip(client, [animator(name)], moving, Facts(), lambda _: Errand())
    else:
        await commission(client, [provider(name)], request, Facts(), lambda _: Errand())


@pytest.mark.parametrize("name", registry.fake_names())
async def test_who_is_set_up_is_not_connected_to(
    name: str, store: Store, astronaut_request: DrawRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = registry.fake(name)
    with running(fake) as address:
        for variable, value in fake.environment.items():
            monkeypatch.setenv(variable, value.format(address=address, key=fake.key))
        maker(name).check_ready()
        await store.insert(Consent(account_id="john", what=consent_for(name), version=consent_version(maker(name))))
        with pytest.raises(NobodyDrew) as nobody:
            await ask(name, store, astronaut_request)
        assert nobody.value.tries[0].error.code == "request.consent_needed"
        assert fake.requests == 0
        assert await store.count(Charge, {}) == 0


@pytest.mark.parametrize("name", maker_names())
async def test_whoever_takes_pictures_elsewhere_needs_a_yes(
    name: str, store: Store, astronaut_request: DrawRequest
) -> None:
    if not maker(name).abilities.photo_leaves:
        pytest.skip(f"{name} works on this machine")
    with pytest.raises((NobodyDrew, HandedOff)) as nobody:
        await ask(name, store, astronaut_request)
    assert nobody.type is NobodyDrew
