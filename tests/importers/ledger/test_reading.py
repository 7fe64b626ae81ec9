"""A table of the budget and lists of entries as accounting programs write them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from globa.documents.document import Document
from globa.documents.reading import read
from globa.importers.ledger.known import item_key
from globa.importers.ledger.reading import ledger_in
from globa.importers.ledger.refusals import NoLedgerThere
from globa.importers.ledger.sums import sum_in

SAMPLES = Path(__file__).parents[2] / "documents" / "samples"
LIST = """Data;Dok. Nr.;Ekonominės klasifikacijos kodas;Finansavimo šaltinis;Debetas;Kreditas;Turinys
2023-05-31;SF-1;2.2.1.1.1.06;15101;1 200,50;;Degalai
2023-06-30;SF-2;22111.06;15101;;200,00;Grąžinta
Iš viso;;;;1 200,50;200,00;
"""


def written(text: str) -> Document:
    return read(text.encode(), name="list.csv")


@pytest.mark.parametrize("form", [".txt", ".xlsx"])
def test_the_budget_of_a_centre_is_read_with_what_narrow_cells_cut(form: str) -> None:
    found = ledger_in(read(SAMPLES / f"alytus-budget{form}"))
    assert (found.shape, found.year, found.basis, len(found.amounts)) == ("table", 2023, "cash", 37)
    cut = {one.sum.text: one.sum.slack for one in found.amounts if one.sum.flaw}
    cents, euro = Decimal("0.09"), Decimal("0.99")
    assert cut == {"59.100,0": cents, "25.824,9": cents, "166.100,": euro, "27.471,4": cents, "389,2": cents}


def test_a_column_gives_its_source_and_the_row_of_projects_its_programme() -> None:
    found = ledger_in(read(SAMPLES / "alytus-budget.xlsx"))
    wages = next(one for one in found.amounts if one.item == "211111" and one.source == "15101")
    assert (wages.cell, wages.programme, wages.sum.value) == ("Sąmata 2023!D5", "30", Decimal("695046.41"))
    assert {one.source_name for one in found.amounts if not one.source} == {"ES Projekto lėšos (finansuomos)"}


def test_credit_is_money_that_came_back() -> None:
    found = ledger_in(written(LIST))
    assert [(one.day, one.document, one.sum.value) for one in found.amounts] == [
        ("2023-05-31", "SF-1", Decimal("1200.50")), ("2023-06-30", "SF-2", Decimal("-200.00")),
    ]  # fmt: skip
    assert found.totals[0].sum.value == Decimal("1000.50")


def test_columns_are_known_in_any_order_and_thousands_by_the_head() -> None:
    text = "Suma, tūkst. Eur;Šaltinis;Straipsnis\n1,5;15101;211111\n2;163;212111\n"
    assert [one.sum.value for one in ledger_in(written(text)).amounts] == [Decimal(1500), Decimal(2000)]


@pytest.mark.parametrize(
    ("text", "value", "slack", "flaw"),
    [
        ("1 234,56", "1234.56", "0", ""), ("1.234,56", "1234.56", "0", ""), ("12,00-", "-12.00", "0", ""), ("-12,00", "-12.00", "0", ""),
        ("389,2", "389.20", "0.09", "cut"), ("168.600.", "168600.00", "0.99", "cut"), ("(12,00)", "12.00", "0", "doubtful"),
        ("1.234", "1234.00", "0", "doubtful"), ("nežinoma", "0", "0", "unreadable"),
    ],
)  # fmt: skip
def test_a_sum_is_known_cut_doubtful_or_unreadable(text: str, value: str, slack: str, flaw: str) -> None:
    found = sum_in(text)
    assert found is not None
    assert (found.value, found.slack, found.flaw) == (Decimal(value), Decimal(slack), flaw)


@pytest.mark.parametrize("text", ["", " ", "-", "–"])
def test_a_dash_is_no_amount(text: str) -> None:
    assert sum_in(text) is None


def test_an_item_is_one_however_its_code_is_printed() -> None:
    assert item_key("211111") == item_key("2.1.1.1.1.01") == item_key("2.1.1.1.1.1")
    assert item_key("22111.20 A") == item_key("2.2.1.1.1.20a") == ("22111", 20, "A")
    assert item_key("2023") is item_key("Viso") is None


def test_a_file_without_amounts_by_item_and_source_is_refused() -> None:
    with pytest.raises(NoLedgerThere):
        ledger_in(written("Vardas;Pavardė\nOna;Onaitė\nJonas;Jonaitis\n"))
