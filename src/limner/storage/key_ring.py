"""The server's secrets: rings of 32-byte keys in one file that only its owner may read."""

import base64
import json
import os
import secrets
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, TypeAlias, get_args

from limner.errors import StorageError
from limner.storage.record import new_id, now

Purpose: TypeAlias = Literal["pictures", "tokens", "links"]
PURPOSES: Final[tuple[Purpose, ...]] = get_args(Purpose)
_KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Key:
    """One key; the newest of a ring is used, older ones still open what they closed."""

    id: str
    secret: bytes
    created_at: datetime


class KeyRing:
    """Keys by purpose. The file is read again whenever it changed, so that a rotation reaches running servers."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int] | None = None
        self._keys: dict[Purpose, list[Key]] = {}

    @classmethod
    def open(cls, path: Path) -> "KeyRing":
        """The ring in this file; a missing one is made with one key for each purpose (mode 600).

        Raises:
            StorageError: the file can't be read.
        """
        if not path.exists():
            with _alone(path):  # a second server that starts waits here, then takes the file of the first
                if not path.exists():
                    _write(path, {purpose: [_new_key()] for purpose in PURPOSES})
        ring = cls(path)
        ring.newest("pictures")
        return ring

    def newest(self, purpose: Purpose) -> Key:
        """The key to use now."""
        return self.all(purpose)[-1]

    def get(self, purpose: Purpose, key_id: str) -> Key | None:
        """The key of this id, if it is still kept."""
        return next((key for key in self.all(purpose) if key.id == key_id), None)

    def all(self, purpose: Purpose) -> list[Key]:
        """Every key of a purpose, the oldest first."""
        self._read_if_changed()
        return self._keys[purpose]

    def rotate(self, purpose: Purpose) -> Key:
        """Add a key, which is used from now on; those before stay."""
        key = _new_key()
        with _alone(self._path):
            self._write({**self._all(), purpose: [*self.all(purpose), key]})
        return key

    def forget(self, purpose: Purpose, key_id: str) -> None:
        """Drop an old key: what only it opens is lost for good. The newest is never dropped."""
        with _alone(self._path):
            newest = self.newest(purpose)
            kept = [key for key in self.all(purpose) if key.id != key_id or key is newest]
            self._write({**self._all(), purpose: kept})

    def _all(self) -> dict[Purpose, list[Key]]:
        return {purpose: self.all(purpose) for purpose in PURPOSES}

    def _read_if_changed(self) -> None:
        try:
            stat = self._path.stat()
            if self._seen == (stat.st_mtime_ns, stat.st_ino):
                return
            stored = json.loads(self._path.read_text())
            self._keys = {purpose: [_key(one) for one in stored[purpose]] for purpose in PURPOSES}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StorageError(
                "The file of the server's keys can't be read.", "Bring keys.json back from your back-up."
            ) from error
        self._seen = (stat.st_mtime_ns, stat.st_ino)

    def _write(self, keys: dict[Purpose, list[Key]]) -> None:
        _write(self._path, keys)
        self._seen = None


@contextmanager
def _alone(path: Path) -> Generator[None]:
    """Two processes that add a key at once would otherwise lose one, and with it what it closed."""
    with path.with_suffix(".lock").open("w") as file:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - exists on Windows alone

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - does not exist on Windows

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _new_key() -> Key:
    return Key(new_id(), secrets.token_bytes(_KEY_BYTES), now())


def _key(stored: dict[str, str]) -> Key:
    return Key(stored["id"], base64.b64decode(stored["secret"]), datetime.fromisoformat(stored["created_at"]))


def _write(path: Path, keys: dict[Purpose, list[Key]]) -> None:
    """Write beside and swap, so that a crash leaves either the old or the new file."""
    stored = {
        purpose: [
            {"id": key.id, "secret": base64.b64encode(key.secret).decode(), "created_at": key.created_at.isoformat()}
            for key in ring
        ]
        for purpose, ring in keys.items()
    }
    fresh = path.with_suffix(f".{secrets.token_hex(4)}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(stored, file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
