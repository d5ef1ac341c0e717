"""What every test may use: the sample portrait, and the photos that live outside the repository."""

import os

# Before limner is imported: two workers share the two cores of a small test machine.
os.environ.setdefault("LIMNER_THREADS", "2")

from pathlib import Path

import pytest

from limner import model_files
from limner.engine.codec import decode
from limner.engine.images import RgbImage

pytest_plugins = ["tests.servers"]

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """Top folder of the working copy."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared_photos() -> Path:
    """Photos of people that may be looked at but are not part of the repository."""
    folder = REPOSITORY.parent / "shared" / "photos"
    if not folder.is_dir():
        pytest.skip("the photos in ../shared/photos are not on this machine")
    return folder


@pytest.fixture(scope="session")
def astronaut() -> RgbImage:
    """The sample portrait, 512 x 512: Eileen Collins by NASA, public domain."""
    return decode(model_files.path("sample-astronaut.png").read_bytes())
