"""The occupancy table on any day, beside the same day a year earlier."""

from __future__ import annotations

from decimal import Decimal

import pytest

from globa.registry.organisations import Organisation
from globa.reports.assembling import live
from globa.reports.checks import check
from globa.reports.document import Document, FigureKey
from globa.vocabulary.period import Period
from tests.reports.assembling.test_documents import made, shown, table

pytestmark = [pytest.mark.django_db, pytest.mark.owner]


def on(centre: Organisation, day: str, passages: dict[str, str] | None = None) -> Document:
    return live("occupancy", centre, Period.parse(day), passages=passages or {})


def test_the_first_of_january_is_as_the_report_of_the_year_before_has_it(centre: Organisation) -> None:
    by_year, by_day = made(centre, "occupancy"), on(centre, "2024-01-01")
    assert (by_year.form_version, by_day.form_version, by_day.period) == (1, 2, "2024-01-01")
    before, now = table(by_year, "occupancy.homes"), table(by_day, "occupancy.homes")
    assert shown(by_day, now.rows[-1]) == shown(by_year, before.rows[-1]) == [41, 35, 14, 21]
    assert shown(by_day, now.rows[-2]) == shown(by_year, before.rows[-2])


def test_every_heading_carries_the_day(centre: Organisation) -> None:
    document = on(centre, "2024-03-15")
    assert document.title == table(document, "occupancy.homes").caption == "Vaikai ir vietos 2024\xa0m. kovo 15\xa0d."
    assert table(document, "earlier.figures").columns[:2] == ("2024-03-15", "2023-03-15")


def test_a_year_earlier_is_the_same_day(centre: Organisation) -> None:
    document, earlier = on(centre, "2024-02-28"), on(centre, "2023-02-28")
    code = "occupancy.children-at-closing"
    before, then = document.value(FigureKey(code, years_back=1)), earlier.value(FigureKey(code))
    assert before is not None
    assert then is not None
    assert (before.when, before.value) == ("2023-02-28", then.value)


@pytest.mark.parametrize("day", ["2023-01-01", "2023-07-15", "2024-02-29", "2024-03-15", "2025-01-01"])
def test_no_computed_table_contradicts_itself(centre: Organisation, day: str) -> None:
    assert [one.message for one in check(on(centre, day)) if one.rule != "missing"] == []


def test_a_number_typed_into_its_text_is_compared_with_that_day(centre: Organisation) -> None:
    text = "{last-day} įstaigoje iš viso gyveno 43 vaikai, galimas didžiausias vaikų skaičius – 46."
    found = check(on(centre, "2024-01-01", passages={"occupancy.text": text}))
    assert [(one.stated, one.true) for one in found if one.severity == "contradiction"] == [("43", "35"), ("46", "41")]


def test_the_children_of_a_day_are_the_sum_of_its_homes(centre: Organisation) -> None:
    document = on(centre, "2023-07-15")
    *homes, total = [shown(document, row) for row in table(document, "occupancy.homes").rows]
    assert [sum(Decimal(row[column]) for row in homes if row[column] != "–") for column in range(4)] == total  # type: ignore[arg-type, misc]
