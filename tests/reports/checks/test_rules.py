"""The rules, each on the smallest document that breaks it and on one that does not."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.utils import translation

from globa.planning.directions import Direction
from globa.reports.checks import Late, check
from globa.reports.document import Balance, Cell, Document, FigureKey, Picture, PictureKind, Point, Words
from tests.reports.checks.documents import document, row, table, text, value


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def said(of: Document, rule: str, *directions: Direction) -> list[tuple[str, str, str]]:
    return [(one.severity, one.stated, one.true) for one in check(of, directions) if one.rule == rule]


BALANCE = ("homes.children-at-opening", "homes.arrivals", "homes.departures", "homes.children-at-closing")


def balance(closing: int) -> Document:
    keys = [FigureKey(code) for code in BALANCE]
    block = Balance("balance", keys[0], (keys[1],), (keys[2],), keys[3])
    return document(block, values=[value(code, number) for code, number in zip(BALANCE, (33, 6, 14, closing), strict=True)])


def test_an_equation_that_does_not_hold_is_said_with_its_arithmetic() -> None:
    (found,) = check(balance(24))
    assert (found.rule, found.stated, found.true, found.places[0].block) == ("identity", "25", "24", "balance")
    assert "33 + 6 - 14 = 25 ≠ 24" in found.message


def test_an_equation_that_holds_is_passed_over() -> None:
    assert check(balance(25)) == []


def test_parts_that_do_not_make_the_whole_break_an_equation() -> None:
    parts = [value("homes.children-at-closing[sex=female]", 7), value("homes.children-at-closing[sex=male]", 17)]
    assert said(document(values=[value("homes.children-at-closing", 25), *parts]), "identity") == [("contradiction", "24", "25")]


def test_the_same_figure_typed_twice_without_a_record_is_a_contradiction_too() -> None:
    of = document(text("Dirbo 5 budintys globotojai."), text("Dirbo 6 budintys globotojai.", "other"))
    assert said(of, "two-values") == [("contradiction", "5 / 6", "")]


def test_a_share_may_be_rounded() -> None:
    of = document(text("Užimta 85,4 proc. vietų 2024 m. sausio 1 d."), values=[value("occupancy.occupied-share", Decimal("85.37"))])
    assert said(of, "two-values") == []


def homes(*numbers: int, total: int) -> Document:
    keys = [f"occupancy.children[dwelling=home-{place}]" for place in range(len(numbers))]
    rows = [row(f"Home {place}", key) for place, key in enumerate(keys)]
    values = [value(key, number) for key, number in zip(keys, numbers, strict=True)]
    whole = row("In all", "occupancy.children", is_total=True)
    return document(table(*rows, whole, caption="1 January 2024"), values=[*values, value("occupancy.children", total)])


def test_a_total_that_is_not_the_sum_of_its_rows_is_a_contradiction() -> None:
    assert said(homes(6, 7, total=43), "total") == [("contradiction", "43", "13")]
    assert said(homes(6, 7, total=13), "total") == []


def test_people_who_may_stand_in_two_rows_are_not_added() -> None:
    keys = [f"foster-centre.people-helped[kind=k{place}]" for place in (1, 2)]
    of = document(
        table(row("One", keys[0]), row("Two", keys[1]), row("In all", "foster-centre.people-helped", is_total=True)),
        values=[value(keys[0], 5), value(keys[1], 6), value("foster-centre.people-helped", 8)],
    )
    assert said(of, "total") == []


def test_rows_of_which_are_not_added_and_not_larger_than_their_row() -> None:
    keys = [f"budget.spending[{part}]" for part in ("main_item=22111.20", "item=22111.20 A")]
    of = document(
        table(row("Utilities", keys[0]), row("Heating", keys[1], is_part=True), row("In all", "budget.spending", is_total=True)),
        values=[value(keys[0], 100), value(keys[1], 120), value("budget.spending", 100)],
    )
    assert said(of, "total") == []
    assert ("contradiction", "120", "100") in said(of, "larger-part")


def test_girls_and_boys_of_a_row_make_its_children() -> None:
    keys = [f"occupancy.{who}[dwelling=home-1]" for who in ("children", "girls", "boys")]
    values = [value(key, number) for key, number in zip(keys, (7, 2, 4), strict=True)] + [value("occupancy.sex-not-known", 0)]
    of = document(table(row("Home", *keys), columns=("Children", "Girls", "Boys"), caption="1 January 2024"), values=values)
    assert said(of, "girls-and-boys") == [("contradiction", "6", "7")]


def test_girls_and_boys_typed_beside_all_children_make_them() -> None:
    of = document(text("2023-12-31 bendruomeniniuose namuose gyveno 25 vaikai: 9 mergaitės ir 17 berniukų."))
    assert said(of, "girls-and-boys") == [("contradiction", "26", "25")]


def test_a_part_is_not_larger_than_its_whole() -> None:
    of = document(values=[value("homes.girls", 26), value("homes.children-at-closing", 25)])
    assert said(of, "larger-part") == [("contradiction", "26", "25")]


def test_of_which_is_not_more_than_what_it_is_of() -> None:
    assert said(document(text("Gauta 15 skundų, iš jų 20 raštu.")), "larger-part") == [("contradiction", "20", "15")]
    assert said(document(text("Gauta 15 skundų, iš jų 3 raštu.")), "larger-part") == []


def test_more_children_than_places_is_said_and_not_forbidden() -> None:
    of = document(values=[value("occupancy.children", 43), value("occupancy.places", 41)])
    assert said(of, "licensed-places") == [("suspicious", "43", "41")]


def test_a_home_with_more_children_than_places_is_named() -> None:
    of = document(values=[value("occupancy.children[dwelling=h]", 9), value("occupancy.places[dwelling=h]", 8)])
    assert said(of, "licensed-places") == [("suspicious", "9", "8")]


STOCKS = (row("Start", "homes.children-at-opening"), row("End", "homes.children-at-closing"))
NUMBERS = [value("homes.children-at-opening", 33), value("homes.children-at-closing", 25)]


def test_stocks_of_different_days_need_their_days_in_the_headings() -> None:
    assert said(document(table(*STOCKS), values=NUMBERS), "different-days") == [("form", "2023-01-01, 2023-12-31", "")]


def test_a_day_may_stand_in_the_row_or_the_caption() -> None:
    rows = (row("1 January 2023", "homes.children-at-opening"), row("2023 m. gruodžio 31 d.", "homes.children-at-closing"))
    assert said(document(table(*rows), values=NUMBERS), "different-days") == []
    of = document(table(STOCKS[1], caption="On 31 December 2023"), values=NUMBERS)
    assert said(of, "different-days") == []


def test_what_nobody_records_is_named_once_for_its_chapter() -> None:
    of = document(text("{homes.arrivals} ir {homes.departures}"), values=[value("homes.arrivals", None), value("homes.departures", None)])
    (found,) = [one for one in check(of) if one.rule == "missing"]
    assert found.severity == "suspicious"
    assert "2 figures are not recorded" in found.message


def test_records_that_do_not_say_the_school_are_counted() -> None:
    key = "homes.at-school[school=unknown]"
    of = document(table(row("not known", key), caption="2023-12-31"), values=[value(key, 3), value("homes.at-school", 25)])
    (found,) = [one for one in check(of) if one.rule == "missing"]
    assert found.message == "“Residents at school”: for 3 of 25 the records do not say “school”."


def test_a_month_without_a_single_record_is_suspicious() -> None:
    months = {f"2023-{month:02}": 0 if month == 7 else 100 for month in range(1, 13)}
    keys = {month: FigureKey("foster-centre.services", "month", month) for month in months}
    picture = Picture("months", PictureKind.BARS, "By month", tuple(Point(month, key) for month, key in keys.items()))
    of = document(picture, values=[value(str(keys[month]), number) for month, number in months.items()])
    assert said(of, "missing") == [("suspicious", "July", "")]


def test_records_that_came_late_are_said() -> None:
    (found,) = check(document(), late=[Late("services", 12, 100)])
    assert (found.severity, found.stated, found.true) == ("suspicious", "12", "100")
    assert "more than 31 days after" in str(found.message)


def direction(target: int | None, code: str = "2") -> Direction:
    named = {"indicator": "foster-centre.prepared-guardian-families", "comparator": "at_least"} if target is not None else {}
    return Direction(year=2023, code=code, text="Prepare families", target=target, **named)


def test_a_target_that_is_missed_is_suspicious_and_one_that_is_met_is_not() -> None:
    of = document(values=[value("foster-centre.prepared-guardian-families", 3)])
    assert said(of, "target", direction(4)) == [("suspicious", "at least 4", "3")]
    assert said(of, "target", direction(3)) == []


def test_a_direction_without_a_figure_needs_its_result_in_words() -> None:
    def of(result: str) -> Document:
        return document(table(row("Install it", Cell(Words(result), key="directions/7"))))

    assert said(of(""), "target", direction(None, "7")) == [("form", "", "")]
    assert said(of("Įdiegta."), "target", direction(None, "7")) == []


def test_braces_that_name_nothing_are_found() -> None:
    assert said(document(text("Gyveno {homes.childern} vaikai.")), "reference") == [("form", "{homes.childern}", "")]


def test_a_document_without_faults_has_no_findings() -> None:
    made = table(row("Children", "homes.children-at-closing"), caption="2023-12-31")
    assert check(document(made, text("{homes.children-at-closing}"), values=[value("homes.children-at-closing", 25)])) == []
