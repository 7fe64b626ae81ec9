"""What somebody dropped may hold anything, a child's health included: in the database it is sealed, bound to its owner and its row."""

from __future__ import annotations

import os
import uuid
import zlib
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def sealed(content: bytes, *, owner: uuid.UUID, row: uuid.UUID, purpose: str) -> bytes:
    key_id = settings.GLOBA_CURRENT_KEY
    nonce = os.urandom(12)
    locked = _lock(settings.GLOBA_KEYS[key_id]).encrypt(nonce, zlib.compress(content), _bound_to(owner, row, purpose))
    return key_id.encode() + b":" + nonce + locked


def opened(stored: bytes, *, owner: uuid.UUID, row: uuid.UUID, purpose: str) -> bytes | None:
    """None where the key it was sealed with is gone."""
    key_id, _colon, locked = stored.partition(b":")
    try:
        lock = _lock(settings.GLOBA_KEYS[key_id.decode()])
        return zlib.decompress(lock.decrypt(locked[:12], locked[12:], _bound_to(owner, row, purpose)))
    except (KeyError, InvalidTag):
        return None


def _bound_to(owner: uuid.UUID, row: uuid.UUID, purpose: str) -> bytes:
    """What was put into another's row, or another column, does not open."""
    return b"|".join([owner.bytes, row.bytes, purpose.encode()])


@lru_cache(maxsize=8)
def _lock(key: bytes) -> AESGCM:
    """Derived, so that one key never serves two purposes."""
    return AESGCM(HKDF(SHA256(), 32, None, b"globa checked documents").derive(key))
