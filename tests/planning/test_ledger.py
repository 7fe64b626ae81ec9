"""Entries corrected and withdrawn, closed months, flat rates, and the table of the budget."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from globa.journal.operations import Operation
from globa.journal.refusals import Untrue
from globa.planning.closed_periods import ClosedPeriod, OpenAlready, close, reopen
from globa.planning.execution import execution
from globa.planning.ledger import AlreadyWithdrawn, Entry, book, correct, withdraw
from globa.planning.ledger_imports import take_back, take_in
from globa.planning.rate_rules import RateRule, claimed
from globa.vocabulary.period import Period
from tests import builders
from tests.architecture.catalogue import asked
from tests.builders import Place

MAY = Period.parse("2023-05")


def booked(at: Place, amount: str = "100.00", **details: Any) -> Entry:
    return book(organisation=at.organisation, entries=[builders.entry(at, amount, **details)], by=at.worker)[0]


def test_what_is_withdrawn_is_counted_no_longer_and_stays(here: Place) -> None:
    entry = booked(here)
    withdraw(entry=entry, by=here.worker, reason="Booked twice")
    assert asked("SELECT count(*) FROM facts.money") == [(0,)]
    assert (Entry.objects.count(), Operation.objects.get(verb="planning.withdraw_entry").reason) == (1, "Booked twice")
    with pytest.raises(AlreadyWithdrawn):
        correct(entry=entry, by=here.worker, reason="Late", amount=Decimal(1))


@pytest.mark.parametrize("period", ["2023", "2023-05"])
def test_in_a_closed_time_nothing_is_booked_corrected_or_withdrawn(period: str, here: Place) -> None:
    entry = booked(here)
    close(organisation=here.organisation, period=Period.parse(period), by=here.worker)
    for act in (
        lambda: booked(here),
        lambda: correct(entry=entry, by=here.worker, reason="Wrong", amount=Decimal(1)),
        lambda: correct(entry=entry, by=here.worker, reason="Moved out of it", booked_on=date(2024, 1, 1)),
        lambda: withdraw(entry=entry, by=here.worker, reason="Wrong"),
    ):
        with pytest.raises(Untrue, match="The books of this time are closed"):
            act()
        entry.refresh_from_db()
    assert (entry.amount, entry.withdrawn_on) == (Decimal("100.00"), None)


def test_nothing_is_moved_into_a_closed_month(here: Place) -> None:
    entry = booked(here, on=date(2023, 6, 1))
    close(organisation=here.organisation, period=MAY, by=here.worker)
    with pytest.raises(Untrue, match="The books of this time are closed"):
        correct(entry=entry, by=here.worker, reason="Moved into it", booked_on=date(2023, 5, 31))


def test_a_month_opened_again_says_why_and_takes_entries(here: Place) -> None:
    closed = close(organisation=here.organisation, period=MAY, by=here.worker)
    reopen(closed=closed, by=here.worker, reason="An invoice came late")
    booked(here)
    assert Operation.objects.get(verb="planning.reopen_period").reason == "An invoice came late"
    with pytest.raises(OpenAlready):
        reopen(closed=closed, by=here.worker, reason="Once more")


def test_a_month_opened_again_inside_a_closed_year_stays_closed(here: Place) -> None:
    month = close(organisation=here.organisation, period=MAY, by=here.worker)
    close(organisation=here.organisation, period=Period.year(2023), by=here.worker)
    reopen(closed=month, by=here.worker, reason="By mistake")
    with pytest.raises(Untrue, match="The books of this time are closed"):
        booked(here)
    assert ClosedPeriod.objects.holding(date(2023, 5, 10)).count() == 1


def test_closed_months_of_another_institution_close_nothing_here(here: Place, elsewhere: Place, in_the_name_of) -> None:  # type: ignore[no-untyped-def]
    with in_the_name_of(elsewhere):
        close(organisation=elsewhere.organisation, period=MAY, by=elsewhere.worker)
    assert booked(here).amount == 100


def test_a_file_is_taken_in_once_and_taken_back_whole(here: Place) -> None:
    def bring() -> object:
        entries = [builders.entry(here, "1.00"), builders.entry(here, "2.00")]
        return take_in(organisation=here.organisation, name="a.csv", content=b"1", entries=entries, by=here.worker)

    taken = bring()
    with pytest.raises(Untrue, match="taken in already"):
        bring()
    assert take_back(taken=taken, by=here.worker, reason="Another year's") == 2  # type: ignore[arg-type]
    assert (Entry.objects.standing().count(), Entry.objects.count()) == (0, 2)
    bring()
    assert Entry.objects.standing().count() == 2


def test_indirect_costs_are_thirty_percent_of_direct_ones_to_the_cent(here: Place) -> None:
    rule = RateRule.objects.get(code="indirect-30")
    booked(here, "376270.27", source="eu-project")
    booked(here, "5.00")
    flat = booked(here, "112881.08", source="eu-project", flat_rate=rule)
    assert [(one.due, one.agrees) for one in claimed(Entry.objects.standing())] == [(Decimal("112881.08"), True)]
    correct(entry=flat, by=here.worker, reason="Rounded up", amount=Decimal("112881.09"))
    assert [(one.difference, one.agrees) for one in claimed(Entry.objects.standing())] == [(Decimal("0.01"), False)]


def test_cash_and_accrual_are_no_base_of_one_another(here: Place) -> None:
    rule = RateRule.objects.get(code="indirect-15-staff")
    booked(here, "100.00", item="211111")
    booked(here, "50.00", item="22111.30")
    booked(here, "900.00", item="211111", basis="accrual")
    booked(here, "15.00", flat_rate=rule)
    assert [(one.base, one.agrees) for one in claimed(Entry.objects.standing())] == [(Decimal("100.00"), True)]


def test_the_budget_table_shows_parts_under_their_whole_and_adds_them_once(here: Place) -> None:
    for part, amount in {"A": "11858.00", "B": "3632.91", "C": "2980.08", "D": "599.58"}.items():
        booked(here, amount, item=f"22111.20 {part}", source="15101")
    booked(here, "389.20", source="eu-project", cut=Decimal("0.09"))
    made = execution(Entry.objects.standing())
    whole = next(line for line in made.lines if line.parts)
    assert (len(whole.parts), whole.total.amount) == (4, Decimal("19070.57"))
    assert (made.total.amount, made.total.at_most) == (Decimal("19459.77"), Decimal("19459.86"))
    assert [source.code for source in made.sources] == ["15101", "eu-project"]
