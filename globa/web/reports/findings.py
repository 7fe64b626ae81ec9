"""What the checks found, for the rail and for the place in the text: by severity, with the ways out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID
from zlib import crc32

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from globa.reports.checks import Finding
from globa.reports.document import Document, FigureKey, Passage, Span, Table, Typed

SEVERITIES: dict[str, str | Promise] = {
    "contradiction": _("Contradictions"),
    "suspicious": _("To look at once more"),
    "form": _("Form"),
}
# What is the matter, by rule, where two numbers against each other do not say it.
MATTERS: dict[str, str | Promise] = {
    "two-values": _("One figure, several values"),
    "missing": _("Not everything is recorded"),
    "late": _("Records came late"),
    "different-days": _("It is not said of which day"),
    "licensed-places": _("More children than places"),
    "target": _("A target was missed"),
    "reference": _("The name of no figure"),
}


@dataclass(frozen=True)
class Found:
    """A finding of a report; `reason` is empty until somebody explained it."""

    report: UUID
    finding: Finding
    reason: str = ""
    mends: str = ""
    """What a button sends to put the living figure there; empty where there is no typed number to replace."""

    @property
    def is_contradiction(self) -> bool:
        return self.finding.severity == "contradiction"

    @property
    def is_open(self) -> bool:
        return self.finding.asks_why and not self.reason

    @property
    def message(self) -> str:
        return str(self.finding.message)

    @property
    def stated(self) -> str:
        return str(self.finding.stated or "")

    @property
    def true(self) -> str:
        return str(self.finding.true or "")

    @property
    def heading(self) -> str:
        """Numbers stand against each other only where both cannot be true."""
        if self.is_contradiction and self.stated and self.true:
            return f"{self.stated} ≠ {self.true}"
        return str(MATTERS.get(self.finding.rule, _("Explain what was found")))

    @property
    def places(self) -> list[tuple[str, str]]:
        """Words and addresses of the places on the document's page."""
        page = reverse("reports-report", args=[self.report])
        seen = dict.fromkeys((place.label or place.section, f"{page}#b-{block_of(place.block)}") for place in self.finding.places)
        return list(seen)

    @property
    def explain(self) -> str:
        return f"{reverse('reports-explain', args=[self.report])}?{urlencode({'finding': self.finding.key})}"

    @property
    def anchor(self) -> str:
        return f"f-{crc32(self.finding.key.encode()):08x}"

    def is_of(self, typed: Typed) -> bool:
        return any(place.at == typed.at for place in self.finding.places)


def found_in(report: UUID, findings: Iterable[Finding], explained: Mapping[str, str], document: Document) -> list[Found]:
    """Contradictions first, then the others, as the checks gave them."""
    order = list(SEVERITIES)
    typed = {(place, one.at): one for place, one in typed_of(document)}
    made = [Found(report, one, explained.get(one.key, ""), _mends(one, typed)) for one in findings]
    return sorted(made, key=lambda one: (order.index(one.finding.severity), bool(one.reason)))


def typed_of(document: Document) -> Iterator[tuple[str, Typed]]:
    """Every number typed by hand, with the place in which its text is written."""
    for _section, block in document.blocks():
        if isinstance(block, Passage):
            yield from _of(block.key, (span for paragraph in block.paragraphs for span in paragraph.spans))
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in (row.title, *row.cells):
                    yield from _of(cell.key, cell.spans)


def _of(place: str, spans: Iterable[Span]) -> Iterator[tuple[str, Typed]]:
    return ((place, span) for span in spans if isinstance(span, Typed))


def _mends(finding: Finding, typed: Mapping[tuple[str, int], Typed]) -> str:
    for place in finding.places:
        one = typed.get((place.block, place.at))
        if one is not None and one.means is not None:
            return mend_of(place.block, one, one.means)
    return ""


def mend_of(place: str, typed: Typed, means: FigureKey) -> str:
    return urlencode({"place": place, "at": typed.at, "typed": typed.text, "key": str(means)})


def by_severity(found: Iterable[Found]) -> list[tuple[str, list[Found]]]:
    groups: dict[str, list[Found]] = {name: [] for name in SEVERITIES}
    for one in found:
        groups[one.finding.severity].append(one)
    return [(str(SEVERITIES[name]), ones) for name, ones in groups.items() if ones]


def by_text(found: Iterable[Found]) -> dict[str, list[Found]]:
    """Under every text (a passage or a cell) that a finding stands in."""
    grouped: dict[str, list[Found]] = {}
    for one in found:
        for text in dict.fromkeys(place.block for place in one.finding.places):
            grouped.setdefault(text, []).append(one)
    return grouped


def by_first_block(found: Iterable[Found]) -> dict[str, list[Found]]:
    """Each under one block only: its first, where it is typed if it is typed anywhere."""
    grouped: dict[str, list[Found]] = {}
    for one in found:
        if one.finding.places:
            grouped.setdefault(block_of(one.finding.places[0].block), []).append(one)
    return grouped


def block_of(text: str) -> str:
    """The block of a passage or of a cell, whose key goes on after the table's."""
    return text.partition("/")[0]
