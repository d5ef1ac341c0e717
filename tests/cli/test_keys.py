"""`limner keys`: an operator replaces a key and sees that it worked, and never sees a secret."""

import asyncio
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from limner.backend import open_backend
from limner.cli.app import app
from limner.storage.key_ring import KeyRing


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # pyright: ignore[reportUnusedFunction]
    monkeypatch.setenv("LIMNER_DATA_DIR", str(tmp_path))


def _said(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["keys", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_pictures_move_to_the_new_key_and_the_old_one_goes(tmp_path: Path) -> None:
    async def put() -> None:
        async with open_backend() as backend:
            await backend.store.prepare()
            await backend.blobs.put("anna", "one", b"picture", "image/png")

    async def get() -> bytes:
        async with open_backend() as backend:
            return await backend.blobs.get("one")

    asyncio.run(put())
    assert "Wrapped anew: 1." in _said("rotate")
    pictures = [row["pictures"] for row in json.loads(_said("list", "--json")) if row["purpose"] == "pictures"]
    assert pictures == [0, 1]
    assert "The older keys are gone." in _said("rotate", "--forget-old")
    assert len(KeyRing.open(tmp_path / "keys.json").all("pictures")) == 1
    assert asyncio.run(get()) == b"picture"


@pytest.mark.parametrize("what", ["tokens", "links"])
def test_older_keys_overlap_until_they_are_forgotten(what: str, tmp_path: Path) -> None:
    _said("rotate", "--what", what)
    rows = json.loads(_said("list", "--json"))
    assert [row["used"] for row in rows if row["purpose"] == what] == ["for older ones", "now"]
    _said("rotate", "--what", what, "--forget-old")
    rows = json.loads(_said("list", "--json"))
    assert [row["used"] for row in rows if row["purpose"] == what] == ["now"]
    assert len(rows) == 3
    stored = json.loads((tmp_path / "keys.json").read_text())
    assert not any(key["secret"] in _said("list") for keys in stored.values() for key in keys)


def test_an_unknown_kind_of_key_changes_nothing(tmp_path: Path) -> None:
    _said("list")
    before = (tmp_path / "keys.json").read_bytes()
    assert CliRunner().invoke(app, ["keys", "rotate", "--what", "cats"]).exit_code == 2
    assert (tmp_path / "keys.json").read_bytes() == before
