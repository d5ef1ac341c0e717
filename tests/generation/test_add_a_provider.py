"""The example of docs/extend/add-a-provider.md keeps the contract it explains."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest

from limner.generation.provider import DrawRequest, Provider
from limner.testing.provider_contract import ProviderContract

PAGE = Path(__file__).parents[2] / "docs/extend/add-a-provider.md"


def example(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert found
    return found.group(1)


class TestTheExample(ProviderContract):
    @pytest.fixture
    def provider(self) -> Provider:
        module = ModuleType("grey")
        exec(example("python"), module.__dict__)  # noqa: S102 - our own page
        return cast("Provider", module.__dict__["Grey"]())

    @pytest.fixture
    def draw_request(self, astronaut_request: DrawRequest) -> DrawRequest:
        return astronaut_request


def test_a_package_of_somebody_else_adds_a_provider_and_takes_over_none(tmp_path: Path) -> None:
    """Installed as the page says, in a process of its own: what is installed is looked up once in each."""
    package, installed = tmp_path / "my_package", tmp_path / "my_package-1.dist-info"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "grey.py").write_text(example("python"), "utf-8")
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: my-package\nVersion: 1\n", "utf-8")
    added = tomllib.loads(example("toml"))["project"]["entry-points"]["limner.providers"]
    lines = [f"{name} = {path}" for name, path in {**added, "local": added["grey"]}.items()]
    (installed / "entry_points.txt").write_text("\n".join(["[limner.providers]", *lines]), "utf-8")
    ask = "from limner.generation.registry import provider; print(provider('grey').title, provider('local').name)"
    path = os.pathsep.join([str(tmp_path), *filter(None, sys.path)])
    asked = subprocess.run(
        [sys.executable, "-c", ask], env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    assert asked.stdout.strip() == "A grey sheet local"
