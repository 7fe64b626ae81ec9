"""What closed periods, files and flat rates refuse, each with its sentence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from globa.planning.closed_periods import ClosedPeriod, close
from globa.planning.ledger import Entry, book
from globa.planning.ledger_imports import LedgerImport
from globa.planning.rate_rules import RateRule
from globa.registry.reference.loading import days
from globa.vocabulary.period import Period
from tests import builders
from tests.builders import DAY, Place
from tests.fixtures import Stepping
from tests.refusing import NO_DAY, Case, again, change, is_refused


def closed(at: Place, period: str = "2023-05") -> ClosedPeriod:
    return close(organisation=at.organisation, period=Period.parse(period), by=at.worker)


def booked(at: Place, **details: Any) -> Entry:
    return book(organisation=at.organisation, entries=[builders.entry(at, **details)], by=at.worker)[0]


def file(at: Place) -> LedgerImport:
    return LedgerImport.objects.create(organisation=at.organisation, name="a.csv", fingerprint="f")


def rule() -> RateRule:
    return RateRule.objects.get(code="indirect-30")


def booked_while_closed(at: Place) -> None:
    closed(at)
    booked(at)


CASES: dict[str, Case] = {
    "entry_in_a_closed_period": booked_while_closed,
    "entry_is_cut_by_less_than_a_euro": lambda at: booked(at, cut=Decimal(1)),
    "closed_period_lasts_a_day": lambda at: ClosedPeriod.objects.create(organisation=at.organisation, during=NO_DAY),
    "period_closed_once": lambda at: again(closed(at)),
    "period_is_over_when_closed": lambda at: again(closed(at), during=days("2023-06-01", ""), closed_on=DAY),
    "closed_period_is_only_opened_again": lambda at: change(closed(at), closed_on=date(2024, 1, 1)),
    "file_taken_in_once": lambda at: again(file(at)),
}
BY_THE_OWNER: dict[str, Case] = {
    "one_flat_rate_at_a_time": lambda at: again(rule()),
    "flat_rate_lasts_a_day": lambda at: change(rule(), during=NO_DAY),
    "flat_rate_is_a_percent": lambda at: change(rule(), percent=Decimal(0)),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_refused_with_its_sentence(name: str, here: Place) -> None:
    is_refused(name, CASES[name], here)


@pytest.mark.parametrize("name", BY_THE_OWNER)
def test_the_owner_is_refused_too(name: str, here: Place, as_owner: Stepping) -> None:
    with as_owner():
        is_refused(name, BY_THE_OWNER[name], here)
