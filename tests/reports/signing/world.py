"""The smallest report: one figure, one sentence, a director's signature."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from globa.casework.services import Service
from globa.indicators import figures
from globa.registry.models import User
from globa.reports.counting import here as engine
from globa.reports.counting import scope_of
from globa.reports.document import Computed, Document, FigureKey, Paragraph, Passage, Section, Value, Words
from globa.reports.keeping.reports import Report, start
from globa.reports.signing.signing import sign
from globa.vocabulary.period import Period
from tests.builders import Place

Stepping = Callable[[], AbstractContextManager[None]]
COORDINATORS = FigureKey("foster-centre.coordinator-services")
YEAR = Period.year(2023)


@dataclass(frozen=True)
class Rule:
    posts: tuple[str, ...] = ("director",)
    quorum: int = 1
    by_group: bool = False


@dataclass(frozen=True)
class Form:
    code: str = "activity"
    version: int = 1

    def passages(self) -> dict[str, Any]:
        return {}


@dataclass(frozen=True)
class Finding:
    key: str
    severity: str = "contradiction"

    @property
    def asks_why(self) -> bool:
        return self.severity == "contradiction"


@dataclass(frozen=True)
class Signed:
    report: Report
    services: Sequence[Service]


def document(at: Place) -> Document:
    figure = figures.figure(scope_of(at.organisation, YEAR), COORDINATORS.code, engine())
    value = Value(COORDINATORS, figure.indicator.title, figure.value, "services", "2023", evidence_count=figure.evidence_count)
    passage = Passage("services", (Paragraph((Words("Coordinators helped "), Computed(COORDINATORS), Words(" times."))),))
    section = Section("services", "1", "Services", (passage,))
    values = {str(COORDINATORS): value}
    return Document("activity", 1, "Activity report 2023", str(at.organisation.pk), "Here", "2023", "en", (section,), values)


def begun(at: Place, by: User) -> Report:
    return start(organisation=at.organisation, form=Form(), period=YEAR, by=by)  # type: ignore[arg-type]


def signed_report(at: Place, by: User, services: Sequence[Service]) -> Signed:
    report = begun(at, by)
    sign(report=report, document=document(at), findings=[], rule=Rule(), by=by)  # type: ignore[arg-type]
    return Signed(report, services)


def events(model: Any) -> Any:
    """The history of a model's rows."""
    return model.pgh_event_model.objects
