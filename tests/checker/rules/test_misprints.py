"""Numbers that are none as they stand."""

from __future__ import annotations

import pytest

from globa.checker.finding import Severity
from globa.checker.rules import misprints
from globa.checker.understanding import understand
from globa.documents.document import Table
from tests.checker.plans import plan
from tests.checker.tables import document, table


def found(*blocks: Table | str) -> list[tuple[Severity, str, str]]:
    return [(one.severity, one.values["printed"], one.values["likely"]) for one in misprints.find(understand(document(*blocks)))]


def test_groups_of_two_are_read_by_what_the_sources_make() -> None:
    said = found(plan("2.3.1. | 123 00,00 (114 800,00 savivaldybės biudžeto lėšos, 8 200,00 ES lėšos) | -"))
    assert said == [(Severity.SUSPICIOUS, "123 00,00", "123\u00a0000")]


@pytest.mark.parametrize(("printed", "likely"), [("1 234,,56", "1\u00a0234,56"), ("1O0,00", "100"), ("1234 567,00", "1\u00a0234\u00a0567")])
def test_a_cell_that_is_nearly_a_number_is_a_misprint(printed: str, likely: str) -> None:
    said = found(table(f"Straipsnis | Suma\nA | 1 000,00\nB | {printed}\nC | 2 000,00\nD | 5,00"))
    assert said == [(Severity.SUSPICIOUS, printed, likely)]


def test_stray_spaces_points_and_cut_digits_are_only_form() -> None:
    budget = "Straipsnis | Suma\nA | 59.100,0\nB | 1.000,00\nC | 2.000,00\nD | 139 569 ,84\nE | 86 916.24"
    assert [(severity, printed) for severity, printed, _likely in found(table(budget))] == [
        (Severity.FORM, "59.100,0"),
        (Severity.FORM, "139 569 ,84"),
        (Severity.FORM, "86 916.24"),
    ]


def test_codes_dates_and_well_written_numbers_are_no_misprints() -> None:
    text = "Priemonei 08.4.1-ESFA-V-416 nuo 2023-06-05 skirta 18 624 926,05 Eur, t. y. 20 990,592 tūkst. Eur mažiau (5,5 proc.)."
    assert (
        found(text, table("Straipsnis | Klasifikacija | Suma\nMityba | 22111.01 | 1,00\nRyšiai | 22111.05 | 2,50\nKita | 22111.30 | 3"))
        == []
    )
