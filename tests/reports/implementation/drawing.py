"""The small plan as a document, counted over nothing: no figure of the records is named in it."""

from __future__ import annotations

from collections.abc import Mapping

from globa.indicators.scope import Scope
from globa.registry.organisations import Organisation
from globa.reports.assembling import assemble
from globa.reports.counting import here
from globa.reports.document import Document
from globa.reports.forms import of_period
from globa.reports.implementation.told import Told
from globa.vocabulary.period import Period
from tests.reports.implementation.told import TOLD


def drawn(told: Told = TOLD, texts: Mapping[str, str] | None = None, language: str = "lt") -> Document:
    period = Period.year(told.year)
    municipality = Organisation(code="visaginas", name="Visagino savivaldybė", kind="municipality")
    scope = Scope(str(municipality.pk), period, (), {})
    form = of_period("plan-implementation", period)
    return assemble(form, municipality, period, texts or {}, {}, scope, here(), language, plan=told)
