"""The page of money that counts for no line yet, and the questions that a file is asked about lines."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from globa.planning.ledger import Entry, FundingSource, book
from globa.planning.line_keys import LineKey
from globa.planning.plans.lines import PlanLine
from globa.planning.treasury_codes import add_code
from tests import builders, plans
from tests.builders import Place
from tests.fixtures import Stepping
from tests.importers.ledger.test_lines import FIRST, LIST, SECOND
from tests.web.at_work import signed_in
from tests.web.money.test_money import carried, read

PAGE = "/money/lines/?year=2023"


@pytest.fixture
def clerk(municipality: Place) -> Client:
    return signed_in(municipality)


@pytest.fixture
def line(municipality: Place, as_owner: Stepping) -> PlanLine:
    with as_owner():
        source = FundingSource.objects.get(code="15101")
        add_code(municipality=municipality.organisation, year=2023, code="15101", name="Own", source=source, by=None)
    return plans.approved(municipality, plans.line(municipality))


def booked(at: Place, *amounts: str, **details: Any) -> list[Entry]:
    entries = [builders.entry(at, amount, **details) for amount in amounts]
    return book(organisation=at.organisation, entries=entries, by=at.worker)


def ticked(page: Client, on: PlanLine, **more: str) -> dict[str, object]:
    groups = [one.key for one in page.get(PAGE).context["groups"]]
    return {"do": "assign", "assign-groups": groups, "assign-line": on.pk, **more}


def test_what_has_no_line_is_listed_put_on_one_and_taken_back(clerk: Client, line: PlanLine, municipality: Place) -> None:
    booked(municipality, "100.00", "20.00", project="Help")
    assert "EUR 120.00 counts for no line of the plan" in read(clerk.get(PAGE))
    assert "Not assigned to a measure: EUR 120.00" in read(clerk.get("/money/?year=2023"))
    answer = clerk.post(PAGE, ticked(clerk, line, **{"assign-remember": "on"}))
    assert (answer.headers["Location"], line.entries.count()) == (PAGE, 2)
    page = read(clerk.get(PAGE))
    assert "Nothing of 2023 waits" in page
    assert "15101, Help" in page
    act, _title = clerk.get(PAGE).context["made"][0]
    clerk.post(PAGE, {"do": "take_back", "take_back-act": act.pk, "take_back-reason": "The wrong line"})
    assert (line.entries.count(), LineKey.objects.in_force().count()) == (0, 0)


def test_nothing_ticked_is_said_and_nothing_is_put(clerk: Client, line: PlanLine, municipality: Place) -> None:
    booked(municipality, "100.00")
    answer = clerk.post(PAGE, {"do": "assign", "assign-line": line.pk})
    assert (answer.status_code, "Tick the entries" in read(answer), line.entries.count()) == (422, True, 0)


def test_by_item_only_the_ticked_item_is_put(clerk: Client, line: PlanLine, municipality: Place) -> None:
    booked(municipality, "100.00", item="211111")
    booked(municipality, "20.00", item="22111.06")
    address = f"{PAGE}&by=item"
    group = next(one for one in clerk.get(address).context["groups"] if one.said.item == "22111.06")
    clerk.post(address, {"do": "assign", "assign-groups": [group.key], "assign-line": line.pk})
    assert [entry.amount for entry in line.entries.all()] == [Decimal("20.00")]
    assert not LineKey.objects.exists()


def test_words_are_forgotten_with_a_reason(clerk: Client, line: PlanLine, municipality: Place) -> None:
    booked(municipality, "100.00")
    clerk.post(PAGE, ticked(clerk, line, **{"assign-remember": "on"}))
    key = LineKey.objects.get()
    clerk.post(PAGE, {"do": "forget", "forget-key": key.pk, "forget-reason": "Another code"})
    assert (LineKey.objects.in_force().count(), line.entries.count()) == (0, 1)


def test_a_file_asks_for_lines_and_books_on_them(clerk: Client, line: PlanLine) -> None:
    page = clerk.post("/money/import/", {"file": SimpleUploadedFile("list.csv", LIST.encode()), "basis": "cash"}).content.decode()
    sealed = carried(page)
    assert "For which line of the plan" in page
    left = clerk.post("/money/import/", {"carried": sealed, "lines": "out"}).content.decode()
    assert "EUR 1,405.50 counts for no line" in left.replace("\xa0", " ")
    answer = clerk.post("/money/import/", {"carried": sealed, FIRST: line.pk, SECOND: "out", "book": "1"})
    assert (answer.status_code, line.entries.count(), LineKey.objects.count()) == (302, 2, 1)
    entry = line.entries.first()
    assert entry
    assert "1.1.1 Keep a foster centre" in read(clerk.get(f"/money/{entry.pk}/"))


def test_an_institution_without_a_plan_chooses_no_lines(accountant: Client, here: Place) -> None:
    booked(here, "100.00")
    page = accountant.get(PAGE)
    assert "No plan of 2023 is in force that is seen from here" in read(page)
    assert "Not assigned" not in read(accountant.get("/money/?year=2023"))
    assert accountant.post(PAGE, {"do": "assign"}).status_code == 404
