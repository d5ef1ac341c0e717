"""Links that open one picture for a while without signing in: an HMAC over the path and the end of its life."""

import hashlib
import hmac
import time
from typing import Final

from limner.errors import NotFound
from limner.storage.key_ring import KeyRing

PICTURE_PATH: Final = "/api/v1/pictures/"
_ROUND_TO_S: Final = 300
"""Ends are rounded up, so that the same picture has the same link for minutes and browsers can keep it."""


class SignedLinks:
    """Signs with the newest "links" key, and accepts the older ones still in the ring."""

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys

    def sign(self, path: str, life_s: int) -> str:
        """The query string that opens `path` for at least `life_s` seconds."""
        key = self._keys.newest("links")
        expires = -(-(int(time.time()) + life_s) // _ROUND_TO_S) * _ROUND_TO_S
        return f"expires={expires}&key={key.id}&signature={_signature(key.secret, path, expires)}"

    def picture_url(self, blob_id: str, media_type: str, life_s: int) -> str:
        """A link to a stored picture that works for at least `life_s` seconds without signing in."""
        path = f"{PICTURE_PATH}{blob_id}?kind={media_type}"
        return f"{path}&{self.sign(path, life_s)}"

    def check(self, path: str, expires: int, key: str, signature: str) -> None:
        """Let a link pass.

        Raises:
            NotFound: it was never signed, is for another picture, or its time is over.
        """
        known = self._keys.get("links", key)
        expected = _signature(known.secret, path, expires) if known else ""
        if not hmac.compare_digest(expected.encode(), signature.encode()) or not known or expires < time.time():
            raise NotFound("pictures")


def _signature(secret: bytes, path: str, expires: int) -> str:
    return hmac.new(secret, f"{path}\n{expires}".encode(), hashlib.sha256).hexdigest()
