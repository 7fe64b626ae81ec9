"""An institution names a line of its municipality's plan that it answers for, though it sees no plan."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from globa.planning.assigning import Assignment
from globa.planning.ledger import Entry
from globa.planning.line_keys import LineKey
from globa.planning.plans import amending
from globa.planning.plans.answered_lines import answered_by
from globa.planning.plans.lines import PlanLine, add_line
from globa.planning.plans.plans import Plan
from tests import plans
from tests.builders import Place
from tests.fixtures import Stepping
from tests.importers.ledger.test_lines import FIRST, LIST, SECOND, answered
from tests.importers.ledger.test_lines import booked as taken_in
from tests.web.administration.signing_in import day
from tests.web.money.test_lines import PAGE, ticked
from tests.web.money.test_money import booked, carried, read, typed

Naming = Callable[[Place], AbstractContextManager[None]]


@pytest.fixture
def city(here: Place, as_owner: Stepping) -> Place:
    with as_owner():
        return plans.clerk_of("alytus-city")


@pytest.fixture
def own(city: Place, here: Place, in_the_name_of: Naming) -> PlanLine:
    """Beside a line of somebody else and one that names the centre by its words only."""
    with in_the_name_of(city):
        measure = plans.measure(city)
        line = add_line(measure=measure, bodies=[(here.organisation, "Centre")], by=city.worker)
        plans.line(city, measure, "Somebody else")
        plans.amount(city, line)
        return line


def approve(at: Place, line: PlanLine, naming: Naming) -> None:
    with naming(at):
        plans.approved(at, line)


def test_only_lines_of_an_approved_plan_that_it_answers_for_are_told(
    here: Place, elsewhere: Place, city: Place, own: PlanLine, in_the_name_of: Naming
) -> None:
    assert answered_by(here.organisation) == []
    approve(city, own, in_the_name_of)
    (one,) = answered_by(here.organisation)
    assert (one.pk, one.year, one.no, one.measure) == (own.pk, 2023, "1.1.1", "Keep a foster centre")
    assert not Plan.objects.exists()
    assert answered_by(elsewhere.organisation) == []
    with in_the_name_of(elsewhere):
        assert answered_by(here.organisation) == []


def test_an_entry_is_booked_on_the_line_and_corrected_without_losing_it(
    accountant: Client, city: Place, own: PlanLine, in_the_name_of: Naming
) -> None:
    approve(city, own, in_the_name_of)
    accountant.post("/money/new/", typed(line=own.pk))
    entry = Entry.objects.get()
    assert entry.line_id == own.pk
    page = accountant.get(f"/money/{entry.pk}/").content.decode()
    assert "1.1.1 Keep a foster centre" in page
    same = {name.replace("book-", "correct-"): value for name, value in typed(line=own.pk, amount="5,00").items()}
    accountant.post(f"/money/{entry.pk}/", same | day("correct-booked_on", 2023, 5, 31) | {"do": "correct", "correct-reason": "A slip"})
    entry.refresh_from_db()
    assert (str(entry.amount), entry.line_id, Assignment.objects.count()) == ("5.00", own.pk, 0)


def test_an_entry_that_names_the_line_later_says_since_when(
    accountant: Client, here: Place, city: Place, own: PlanLine, in_the_name_of: Naming
) -> None:
    approve(city, own, in_the_name_of)
    entry = booked(here)
    given = {"item": entry.item_id, "source": entry.source_id, "basis": entry.basis, "amount": "100.00", "line": own.pk, "reason": "Of it"}
    fields = {f"correct-{name}": value for name, value in given.items()} | {"correct-document": entry.document, "do": "correct"}
    on = day("correct-booked_on", entry.booked_on.year, entry.booked_on.month, entry.booked_on.day)
    accountant.post(f"/money/{entry.pk}/", fields | on)
    entry.refresh_from_db()
    assert (entry.line_id, entry.assignment_id) == (own.pk, Assignment.objects.get().pk)


def test_a_line_of_somebody_else_is_not_offered(
    accountant: Client, city: Place, own: PlanLine, as_owner: Stepping, in_the_name_of: Naming
) -> None:
    approve(city, own, in_the_name_of)
    with as_owner():
        other = PlanLine.objects.exclude(pk=own.pk).get()
    assert accountant.post("/money/new/", typed(line=other.pk)).status_code == 422
    assert not Entry.objects.exists()


def test_a_file_asks_an_institution_for_its_lines_and_books_on_them(
    accountant: Client, city: Place, own: PlanLine, codes: None, in_the_name_of: Naming
) -> None:
    approve(city, own, in_the_name_of)
    page = accountant.post("/money/import/", {"file": SimpleUploadedFile("list.csv", LIST.encode()), "basis": "cash"})
    assert "For which line of the plan" in read(page)
    assert f'<option value="{own.pk}">1.1.1 Keep a foster centre</option>' in page.content.decode()
    answer = accountant.post("/money/import/", {"carried": carried(page.content.decode()), FIRST: own.pk, SECOND: "out", "book": "1"})
    assert (answer.status_code, Entry.objects.filter(line_id=own.pk).count(), LineKey.objects.count()) == (302, 2, 1)
    assert read(accountant.get("/money/?year=2023")).count("1.1.1 Keep a foster centre") == 2
    assert "Not assigned to a measure: EUR 5.00" in read(accountant.get("/money/?year=2023"))


def test_its_words_mean_the_line_also_of_the_next_version(
    here: Place, city: Place, own: PlanLine, codes: None, in_the_name_of: Naming
) -> None:
    approve(city, own, in_the_name_of)
    taken_in(here, answered(here, answers={FIRST: str(own.pk), SECOND: "out"}))
    with in_the_name_of(city):
        later = amending.amend(plan=plans.plan_of(own), by=city.worker)
        newer = PlanLine.objects.get(measure__objective__goal__plan=later, lineage=own.lineage)
        plans.approved(city, newer)
    assert {one.key: one.answer for one in answered(here, LIST.replace("-06-", "-07-")).lines}[FIRST] == str(newer.pk)


def test_it_puts_entries_on_its_line_and_takes_that_back(
    accountant: Client, here: Place, city: Place, own: PlanLine, in_the_name_of: Naming
) -> None:
    approve(city, own, in_the_name_of)
    booked(here, project="Help")
    accountant.post(PAGE, ticked(accountant, own, **{"assign-remember": "on"}))
    assert (Entry.objects.get().line_id, LineKey.objects.get().line_id) == (own.pk, own.pk)
    assert read(accountant.get(PAGE)).count("1.1.1 Keep a foster centre") >= 2
    act, _title = accountant.get(PAGE).context["made"][0]
    accountant.post(PAGE, {"do": "take_back", "take_back-act": act.pk, "take_back-reason": "The wrong line"})
    assert (Entry.objects.get().line_id, LineKey.objects.in_force().count()) == (None, 0)
