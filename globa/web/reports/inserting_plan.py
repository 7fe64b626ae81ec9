"""Figures of a plan for a text of its report, beside the figures of the records."""

from __future__ import annotations

from django.utils.translation import gettext as _
from msgspec import structs

from globa.reports.document import FigureKey
from globa.reports.implementation.counting import value
from globa.reports.implementation.searching import search
from globa.reports.implementation.told import Told
from globa.reports.plan_figures import OF_YEAR
from globa.reports.texts.references import written
from globa.reports.writing.units import amount, counted
from globa.vocabulary.unit import Unit
from globa.web.reports.inserting import SHOWN, Candidate, Choice


def of_plan(asked: str, told: Told) -> list[Candidate]:
    return [_candidate(told, key, said) for key, said in search(told, asked, SHOWN)]


def _candidate(told: Told, key: FigureKey, said: str) -> Candidate:
    choices = [Choice(written(key), _shown(told, key)), Choice(written(key, True), _shown(told, key, True))]
    if choices[0].shown == choices[1].shown:
        choices.pop()
    before = structs.replace(key, years_back=1)
    if key.code == OF_YEAR and value(told, before).value is not None:
        choices.append(Choice(written(before), _("a year earlier: %(number)s") % {"number": _shown(told, before)}))
    return Candidate(said, _("The municipality's plan"), tuple(choices))


def _shown(told: Told, key: FigureKey, with_unit: bool = False) -> str:
    found = value(told, key)
    if found.value is None:
        return _("not recorded")
    unit = next((one for one in Unit if one.code == found.unit), Unit.UNITS)
    return counted(unit, found.value) if with_unit else amount(unit, found.value)
