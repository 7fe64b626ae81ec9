"""Which line of a plan an entry counts for: said by a person, kept by the words of the accounting program, taken back whole."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from globa.journal.refusals import Untrue
from globa.planning.assigning import Assignment, NothingToAssign, assign, take_back_assignment
from globa.planning.closed_periods import close
from globa.planning.ledger import Entry, book
from globa.planning.line_keys import ForgottenAlready, LineKey, forget_key, keep_key, meant
from globa.planning.line_names import Said
from globa.planning.plans.lines import PlanLine
from globa.vocabulary.period import Period
from tests import builders, plans
from tests.builders import Place
from tests.fixtures import Stepping
from tests.refusing import Case, is_refused

Acting = Callable[[Place], AbstractContextManager[None]]


def key(at: Place, on: PlanLine, year: int = 2023, **said: str) -> LineKey:
    return keep_key(organisation=at.organisation, year=year, said=Said(**said), line=on, by=at.worker)


def booked(at: Place, **details: Any) -> Entry:
    return book(organisation=at.organisation, entries=[builders.entry(at, **details)], by=at.worker)[0]


def put(at: Place, on: PlanLine, *entries: Entry, **said: str) -> Assignment:
    remembered = [Said(**said)] if said else []
    return assign(organisation=at.organisation, year=2023, entries=entries, line=on, remembered=remembered, by=at.worker)


CASES: dict[str, Case] = {
    "line_key_says_something": lambda at: key(at, plans.line(at)),
    "line_key_of_its_year": lambda at: key(at, plans.line(at), year=2024, project="Help"),
    "line_key_once_a_year": lambda at: LineKey.objects.create(
        organisation=at.organisation, year=2023, project="Help", line=key(at, plans.line(at), project="Help").line
    ),
}


@pytest.mark.parametrize(("name", "case"), CASES.items())
def test_it_is_refused_with_its_sentence(name: str, case: Case, municipality: Place) -> None:
    is_refused(name, case, municipality)


OF_OTHERS: dict[str, Callable[[Place, PlanLine, Entry], object]] = {
    "line_key_of_its_municipality": lambda at, on, entry: key(at, on, project="Help"),
    "assignment_to_a_line_of_its_municipality": lambda at, on, entry: put(at, on, entry),
}


@pytest.mark.parametrize("name", OF_OTHERS)
def test_a_line_of_another_municipality_is_refused(name: str, here: Place, as_owner: Stepping, in_the_name_of: Acting) -> None:
    with as_owner():
        other = plans.clerk_of()
    with in_the_name_of(other):
        on = plans.line(other)
    entry = booked(here)
    is_refused(name, lambda at: OF_OTHERS[name](at, on, entry), here)


def test_the_key_that_says_most_names_the_line_and_two_that_disagree_name_none(municipality: Place) -> None:
    measure = plans.measure(municipality)
    one, other = plans.line(municipality, measure, "Centre"), plans.line(municipality, measure, "Services")
    keys = [key(municipality, one, programme="40"), key(municipality, other, programme="40", item="211111")]
    assert meant(keys, Said("15101", "40", "22111.30")) == keys[0]
    assert meant(keys, Said("15101", "40", "211111")) == keys[1]
    assert meant([*keys, key(municipality, one, code="15101", item="211111")], Said("15101", "40", "211111")) is None
    assert meant(keys, Said("15101", "41")) is None


def test_what_words_mean_anew_takes_the_old_meaning_back(municipality: Place) -> None:
    measure = plans.measure(municipality)
    one, other = plans.line(municipality, measure, "Centre"), plans.line(municipality, measure, "Services")
    key(municipality, one, project="Help")
    kept = key(municipality, other, project="Help")
    assert list(LineKey.objects.of(municipality.organisation, 2023)) == [kept]
    forget_key(line_key=kept, by=municipality.worker, reason="Another project")
    with pytest.raises(ForgottenAlready):
        forget_key(line_key=kept, by=municipality.worker, reason="Once more")


def test_many_are_assigned_in_one_act_and_taken_back_whole(municipality: Place) -> None:
    on = plans.line(municipality)
    one, other = booked(municipality), booked(municipality, amount="7.00")
    made = put(municipality, on, one, other, code="15101")
    assert (made.many, on.entries.count(), LineKey.objects.in_force().count()) == (2, 2, 1)
    assert take_back_assignment(assignment=made, by=municipality.worker, reason="The wrong line") == 2
    assert (on.entries.count(), LineKey.objects.in_force().count()) == (0, 0)


def test_what_has_a_line_keeps_it(municipality: Place) -> None:
    on = plans.line(municipality)
    entry = booked(municipality)
    put(municipality, on, entry)
    with pytest.raises(NothingToAssign):
        put(municipality, on, entry)


def test_in_a_closed_month_no_line_is_named(municipality: Place) -> None:
    entry = booked(municipality)
    close(organisation=municipality.organisation, period=Period.parse("2023-05"), by=municipality.worker)
    with pytest.raises(Untrue, match="The books of this time are closed"):
        put(municipality, plans.line(municipality), entry)
