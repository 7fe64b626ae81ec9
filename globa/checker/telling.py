"""Findings for a person: what does not agree, where it stands, what explains it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from globa.checker.amounts import written
from globa.checker.finding import Finding, Part, Severity
from globa.checker.saying import message
from globa.documents.document import Place
from globa.vocabulary.words import message as _

Translate = Callable[[str], str]
HEADINGS = {
    Severity.CONTRADICTION: _("Cannot both be true"),
    Severity.SUSPICIOUS: _("May be meant, but look"),
    Severity.FORM: _("How it is written"),
}
WHERE = {
    "sheet": _("sheet “%(value)s”"),
    "page": _("page %(value)s"),
    "table": _("table %(value)s"),
    "row": _("row %(value)s"),
    "column": _("column %(value)s"),
    "paragraph": _("paragraph %(value)s"),
    "sentence": _("sentence %(value)s"),
}
NOTHING = _("Nothing was found that does not agree.")
EXPLAINED = _("This is exactly: %(parts)s")
NOT_ALL = _("There may be other explanations: looking for them took too long, or there are too many to name.")
MOST_PLACES = 4


def where(place: Place, translate: Translate = str) -> str:
    """„3 puslapis, 2 lentelė, 5 eilutė“: what the format knows of it."""
    known = ((words, getattr(place, name)) for name, words in WHERE.items())
    return ", ".join(translate(words) % {"value": value} for words, value in known if value is not None)


def lines(findings: Sequence[Finding], translate: Translate = str) -> Iterator[str]:
    if not findings:
        yield translate(NOTHING)
    for severity, heading in HEADINGS.items():
        found = [one for one in findings if one.severity == severity]
        if found:
            yield f"{translate(heading)}: {len(found)}"
        for one in found:
            yield from (f"  {line}" for line in _of(one, translate))


def explanations(finding: Finding, translate: Translate = str) -> Iterator[str]:
    for parts in finding.explained_by:
        yield translate(EXPLAINED) % {"parts": " + ".join(_part(part) for part in parts)}
    if not finding.explained_whole:
        yield translate(NOT_ALL)


def _of(finding: Finding, translate: Translate) -> Iterator[str]:
    yield message(finding, translate)
    yield "  " + "; ".join(filter(None, (where(place, translate) for place in finding.places[:MOST_PLACES])))
    yield from (f"  {line}" for line in explanations(finding, translate))
    yield f"  [{finding.id}]"


def _part(part: Part) -> str:
    return f"{part.text} ({written(part.amount)})"
