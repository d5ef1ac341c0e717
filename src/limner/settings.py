"""Process-wide settings from LIMNER_* environment variables; a provider keeps its own settings in its own file."""

from pathlib import Path

import platformdirs
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


def _default_data_dir() -> Path:
    return platformdirs.user_data_path("limner", appauthor=False)


class Settings(BaseSettings):
    """What an operator may change without touching code: `LIMNER_THREADS=4` sets `threads`."""

    model_config = SettingsConfigDict(env_prefix="LIMNER_", frozen=True)

    data_dir: Path = Field(default_factory=_default_data_dir)
    """Where Limner keeps what it fetched; the model files lie in `data_dir/models`."""

    threads: int = Field(default=2, ge=1, le=64)
    """Threads each library may use; the drawing's bytes don't depend on it."""

    max_photo_bytes: int = Field(default=40 * 1024 * 1024, ge=1)
    """Largest accepted photo file."""

    max_photo_pixels: int = Field(default=100_000_000, ge=1)
    """Largest accepted photo, width times height, checked before its pixels are decoded."""

    @property
    def models_dir(self) -> Path:
        """Folder of the model files."""
        return self.data_dir / "models"
