"""For which line of the plan the amounts of a file count: asked once for the same words, kept, and never taken unasked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from globa.documents.reading import read
from globa.importers.ledger.accepting import accept
from globa.importers.ledger.doubts import OUT
from globa.importers.ledger.lines import name_of
from globa.importers.ledger.proposing import Asked, Proposed, propose
from globa.importers.ledger.reading import ledger_in
from globa.importers.ledger.refusals import Undecided
from globa.planning.ledger import Entry, FundingSource
from globa.planning.line_keys import LineKey, keep_key
from globa.planning.line_names import Said
from globa.planning.plans import amending
from globa.planning.plans.lines import PlanLine
from globa.planning.treasury_codes import add_code
from tests import builders, plans
from tests.builders import Place
from tests.fixtures import Stepping

LIST = """Data;Ekonominė klasifikacija;Finansavimo šaltinis;Programa;Projektas;Kaštų centras;Suma
2023-05-31;211111;15101;40;Globos centras;Šeimos centras;1 200,50
2023-06-30;22111.06;15101;40;Globos centras;Šeimos centras;200,00
2023-06-30;22111.06;15101;07;;;5,00
"""
GROUP, OTHER = Said("15101", "40", "", "Globos centras", "Šeimos centras"), Said("15101", "07")
FIRST, SECOND = name_of(GROUP, 2023), name_of(OTHER, 2023)


@pytest.fixture
def line(municipality: Place, as_owner: Stepping) -> PlanLine:
    """Of the plan in force; the treasury's code is listed."""
    with as_owner():
        source = FundingSource.objects.get(code="15101")
        add_code(municipality=municipality.organisation, year=2023, code="15101", name="Own", source=source, by=None)
    return plans.approved(municipality, plans.line(municipality))


def answered(at: Place, text: str = LIST, answers: dict[str, str] | None = None) -> Proposed:
    asked = Asked(date(2023, 12, 31), "cash")
    return propose(ledger_in(read(text.encode(), name="list.csv")), organisation=at.organisation, asked=asked, answers=answers or {})


def booked(at: Place, made: Proposed, text: str = LIST) -> None:
    accept(made, organisation=at.organisation, name="list.csv", content=text.encode(), by=at.worker)


def test_each_words_are_asked_once_with_their_sum_and_nothing_is_booked_before(line: PlanLine, municipality: Place) -> None:
    made = answered(municipality)
    told = [(one.key, one.text, one.total, one.is_open) for one in made.lines]
    words = "15101, programme 40, project Globos centras, Šeimos centras"
    assert told == [(FIRST, words, Decimal("1400.50"), True), (SECOND, "15101, programme 07", Decimal("5.00"), True)]
    with pytest.raises(Undecided):
        booked(municipality, made)


def test_what_was_answered_is_booked_on_the_line_and_kept_for_the_next_file(line: PlanLine, municipality: Place) -> None:
    booked(municipality, answered(municipality, answers={FIRST: str(line.pk), SECOND: OUT}))
    assert {(entry.amount, entry.line) for entry in Entry.objects.all()} == {
        (Decimal("1200.50"), line), (Decimal("200.00"), line), (Decimal("5.00"), None),
    }  # fmt: skip
    june = LIST.replace("2023-06-30", "2023-07-31").replace("2023-05-31", "2023-07-31")
    again = answered(municipality, june)
    assert [(one.key, one.answer, one.is_open) for one in again.lines] == [(SECOND, "", True), (FIRST, str(line.pk), False)]
    assert answered(municipality, june, {FIRST: OUT, SECOND: OUT}).without_line == Decimal("1405.50")


def test_words_that_are_the_measures_own_are_likely_and_not_taken(line: PlanLine, municipality: Place) -> None:
    text = LIST.replace("Globos centras", "1.1.1")
    made = answered(municipality, text)
    assert [(one.likely, one.is_open) for one in made.lines] == [("1.1.1 Keep a foster centre", True), ("", True)]
    taken = answered(municipality, text, {"lines": "likely"})
    assert [(one.answer, one.is_open) for one in taken.lines] == [("", True), (str(line.pk), False)]
    assert answered(municipality, text, {"lines": OUT}).open == 0


def test_what_an_item_means_by_itself_is_not_asked(line: PlanLine, municipality: Place) -> None:
    said = Said(item="22111.06")
    keep_key(organisation=municipality.organisation, year=2023, said=said, line=line, by=municipality.worker)
    made = answered(municipality)
    assert [one.key for one in made.lines] == [FIRST]
    assert [entry.line for entry in made.entries] == [None, line, line]


def test_a_key_follows_its_line_into_the_next_version_of_the_plan(line: PlanLine, municipality: Place) -> None:
    booked(municipality, answered(municipality, answers={FIRST: str(line.pk), SECOND: OUT}))
    later = amending.amend(plan=plans.plan_of(line), by=municipality.worker)
    newer = PlanLine.objects.get(measure__objective__goal__plan=later)
    plans.approved(municipality, newer)
    assert {one.key: one.answer for one in answered(municipality, LIST.replace("-06-", "-07-")).lines}[FIRST] == str(newer.pk)


def test_what_the_words_meant_last_year_is_likely_this_year(line: PlanLine, municipality: Place) -> None:
    booked(municipality, answered(municipality, answers={FIRST: str(line.pk), SECOND: OUT}))
    plans.approved(municipality, plans.line(municipality, plans.measure(municipality, plans.plan(municipality, 2024), no="1.1.4")))
    made = answered(municipality, LIST.replace("2023-", "2024-"), {"source-1": str(FundingSource.objects.get(code="15101").pk)})
    assert [one.likely for one in made.lines] == ["1.1.4 Keep a foster centre", ""]
    assert (made.open, LineKey.objects.filter(year=2024).exists()) == (2, False)


def test_accrued_money_names_no_line(line: PlanLine, municipality: Place) -> None:
    made = answered(municipality, LIST.replace(";Suma", ";Suma (faktinės išlaidos)"))
    assert made.lines == []


def test_a_cost_centre_called_as_an_institution_says_who_spent_it(line: PlanLine, municipality: Place, as_owner: Stepping) -> None:
    with as_owner():
        centre = builders.place("centre", under="visaginas").organisation
    made = answered(municipality, LIST.replace("Šeimos centras", "Centre"), {"lines": OUT})
    assert [entry.body for entry in made.entries] == [centre, centre, None]
    assert [entry.cost_centre for entry in made.entries] == ["Centre", "Centre", ""]


def test_an_institution_that_sees_no_plan_is_not_asked(here: Place, codes: None) -> None:
    assert answered(here).lines == []
