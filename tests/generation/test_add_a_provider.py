"""The example of docs/extend/add-a-provider.md keeps the contract it explains."""

import re
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest

from limner.generation.provider import DrawRequest, Provider
from limner.testing.provider_contract import ProviderContract

PAGE = Path(__file__).parents[2] / "docs/extend/add-a-provider.md"


class TestTheExample(ProviderContract):
    @pytest.fixture
    def provider(self) -> Provider:
        example = re.search(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
        assert example
        module = ModuleType("grey")
        exec(example.group(1), module.__dict__)  # noqa: S102 - our own page
        return cast("Provider", module.__dict__["Grey"]())

    @pytest.fixture
    def draw_request(self, astronaut_request: DrawRequest) -> DrawRequest:
        return astronaut_request
