"""The findings as the rail shows them: by gravity, each with its places, its explanation and its answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from globa.checker.finding import Finding, Severity
from globa.checker.telling import where
from globa.importers.checked_documents.answers import Answer, Says
from globa.importers.checked_documents.protocol import MOST_PLACES, explained, said
from globa.importers.checked_documents.results import Result
from globa.web.checking.original import Original, spot


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
        return explained(self.finding)

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
    places = {where(place, _): original.spots.get(spot(place)) for place in reversed(finding.places)}
    at = [(words, address(page, *drawn) if drawn else "") for words, drawn in reversed(places.items())]
    return Found(document, number, finding, answer, tuple(at[:MOST_PLACES]), max(0, len(at) - MOST_PLACES))


def address(page: str, part: int, anchor: str) -> str:
    return f"{page}?part={part + 1}#{anchor}" if part else f"{page}#{anchor}"
