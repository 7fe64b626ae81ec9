"""A table is understood by its heads, whatever their order and language; what is not such a table is refused in words."""

from __future__ import annotations

import io

import pytest
from django.conf import settings
from django.utils import translation

from globa.documents.reading import read as read_document
from globa.importers.opening.columns import role_of
from globa.importers.opening.headings import HEADINGS, heading
from globa.importers.opening.reading import MOST_ROWS, ReadTable, table_in
from globa.importers.opening.refusals import ColumnsMissing, NoTableThere, TooManyRows
from globa.importers.opening.template import ROLES, workbook


def table(text: str) -> ReadTable:
    return table_in(read_document(text.encode(), name="table.csv"))


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Vaiko vardas, pavardė", "name"), ("Pavardė", "family_name"), ("A. k.", "personal_code"), ("Atvykimo data", "since"),
        ("Iš kur atvyko", "origin"), ("Apgyvendinimo data", "since"), ("Date of birth", "birth_date"), ("Telefonas", None),
        ("Gimimo vieta", None), ("Šeimynos namai", "home"), ("Kilmės savivaldybė", "municipality"),
    ],
)  # fmt: skip
def test_a_column_is_known_by_the_stem_of_its_head(head: str, role: str | None) -> None:
    assert role_of(head) == role


@pytest.mark.parametrize("language", ["en", "lt"])
def test_the_heads_of_the_empty_table_are_those_that_are_understood(language: str) -> None:
    with translation.override(language):
        assert [role_of(heading(role)) for role in HEADINGS] == list(HEADINGS)


def test_columns_stand_in_any_order_and_unknown_ones_are_told() -> None:
    read = table("Namai;Telefonas;Gyvena nuo;Pavardė;Vardas\nAušra;860000000;2023-05-10;Vaišnora;Kajus\n")
    assert read.rows[0].line == 2
    assert read.rows[0].cells == {"home": "Aušra", "since": "2023-05-10", "family_name": "Vaišnora", "given_name": "Kajus"}
    assert read.unread == ("Telefonas",)


def test_a_title_above_the_table_is_passed_over() -> None:
    assert table("Vaikai 2026 m.;;\nVardas, pavardė;Namai;Gyvena nuo\nKajus Vaišnora;Aušra;2023-05-10\n").rows[0]["home"] == "Aušra"


def test_a_table_without_a_needed_column_names_it() -> None:
    with pytest.raises(ColumnsMissing) as refused:
        table("Vardas;Pavardė;Gimimo data;Namai\nKajus;Vaišnora;2012-03-04;Aušra\n")
    assert refused.value.values["columns"] == "Lives there since"


def test_what_holds_no_such_table_is_refused() -> None:
    with pytest.raises(NoTableThere):
        table("Priemonė;Lėšos\nStovykla;100\n")


def test_more_rows_than_anybody_looks_through_are_refused() -> None:
    with pytest.raises(TooManyRows):
        table("Vardas, pavardė;Namai;Gyvena nuo\n" + "Kajus Vaišnora;Aušra;2023-05-10\n" * (MOST_ROWS + 1))


def test_every_row_of_the_longest_table_can_be_ticked() -> None:
    fields = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    assert fields is not None
    assert fields > MOST_ROWS + 20


def test_the_empty_table_is_read_back_with_its_example() -> None:
    read = table_in(read_document(io.BytesIO(workbook("Aušra")).getvalue(), name="globa-opening.xlsx"))
    assert set(read.rows[0].cells) == set(ROLES)
    assert (read.rows[0]["home"], read.rows[0]["since"], read.rows[0]["origin"]) == ("Aušra", "2023-09-01", "from parents")
