"""Secrets that people and programs carry: 256 random bits, of which the server keeps only the SHA-256.

A plain hash is enough: unlike a password, such a secret can't be guessed. It travels as `id.secret`.
"""

import hashlib
import re
import secrets
from typing import Final

_SECRET_BYTES: Final = 32
_HANDED_OUT: Final = re.compile(r"([0-9a-z]{26})[._]([\w-]{43})", re.ASCII)


def new_secret() -> str:
    """43 letters that nobody guesses."""
    return secrets.token_urlsafe(_SECRET_BYTES)


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def joined(record_id: str, secret: str) -> str:
    """The text that is handed out."""
    return f"{record_id}.{secret}"


def parted(text: str) -> tuple[str, str]:
    """(record id, secret) of a text that was handed out; of any other text, something that matches nothing."""
    found = _HANDED_OUT.fullmatch(text)
    return (found[1], found[2]) if found else ("", "")
