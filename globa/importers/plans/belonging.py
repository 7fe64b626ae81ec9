"""Whose plan a document is, and of which year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from globa.checker.folding import folded
from globa.documents.document import Document, Place, Table
from globa.importers.plans.municipalities import Municipality, municipalities
from globa.importers.plans.refusals import AnotherMunicipality, AnotherYear
from globa.importers.plans.understood import Problem
from globa.vocabulary.words import message as _

TITLE = re.compile(r"(20\d\d)(?:[-–](20\d\d))?\s*(?:m\.|metu|metams|metais)[^\d]{0,90}?\b(?:plan|ataskait|programos? priemon)")
AFTER = re.compile(r"\bplan\w*\s[^\d]{0,50}(20\d\d)\s*(?:m\.(?! \w+ \d)|metams|metais)")
MENTIONED = re.compile(r"(?<![-–\d])(20\d\d)(?:\s*m\.|-\d\d-\d\d)")


def problems(document: Document, municipality: Municipality, year: int) -> Iterator[Problem]:
    """Refuses what says of itself that it is another's or of another year; what says nothing of itself is asked about."""
    title, text = folded(" ".join(_before(document))), folded(" ".join(_all(document)))
    yield from _of_whom(title, text, municipality)
    yield from _of_when(title, text, year)


def _of_whom(title: str, text: str, asked: Municipality) -> Iterator[Problem]:
    for said in (title, text):
        named = Counter({one.name: len(one.pattern.findall(said)) for one in municipalities()})
        if named[asked.name]:
            return
        if named.total():
            raise AnotherMunicipality(named.most_common(1)[0][0], asked.name)
    yield Problem(
        Place(), "", _("The document does not say of which municipality it is. Look whether it is of %(asked)s."), {"asked": asked.name}
    )


def _of_when(title: str, text: str, asked: int) -> Iterator[Problem]:
    said = [(int(found[1]), int(found[2] or found[1])) for found in TITLE.finditer(title)]
    said += [(int(found[1]), int(found[1])) for found in AFTER.finditer(title)]
    if said and not any(first <= asked <= last for first, last in said):
        raise AnotherYear(", ".join(sorted({str(last) for first, last in said})), asked)
    if said:
        return
    mentioned = Counter(MENTIONED.findall(text)).most_common(3)
    if not mentioned or mentioned[0][0] != str(asked):
        years = ", ".join(f"{year} ({count})" for year, count in mentioned) or "–"
        sentence = _("The document does not say of which year it is. It speaks of %(years)s: look whether it is of %(asked)s.")
        yield Problem(Place(), "", sentence, {"asked": str(asked), "years": years})


def _before(document: Document) -> Iterator[str]:
    """What stands above the first table, and the lines that name tables."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield block.caption
            return
        yield block.text


def _all(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row.cells if not cell.is_covered)
        else:
            yield block.text
