"""A report's sum and what came to its line later: seen, decided on, taken back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from decimal import Decimal

import pytest

from globa.planning.assigning import name_line
from globa.planning.ledger import Basis, EconomicItem, Entry, FundingSource, book
from globa.planning.ledger_imports import LedgerImport
from globa.planning.plans.lines import PlanLine
from globa.planning.reckonings import Counts, NothingBeside, Reckoning, beside_reports, reckon, take_back_reckoning
from globa.registry.files import keep
from globa.vocabulary.sensitivity import Sensitivity
from tests import builders, plans
from tests.builders import Place
from tests.fixtures import Stepping
from tests.refusing import Case, is_refused

pytestmark = pytest.mark.django_db
Naming = Callable[[Place], AbstractContextManager[None]]


def reported(at: Place, on: PlanLine, euros: str = "90.00") -> Entry:
    """As `importers/plans/booking` books what a report says."""
    file = keep(
        organisation=at.organisation, name="report.docx", media_type="text/plain", content=euros.encode(), sensitivity=Sensitivity.S1,
        by=at.worker,
    )  # fmt: skip
    taken = LedgerImport(organisation=at.organisation, name=file.name, fingerprint=file.sha256, file=file)
    taken.save(force_insert=True)
    return plans.used(at, on, euros, document="report.docx", taken_from=taken)


@pytest.fixture
def centre(municipality: Place, as_owner: Stepping) -> Place:
    with as_owner():
        return builders.place("centre", under="visaginas", initials="CE")


@pytest.fixture
def line(municipality: Place) -> PlanLine:
    on = plans.line(municipality)
    plans.amount(municipality, on)
    return plans.approved(municipality, on)


def spent(at: Place, on: PlanLine | None, euros: str = "40.00") -> Entry:
    item = EconomicItem.objects.filter(has_parts=False).first()
    source = FundingSource.objects.get(code="plan-sav")
    entry = Entry(booked_on=date(2023, 5, 2), basis=Basis.CASH, line=on, item=item, source=source, amount=Decimal(euros))
    return book(organisation=at.organisation, entries=[entry], by=at.worker)[0]


def beside(on: PlanLine) -> list[tuple[Decimal, Decimal]]:
    return [(one.reported, one.booked) for one in beside_reports(Entry.objects.all(), [on.lineage])]


def used(on: PlanLine) -> Decimal:
    return sum((one.amount for one in Entry.objects.used().on_lines([on.lineage])), Decimal(0))


def test_what_a_centre_books_after_the_report_stands_beside_it(
    municipality: Place, centre: Place, line: PlanLine, in_the_name_of: Naming
) -> None:
    with in_the_name_of(centre):
        spent(centre, line, "10.00")
    reported(municipality, line)
    assert beside(line) == []
    with in_the_name_of(centre):
        spent(centre, line)
    assert beside(line) == [(Decimal(90), Decimal(40))]


def test_an_entry_that_names_the_line_later_stands_beside_too(
    municipality: Place, centre: Place, line: PlanLine, in_the_name_of: Naming
) -> None:
    with in_the_name_of(centre):
        entry = spent(centre, None)
    reported(municipality, line)
    with in_the_name_of(centre):
        name_line(entry=entry, line=line, by=centre.worker, reason="It is of this line")
    assert beside(line) == [(Decimal(90), Decimal(40))]


@pytest.mark.parametrize(("counts", "total"), [(Counts.REPORT, 90), (Counts.ENTRIES, 40), (Counts.BOTH, 130)])
def test_the_ledger_says_what_was_decided_and_both_sums_stay(
    counts: Counts, total: int, municipality: Place, centre: Place, line: PlanLine, in_the_name_of: Naming
) -> None:
    reported(municipality, line)
    with in_the_name_of(centre):
        spent(centre, line)
    source = plans.PlanSource.objects.get(code="SAV")
    made = reckon(line=line, source=source, counts=counts, by=municipality.worker)
    assert (used(line), beside(line)) == (Decimal(total), [])
    take_back_reckoning(reckoning=made, by=municipality.worker, reason="Looked again")
    assert (used(line), beside(line)) == (Decimal(130), [(Decimal(90), Decimal(40))])


def test_what_comes_after_a_decision_is_asked_about_again(
    municipality: Place, centre: Place, line: PlanLine, in_the_name_of: Naming
) -> None:
    reported(municipality, line)
    source = plans.PlanSource.objects.get(code="SAV")
    with in_the_name_of(centre):
        spent(centre, line)
    reckon(line=line, source=source, counts=Counts.REPORT, by=municipality.worker)
    with in_the_name_of(centre):
        spent(centre, line, "5.00")
    assert beside(line) == [(Decimal(90), Decimal(5))]
    reckon(line=line, source=source, counts=Counts.BOTH, by=municipality.worker)
    assert used(line) == Decimal(95)


def test_nothing_is_decided_where_nothing_stands_beside(municipality: Place, line: PlanLine) -> None:
    reported(municipality, line)
    with pytest.raises(NothingBeside):
        reckon(line=line, source=plans.PlanSource.objects.get(code="SAV"), counts=Counts.BOTH, by=municipality.worker)
    assert not Reckoning.objects.exists()


def both_and_taken_back(at: Place) -> Reckoning:
    on, source = plans.line(at), plans.PlanSource.objects.get(code="SAV")
    sums = {"reported": Decimal(90), "booked": Decimal(40), "entry": plans.used(at, on)}
    return Reckoning.objects.create(organisation=at.organisation, line=on, source=source, counts=Counts.BOTH, **sums)


CASES: dict[str, Case] = {"both_sums_count_as_they_are": both_and_taken_back}


@pytest.mark.parametrize(("name", "case"), CASES.items())
def test_it_is_refused_with_its_sentence(name: str, case: Case, municipality: Place) -> None:
    is_refused(name, case, municipality)
