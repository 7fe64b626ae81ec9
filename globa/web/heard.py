"""Comparing what was typed with a title: without marks, in any order, a word by its beginning or without its ending."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
BARE = 4
"""Of so many letters a beginning is enough to be one word in two cases: vaikų, vaikams."""
ENDING = 4


def words_of(text: str) -> list[str]:
    plain = "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter))
    return WORD.findall(plain)


def says(title: str, asked: list[str]) -> bool:
    """Whether every asked word is heard in the title."""
    heard = words_of(title)
    return bool(asked) and all(any(is_heard(word, one) for one in heard) for word in asked)


def is_heard(word: str, title_word: str) -> bool:
    if title_word.startswith(word):
        return True
    same = next(
        (place for place, pair in enumerate(zip(word, title_word, strict=False)) if pair[0] != pair[1]), min(len(word), len(title_word))
    )
    return same >= BARE and max(len(word), len(title_word)) - same <= ENDING
