"""The findings as the rail shows them: by gravity, each with its places, its explanation and its answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from globa.checker.finding import Finding, Part, Severity
from globa.importers.checked_documents.answers import Answer, Says
from globa.importers.checked_documents.places import in_words
from globa.importers.checked_documents.protocol import MOST_PLACES, said
from globa.importers.checked_documents.results import Result
from globa.reports.writing.numbers import number
from globa.web.checking.original import Original, spot

MOST_EXPLANATIONS, MOST_PARTS = 3, 8


@dataclass(frozen=True)
class Found:
    """`at` are words and addresses of its places in the original; the first is where it was found."""

    document: UUID
    number: int
    finding: Finding
    answer: Answer | None
    at: tuple[tuple[str, str], ...]
    more: int

    @property
    def message(self) -> str:
        return said(self.finding)

    @property
    def is_waived(self) -> bool:
        return self.answer is not None and self.answer.says == Says.WAIVED

    @property
    def is_contradiction(self) -> bool:
        return self.finding.severity == Severity.CONTRADICTION

    @property
    def is_likely(self) -> bool:
        """Less certain than the rest; said where it is not."""
        return self.finding.confidence < Decimal("0.6")

    @property
    def explained(self) -> list[str]:
        """Each smallest set of lines or amounts whose sum is the difference: “Pagalba namuose (500)”."""
        return [_sum(parts) for parts in self.finding.explained_by[:MOST_EXPLANATIONS]]

    @property
    def difference(self) -> str:
        return "" if self.finding.difference is None else number(abs(self.finding.difference))

    @property
    def answering(self) -> str:
        return f"{reverse('reports-check-answer', args=[self.document])}?{urlencode({'finding': self.finding.id})}"


def found_in(document: UUID, result: Result, original: Original, answers: Mapping[str, Answer]) -> list[Found]:
    return [_found(document, place, one, original, answers.get(one.id)) for place, one in enumerate(result.findings, 1)]


def by_severity(found: Sequence[Found]) -> list[tuple[str, list[Found]]]:
    """What has no answer yet stands first."""
    titles = {Severity.CONTRADICTION: _("Contradictions"), Severity.SUSPICIOUS: _("To look at once more"), Severity.FORM: _("Form")}
    groups = [(title, sorted(_of(found, severity), key=lambda one: one.answer is not None)) for severity, title in titles.items()]
    return [(title, ones) for title, ones in groups if ones]


def _of(found: Iterable[Found], severity: Severity) -> list[Found]:
    return [one for one in found if one.finding.severity == severity]


def _found(document: UUID, number: int, finding: Finding, original: Original, answer: Answer | None) -> Found:
    page = reverse("reports-check", args=[document])
    places = {in_words(place): original.spots.get(spot(place)) for place in reversed(finding.places)}
    at = [(words, address(page, *drawn) if drawn else "") for words, drawn in reversed(places.items())]
    return Found(document, number, finding, answer, tuple(at[:MOST_PLACES]), max(0, len(at) - MOST_PLACES))


def address(page: str, part: int, anchor: str) -> str:
    return f"{page}?part={part + 1}#{anchor}" if part else f"{page}#{anchor}"


def _sum(parts: Sequence[Part]) -> str:
    shown = [f"{part.text} ({number(part.amount)})" if part.text else number(part.amount) for part in parts[:MOST_PARTS]]
    return " + ".join([*shown, *(["…"] if len(parts) > MOST_PARTS else [])])
