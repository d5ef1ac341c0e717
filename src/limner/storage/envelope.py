"""Envelope encryption, AES-256-GCM: a picture is sealed by a data key of its own, which a key of the ring seals.

Both seals name the account and the picture they belong to, so that neither can be put in another's place. A sealed
thing is 12 bytes of nonce, the content, and 16 bytes that show any change.
"""

import base64
import binascii
import secrets
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from limner.errors import BlobUnreadable

_NONCE_BYTES: Final = 12


def new_data_key() -> bytes:
    """32 random bytes."""
    return AESGCM.generate_key(256)


def seal(key: bytes, data: bytes, account_id: str, blob_id: str) -> bytes:
    """Nonce, content and tag."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, data, _about(account_id, blob_id))


def unseal(key: bytes, sealed: bytes, account_id: str, blob_id: str) -> bytes:
    """What was sealed.

    Raises:
        BlobUnreadable: it was changed, belongs to another picture, or was sealed by another key.
    """
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _about(account_id, blob_id))
    except (InvalidTag, ValueError) as error:
        raise BlobUnreadable("This picture's file is damaged.", "Bring it back from the back-up.") from error


def wrap(key: bytes, data_key: bytes, account_id: str, blob_id: str) -> str:
    """A data key sealed by a key of the ring, as base64."""
    return base64.b64encode(seal(key, data_key, account_id, blob_id)).decode()


def unwrap(key: bytes, wrapped: str, account_id: str, blob_id: str) -> bytes:
    """The data key.

    Raises:
        BlobUnreadable: as for `unseal`.
    """
    try:
        sealed = base64.b64decode(wrapped, validate=True)
    except binascii.Error as error:
        raise BlobUnreadable("This picture's key is damaged.", "Bring the database back from the back-up.") from error
    return unseal(key, sealed, account_id, blob_id)


def _about(account_id: str, blob_id: str) -> bytes:
    return f"{account_id}/{blob_id}".encode()
