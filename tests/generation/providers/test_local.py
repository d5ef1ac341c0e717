import numpy as np
import pytest

from limner.engine.images import RgbImage
from limner.generation.provider import DrawRequest, Provider
from limner.generation.providers.local import LocalProvider
from limner.testing.provider_contract import ProviderContract


@pytest.fixture(scope="module")
def local() -> Provider:
    return LocalProvider()


class TestLocal(ProviderContract):
    @pytest.fixture
    def provider(self, local: Provider) -> Provider:
        return local

    @pytest.fixture
    def draw_request(self, astronaut_request: DrawRequest) -> DrawRequest:
        return astronaut_request


def test_the_photo_stays_on_this_computer() -> None:
    assert LocalProvider.abilities.photo_leaves is False


def test_a_new_provider_draws_what_a_used_one_draws(astronaut_request: DrawRequest) -> None:
    used = LocalProvider()
    used.paint(astronaut_request)
    again, new = used.paint(astronaut_request), LocalProvider().paint(astronaut_request)
    assert isinstance(again, RgbImage)
    assert isinstance(new, RgbImage)
    assert np.array_equal(again.pixels, new.pixels)
