"""A computer of somebody's own: an empty data folder, but for the model files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from limner.settings import Settings
from limner.testing.fakes.fake import Fake


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder, in which nothing was agreed to yet."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "models").symlink_to(Settings().models_dir, target_is_directory=True)
    monkeypatch.setenv("LIMNER_DATA_DIR", str(folder))
    return folder


@pytest.fixture
def set_up(monkeypatch: pytest.MonkeyPatch) -> Callable[[Fake, str], None]:
    """Sets a provider up so that it goes to a fake at an address."""

    def to(fake: Fake, address: str) -> None:
        for variable, value in fake.environment.items():
            monkeypatch.setenv(variable, value.format(address=address, key=fake.key))

    return to
