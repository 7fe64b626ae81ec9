"""The ledger's pages: what an accountant writes, what a head reads, and what nobody else finds."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from python_calamine import load_workbook

from globa.planning.closed_periods import ClosedPeriod, close
from globa.planning.ledger import EconomicItem, Entry, FundingSource, book
from globa.planning.ledger_imports import LedgerImport
from globa.registry.accounts.appointments import Role
from globa.vocabulary.period import Period
from tests import builders
from tests.builders import Place
from tests.importers.ledger.test_proposing import BUDGET
from tests.web.administration.signing_in import day

PLAIN = str.maketrans("\xa0\u202f\u2212", "  -")


def booked(at: Place, amount: str = "100.00", **details: Any) -> Entry:
    return book(organisation=at.organisation, entries=[builders.entry(at, amount, **details)], by=at.worker)[0]


def read(answer) -> str:  # type: ignore[no-untyped-def]
    """The words of a page, with plain spaces."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())).translate(PLAIN)


def typed(**fields: object) -> dict[str, object]:
    pointed = {"item": EconomicItem.objects.get(code="211111").pk, "source": FundingSource.objects.get(code="15101").pk}
    given = {"basis": "cash", "amount": "1.234,56", "document": "SF-1", **pointed, **fields}
    return {"do": "book"} | day("book-booked_on", 2023, 5, 31) | {f"book-{name}": value for name, value in given.items()}


def test_an_entry_is_booked_by_hand_and_found(accountant: Client) -> None:
    answer = accountant.post("/money/new/", typed())
    entry = Entry.objects.get()
    assert (answer.status_code, answer.headers["Location"], entry.amount) == (302, f"/money/{entry.pk}/", Decimal("1234.56"))
    page = read(accountant.get("/money/"))
    assert "EUR 1 234.56 in 2023" in page.replace(",", " ")


@pytest.mark.parametrize(
    ("field", "value", "said"), [("amount", "1.234", "Write euros and cents"), ("item", "", "Say on which economic item")]
)
def test_what_is_refused_stays_typed(field: str, value: str, said: str, accountant: Client) -> None:
    answer = accountant.post("/money/new/", typed(**{field: value}))
    assert (answer.status_code, said in answer.content.decode(), "SF-1" in answer.content.decode()) == (422, True, True)


def test_cash_and_accrual_are_never_one_sum(accountant: Client, here: Place) -> None:
    booked(here, "100.00")
    booked(here, "40.00", basis="accrual")
    assert "EUR 100.00 in 2023" in read(accountant.get("/money/"))
    assert "EUR 40.00 in 2023" in read(accountant.get("/money/?basis=accrual"))


def test_an_entry_is_corrected_and_withdrawn_with_a_reason(accountant: Client, here: Place) -> None:
    entry = booked(here)
    fields = {name.replace("book-", "correct-"): value for name, value in typed(amount="7,00", reason="Typed wrong").items()}
    assert accountant.post(f"/money/{entry.pk}/", fields | {"do": "correct"}).status_code == 302
    assert "Typed wrong" in read(accountant.get(f"/money/{entry.pk}/"))
    assert accountant.post(f"/money/{entry.pk}/", {"do": "withdraw", "withdraw-reason": "Twice"}).status_code == 302
    entry.refresh_from_db()
    assert (entry.amount, entry.withdrawn_on is None) == (Decimal("7.00"), False)
    assert "Nothing is booked in this year" in read(accountant.get("/money/?year=2023"))


def test_a_year_is_closed_refuses_and_is_opened_again_with_a_reason(accountant: Client, here: Place) -> None:
    booked(here)
    assert accountant.post("/money/periods/", {"do": "close", "close-period": "2023"}).status_code == 302
    assert "The books of this time are closed" in read(accountant.post("/money/new/", typed()))
    closed = ClosedPeriod.objects.get()
    accountant.post("/money/periods/", {"do": "reopen", "reopen-which": closed.pk, "reopen-reason": "A late invoice"})
    assert "Was opened again: A late invoice" in read(accountant.get("/money/periods/"))
    assert accountant.post("/money/new/", typed()).status_code == 302


