"""The studio's client is made from the API's description."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from limner.api.app import create_app

WEB = Path(__file__).parent.parent / "web"


def test_types_of_the_studio_are_those_of_the_api(tmp_path: Path) -> None:
    maker = WEB / "node_modules/.bin/openapi-typescript"
    if not maker.exists() or not shutil.which("node"):
        pytest.skip("the studio's packages are not installed: python tools/studio.py --packages-only")
    described, made = tmp_path / "openapi.json", tmp_path / "schema.d.ts"
    described.write_text(json.dumps(create_app().openapi(), sort_keys=True))
    command = [str(maker), str(described), "--default-non-nullable=false", "-o", str(made)]
    subprocess.run(command, check=True, capture_output=True)
    kept = (WEB / "src/api/schema.d.ts").read_text()
    assert made.read_text() == kept, "run `make studio-client`: the API has changed"
