"""What every style keeps: subclass `StyleContract` in a test module and give it a `style` fixture."""

import pytest

from limner.catalog.style import Style
from limner.engine.rig.look import Look


class StyleContract:
    """Tests any style must pass. Override the `style` fixture."""

    @pytest.fixture
    def style(self) -> Style:
        """The style under test."""
        raise NotImplementedError

    def test_has_words_for_people(self, style: Style) -> None:
        """A name for machines, a title and a sentence for people."""
        assert style.name == style.name.lower()
        assert " " not in style.name
        assert style.title
        assert style.summary.endswith(".")

    def test_has_what_its_family_needs(self, style: Style) -> None:
        """A look to draw characters with, or a painter that can be imported."""
        if style.family == "character":
            assert isinstance(style.look, Look)
        else:
            assert callable(style.painter())
