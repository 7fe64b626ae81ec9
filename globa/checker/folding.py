"""Words as they are compared: small letters, no diacritics, single spaces. A text that lost its diacritics is the same text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TOTAL = re.compile(r"\bis ?viso\b|^viso\b|\bviso:?$|^vis[iou]s?\b|\btotal\b|\bsuma:?$|^suma\b|\bbendr(?:a|as|i) (?:suma|skaicius)\b")
OF_WHICH = re.compile(r"^(?:is ju|is kuriu|is to skaiciaus|is to sk|t\.? ?sk|tame tarpe|of which|of them|including|iskaitant)\b")
LONGEST_LABEL = 90


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(sign))
    return " ".join(plain.split())


def is_total(label: str) -> bool:
    """A label of a row or column that sums up others: „IŠ VISO“, „Viso:“, „Iš viso (faktas)“. A long sentence is no label."""
    return len(label) <= LONGEST_LABEL and bool(TOTAL.search(folded(label)))


def is_of_which(label: str) -> bool:
    return bool(OF_WHICH.search(folded(label).lstrip("-–—•· ")))
