"""What everybody keeps who draws pictures or lets them move; the contracts of both begin with it."""

from typing import get_args

import pytest

from limner.generation.abilities import Destination, Licence
from limner.generation.maker import Maker


class MakerContract:
    """Tests of who somebody is and on which terms they work. Override the fixture `provider`."""

    @pytest.fixture
    def provider(self) -> Maker:
        """Whoever is under test, ready."""
        raise NotImplementedError

    def test_has_words_for_people(self, provider: Maker) -> None:
        """A name to type, a title, and plain answers to where the picture goes and what it may be used for."""
        assert provider.name == provider.name.lower()
        assert " " not in provider.name
        assert provider.title
        terms = provider.abilities
        assert terms.licence in get_args(Licence)
        assert terms.destination in get_args(Destination)
        assert bool(terms.goes_to) == terms.photo_leaves
