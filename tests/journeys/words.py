"""English left over on a Lithuanian page: a sentence that has its Lithuanian, a word that no Lithuanian has, an English day or amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.utils.translation import trans_real

NOT_READ = {"script", "style", "code", "template", "textarea"}
SAID = ("title", "alt", "aria-label", "placeholder", "aria-description")
WORDS = re.compile(r"\b(the|and|your|you|with|please|this|not|are|must|password|of|for|from|by|is|was|has|have|which|who)\b", re.IGNORECASE)
MONTHS = re.compile(r"\b(January|February|March|April|May|June|July|August|September|October|November|December)\b|\b[ap]\.m\.")
CODES = re.compile(r"\{[^}]*\}|\b[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*\b")
"""Places of a figure in a text, and codes of figures, are no words."""
AMOUNTS = re.compile(r"\bEUR\b|\d,\d{3}\.\d\d\b|\d\.\d\d\s?(?:Eur|€)|€")


def english_in(page: Any) -> Iterator[str]:
    """Every text of the page that is English, as it stands."""
    for text in texts(page):
        if text in translated() or WORDS.search(CODES.sub("", text)) or MONTHS.search(text) or AMOUNTS.search(text):
            yield text


def texts(page: Any) -> Iterator[str]:
    """What is read: sentences between the marks and those that only a screen reader or a search engine says."""
    for one in page.iter():
        if isinstance(one.tag, str) and not _is_foreign(one):
            found = [one.text, *(child.tail for child in one), *(one.get(name) for name in SAID)]
            yield from (" ".join(text.split()) for text in found if text and text.strip())


def _is_foreign(one: Any) -> bool:
    """A program, or what says itself that it is of another language."""
    above = (one, *one.iterancestors())
    return any(each.tag in NOT_READ or each.get("lang", "lt") != "lt" or each.get("translate") == "no" for each in above)


@cache
def translated() -> frozenset[str]:
    """English sentences, ours and of libraries, that have another Lithuanian one."""
    known = trans_real.translation("lt")._catalog.items()  # type: ignore[attr-defined]
    pairs = ((key[0] if isinstance(key, tuple) else key, said) for key, said in known)
    return frozenset(sentence for key, said in pairs if said and (sentence := key.rpartition("\x04")[2]) and sentence != said)
