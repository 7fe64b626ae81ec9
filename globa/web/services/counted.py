"""Which figures of the year a service will move, before it is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from globa.casework.services import ProviderRole, ServiceSetting
from globa.indicators import figures
from globa.registry.payers import Payer, PayerKind
from globa.reports.counting import here, scope_of
from globa.reports.writing.units import amount
from globa.vocabulary.period import Period
from globa.vocabulary.unit import Unit
from globa.web.figures import living
from globa.web.figures.places import Place
from globa.web.numbers import Number
from globa.web.services.giver import Giver

BY_ROLE = {
    ProviderRole.FOSTER_COORDINATOR: "foster-centre.coordinator-services",
    ProviderRole.PSYCHOLOGIST: "foster-centre.psychologist-consultations",
    ProviderRole.ATTESTED_PERSON: "foster-centre.attested-person-services",
}
ALL, HOURS, VISITS, PROJECT = (
    "foster-centre.services", "foster-centre.service-hours", "foster-centre.home-visits", "projects.project-services",
)  # fmt: skip
PROJECTS = (PayerKind.EU_PROJECT, PayerKind.OTHER_PROJECT)


@dataclass(frozen=True)
class Moving:
    """A figure now, and what it becomes; unmoved where it is not recorded."""

    title: str
    now: Number
    after: str


def moving(giver: Giver, year: int, minutes: int | None, setting: str, payer: Payer | None) -> list[Moving]:
    codes = [BY_ROLE.get(giver.role, ALL)]
    codes += [VISITS] * (setting == ServiceSetting.HOME) + [PROJECT] * bool(payer and payer.kind in PROJECTS) + [HOURS] * bool(minutes)
    scope = scope_of(giver.organisation, Period.year(year))
    return [_moving(figure, giver, minutes or 0) for figure in figures.compute([scope], here(), codes)]


def _moving(figure: figures.Figure, giver: Giver, minutes: int) -> Moving:
    number = living.number(figure, Place(giver.organisation, figure.scope.period))
    step = Decimal(minutes) / 60 if figure.indicator.unit is Unit.HOURS else 1
    after = amount(figure.indicator.unit, round(Decimal(figure.value) + step, 2).normalize()) if figure.value is not None else ""
    return Moving(gettext(figure.indicator.title), number, after)
