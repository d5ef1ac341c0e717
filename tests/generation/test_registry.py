import pytest

from limner.errors import UnknownName
from limner.generation.registry import animator, animator_names, provider, provider_names


def test_every_listed_provider_answers_to_its_name() -> None:
    assert "local" in provider_names()
    for name in provider_names():
        assert provider(name).name == name


def test_every_listed_animator_answers_to_its_name() -> None:
    for name in animator_names():
        assert animator(name).name == name


@pytest.mark.parametrize("name", ["", "Local", "loca", "os:system", "limner.generation.providers.local"])
def test_an_unknown_provider_is_answered_with_those_there_are(name: str) -> None:
    with pytest.raises(UnknownName) as refused:
        provider(name)
    assert "local" in refused.value.advice
