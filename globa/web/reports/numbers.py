"""A figure of a document as the page's living number: it leads to its page within the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from globa.reports.document import Amount, Document, FigureKey, Value
from globa.reports.writing.units import amount, counted, unit_of
from globa.vocabulary.unit import Unit
from globa.web.numbers import Number, State


def unit(value: Value) -> Unit:
    return unit_of(value.unit) or Unit.UNITS


def with_unit(value: Value, number: Amount | None) -> str:
    return _("not counted") if number is None else counted(unit(value), number)


def bare(value: Value) -> Number:
    if value.value is None:
        return Number(None, unit(value), State.NOTHING if value.recorded else State.NOT_RECORDED)
    return Number(value.value, unit(value), of=value.of, to=value.to)


@dataclass(frozen=True)
class Numbers:
    """`moved` are the figures of a signed report that are others today: the text of their keys, and what they are now."""

    report: UUID
    document: Document
    moved: Mapping[str, Amount | None] = field(default_factory=dict)

    def address(self, key: FigureKey) -> str:
        return reverse("reports-figure", args=[self.report, str(key)])

    def of(self, key: FigureKey) -> Number:
        value = self.document.value(key)
        if value is None:
            return Number(None, Unit.UNITS, State.NOT_RECORDED)
        address = self.address(key)
        number = bare(value).leading_to(address, address)
        if str(key) not in self.moved or value.value is None:
            return number
        said = _("signed %(signed)s, today %(today)s") % {
            "signed": amount(unit(value), value.value),
            "today": with_unit(value, self.moved[str(key)]),
        }
        return replace(number, moved=said)
