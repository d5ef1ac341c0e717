from collections.abc import Callable

import pytest

from limner.catalog import registry
from limner.catalog.template import Template
from limner.engine.rig.look import Look
from limner.engine.traits import AgeBand, Traits
from limner.testing.template_contract import TemplateContract

_LOOKS = {style.name: style.look for style in registry.styles() if style.look is not None}


class TestTemplates(TemplateContract):
    @pytest.fixture(params=[template.name for template in registry.templates()])
    def template(self, request: pytest.FixtureRequest) -> Template:
        return registry.template(str(request.param))

    @pytest.fixture(params=["storybook", "comic"])
    def look(self, request: pytest.FixtureRequest) -> Look:
        return _LOOKS[str(request.param)]

    @pytest.fixture
    def traits(self, somebody: Callable[[AgeBand], Traits]) -> Traits:
        return somebody("child")
