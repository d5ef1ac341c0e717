"""Passwords: what is accepted, and Argon2id hashes of them."""

import asyncio
import secrets
import unicodedata
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from limner.accounts.common_passwords import is_common
from limner.errors import Invalid

SHORTEST: Final = 10
LONGEST: Final = 200


def check_new(password: str, email: str) -> None:
    """Accept a password somebody chose. Any letters will do; only its length and how soon it is guessed count.

    Raises:
        Invalid: too short, too long, the e-mail address itself, or among the most common.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise Invalid(
            f"A password has {SHORTEST} to {LONGEST} letters.",
            "Four words that don't belong together are easy to keep.",
        )
    plain = password.casefold()
    if plain in (email.casefold(), email.casefold().partition("@")[0]) or is_common(password):
        raise Invalid("This password is guessed at once.", "Four words that don't belong together are easy to keep.")


class PasswordHashes:
    """Argon2id with OWASP's parameters: 2 passes over 19 MiB or more, in one lane.

    Hashing takes some 30 ms without the interpreter lock, so it runs in a thread and never holds up the server.
    """

    def __init__(self, memory_kib: int) -> None:
        self._hasher = PasswordHasher(time_cost=2, memory_cost=memory_kib, parallelism=1)
        self._nobodys = self._hasher.hash(secrets.token_urlsafe())

    async def hash(self, password: str) -> str:
        """The hash to keep."""
        return await asyncio.to_thread(self._hasher.hash, _exact(password))

    async def matches(self, password_hash: str | None, password: str) -> bool:
        """Whether this is the password. None, for nobody's, costs as much time and never matches."""
        found = await asyncio.to_thread(self._verify, password_hash or self._nobodys, _exact(password))
        return found and password_hash is not None

    def is_outdated(self, password_hash: str) -> bool:
        """Whether the hash was made with other parameters than today's."""
        return self._hasher.check_needs_rehash(password_hash)

    def _verify(self, password_hash: str, password: bytes) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False


def _exact(password: str) -> bytes:
    """The password in one Unicode form, so that every keyboard's "é" is the same; nothing is cut off."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