def test_the_budget_table_opens_its_entries_and_is_a_workbook(accountant: Client, here: Place) -> None:
    booked(here, "11858.00", item="22111.20 A")
    booked(here, "3632.91", item="22111.20 B")
    page = accountant.get("/money/execution/").content.decode()
    assert "?year=2023&amp;basis=cash&amp;source=15101&amp;item=22111.20&quot;" in page or "item=22111.20" in page
    assert "EUR 15,490.91 in 2023" in read(accountant.get("/money/?year=2023&basis=cash&item=22111.20"))
    sheet = load_workbook(io.BytesIO(accountant.get("/money/execution/table.xlsx").content)).get_sheet_by_index(0)
    assert [row[-1] for row in sheet.to_python()[3:]] == [15490.91, 11858, 3632.91, 15490.91]


def test_the_same_payment_of_two_funders_is_told(accountant: Client, here: Place) -> None:
    booked(here, document="SF-9")
    booked(here, document="SF-9", source="eu-project")
    assert "One payment, two funders?" in read(accountant.get("/money/"))


def dropped(content: bytes = BUDGET, **fields: str) -> dict[str, object]:
    return {"file": SimpleUploadedFile("budget.xlsx", content), **fields}


def carried(page: str) -> str:
    found = re.search(r'name="carried" value="([^"]+)"', page)
    assert found
    return found[1]


@pytest.mark.usefixtures("codes")
def test_a_file_is_read_decided_booked_known_again_and_taken_back(accountant: Client) -> None:
    page = accountant.post("/money/import/", dropped()).content.decode()
    assert "1 question waits for your answer" in page
    assert accountant.post("/money/import/", {"carried": carried(page), "book": "1"}).status_code == 422
    assert not Entry.objects.exists()
    source = str(FundingSource.objects.get(code="eu-project").pk)
    answer = accountant.post("/money/import/", {"carried": carried(page), "source-1": source, "book": "1"})
    taken = LedgerImport.objects.get()
    assert (answer.headers["Location"], taken.entries.count()) == (f"/money/files/{taken.pk}/", 36)
    assert "This file was taken in on" in accountant.post("/money/import/", dropped()).content.decode()
    assert accountant.get(f"/money/files/{taken.pk}/original").getvalue() == BUDGET
    assert "Cells whose precision was lost" in accountant.get("/money/execution/").content.decode()
    accountant.post(f"/money/files/{taken.pk}/", {"do": "take_back", "take_back-reason": "Another year"})
    assert not Entry.objects.standing().exists()


def test_a_file_that_names_no_year_asks_for_the_day(accountant: Client) -> None:
    text = "Straipsnis;Šaltinis;Suma\n211111;15101;1,00\n".encode()
    answer = accountant.post("/money/import/", dropped(text))
    assert answer.status_code == 422
    assert "Say on which day its amounts are booked" in answer.content.decode()


def test_a_head_reads_and_books_nothing(client: Client, here: Place, as_role: Callable[[Role], None]) -> None:
    as_role(Role.HEAD)
    entry = booked(here)
    assert [client.get(f"/money/{page}").status_code for page in ("", f"{entry.pk}/", "execution/", "periods/", "files/")] == [200] * 5
    assert [client.get(f"/money/{page}").status_code for page in ("new/", "import/")] == [404, 404]
    assert client.post(f"/money/{entry.pk}/", {"do": "withdraw", "withdraw-reason": "x"}).status_code == 404
    assert client.post("/money/periods/", {"do": "close", "close-period": "2023"}).status_code == 404


def test_another_institutions_entry_is_not_there(accountant: Client, elsewhere: Place, in_the_name_of) -> None:  # type: ignore[no-untyped-def]
    with in_the_name_of(elsewhere):
        entry = booked(elsewhere)
        close(organisation=elsewhere.organisation, period=Period.year(2023), by=elsewhere.worker)
    assert accountant.get(f"/money/{entry.pk}/").status_code == 404
    assert "2023" not in read(accountant.get("/money/periods/")).partition("What was done")[0].partition("Month or year")[0]


def test_however_long_the_list_the_same_questions_are_asked(accountant: Client, here: Place, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    for number in range(12):
        booked(here, f"{number + 1}.00", document=f"SF-{number}")
    with django_assert_max_num_queries(40) as few:
        accountant.get("/money/")
    for number in range(12):
        booked(here, f"{number + 1}.00", document=f"SG-{number}")
    with django_assert_max_num_queries(len(few)):
        accountant.get("/money/")
