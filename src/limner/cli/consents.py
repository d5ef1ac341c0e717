"""What the person at this computer agreed to: which provider may get a picture. One small file of their own."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, TypeAdapter, ValidationError

from limner.cli.output import write_whole
from limner.errors import OutputUnwritable
from limner.generation import choose
from limner.settings import Settings

if TYPE_CHECKING:
    from limner.generation.maker import Maker


class Yes(BaseModel):
    """One yes: in the words of `version`, to the picture going to `goes_to`. A no later keeps it."""

    version: str
    goes_to: str
    given_at: datetime
    withdrawn_at: datetime | None = None


_FILE: Final = TypeAdapter(dict[str, Yes])


def standing(provider: "Maker") -> Yes | None:
    """The yes by which the provider may get a picture; none stands to older words, or to another destination."""
    yes = _read().get(provider.name)
    if yes is None or yes.withdrawn_at is not None:
        return None
    same = (yes.version, yes.goes_to) == (choose.CONSENT_VERSION, provider.abilities.goes_to)
    return yes if same else None


def agree(provider: "Maker") -> None:
    """Write down a yes; saying it twice changes nothing.

    Raises:
        OutputUnwritable: the file can't be written.
    """
    if not standing(provider):
        goes_to = provider.abilities.goes_to
        yes = Yes(version=choose.CONSENT_VERSION, goes_to=goes_to, given_at=datetime.now(UTC))
        _write({**_read(), provider.name: yes})


def withdraw(name: str) -> bool:
    """Take a yes back; whether there was one.

    Raises:
        OutputUnwritable: the file can't be written.
    """
    yes = _read().get(name)
    if yes is None or yes.withdrawn_at is not None:
        return False
    _write({**_read(), name: yes.model_copy(update={"withdrawn_at": datetime.now(UTC)})})
    return True


def _file() -> Path:
    return Settings().data_dir / "consents.json"


def _read() -> dict[str, Yes]:
    """What was written down; a file that is missing or can't be understood says yes to nothing."""
    try:
        return _FILE.validate_json(_file().read_bytes())
    except (OSError, ValidationError):
        return {}


def _write(all_given: Mapping[str, Yes]) -> None:
    file = _file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, _FILE.dump_json(dict(all_given), indent=2) + b"\n", private=True)
    except (OSError, OutputUnwritable) as error:
        raise OutputUnwritable(
            f"What you agree to can't be written to {file}.",
            "Free some space, or set LIMNER_DATA_DIR to another folder.",
        ) from error
