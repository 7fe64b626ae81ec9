"""
Which keys a backup needs, without a word of the keys themselves.

A mark is a keyed hash of a fixed word: it tells two keys apart and gives nothing away about thirty-two random bytes.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field

from globa.config.keys import Keys

WORD = b"globa backup"
LOOKUP = "lookup"


@dataclass(frozen=True)
class KeyMarks:
    """`needed` are the ids of the encryption keys with which something in the backup is sealed."""

    lookup: str
    encryption: Mapping[str, str]
    needed: tuple[str, ...] = field(default=())

    @classmethod
    def of(cls, keys: Keys, needed: tuple[str, ...]) -> KeyMarks:
        return cls(mark(keys.lookup), {name: mark(key) for name, key in keys.encryption.items()}, needed)

    def missing_in(self, keys: Keys | None) -> list[str]:
        """Which of the needed keys are not among these, or are others by the same name."""
        if keys is None:
            return [*self.needed, LOOKUP]
        at_hand = {name: mark(key) for name, key in keys.encryption.items()}
        missing = [name for name in self.needed if name not in at_hand or at_hand[name] != self.encryption.get(name)]
        return missing if mark(keys.lookup) == self.lookup else [*missing, LOOKUP]


def mark(key: bytes) -> str:
    return hmac.new(key, WORD, hashlib.sha256).hexdigest()[:16]
