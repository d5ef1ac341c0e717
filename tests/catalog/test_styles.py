import pytest

from limner.catalog import registry
from limner.catalog.style import Style
from limner.testing.style_contract import StyleContract


class TestStyles(StyleContract):
    @pytest.fixture(params=[style.name for style in registry.styles()])
    def style(self, request: pytest.FixtureRequest) -> Style:
        return registry.style(str(request.param))


def test_a_style_without_what_its_family_needs_is_refused() -> None:
    with pytest.raises(ValueError, match="look"):
        Style("bare", "Bare", "character", "Nothing.")
