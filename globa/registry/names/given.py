"""Which words of a text are given names of people in the files. It says of a word only that somebody is called so, never who."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from django.db import connection

GIVEN = "SELECT * FROM globa_given_names(%s)"
CASES = {
    "a": ("as",), "os": ("a",), "ai": ("a",), "oje": ("a",), "o": ("as",), "ui": ("as", "us", "is"), "u": ("as", "us", "a"), "uje": ("us",),
    "e": ("as",), "io": ("is", "ys", "ias"), "iui": ("is", "ys", "ius"), "iu": ("is", "ys", "ius"), "yje": ("is", "ys"), "i": ("is", "ys"),
    "es": ("e",), "ei": ("e",), "eje": ("e",), "aus": ("us",), "um": ("us",), "umi": ("us",), "iaus": ("ius",), "iumi": ("ius",),
}  # fmt: skip
"""What ends a given name in the other cases, without marks, and what it ends with as a name."""
SHORTEST = 2


def given_names(words: Iterable[str]) -> set[str]:
    """Those of the words that are somebody's given name, in any case; one query."""
    forms = {word: set(_forms(_plain(word))) for word in words}
    if not forms:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(GIVEN, [sorted(set().union(*forms.values()))])
        known = {row[0] for row in cursor.fetchall()}
    return {word for word, of in forms.items() if of & known}


def _forms(word: str) -> Iterator[str]:
    yield word
    for ending, names in CASES.items():
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            yield from (word.removesuffix(ending) + name for name in names)


def _plain(word: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(one))
