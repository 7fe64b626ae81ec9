"""Whole reports of the demonstration: every printed number in its place, nothing contradicting, in few statements."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from globa.indicators import published
from globa.planning.directions import Direction
from globa.registry.organisations import Organisation
from globa.reports.assembling import live
from globa.reports.checks import check
from globa.reports.document import (
    ChartUnit,
    Computed,
    Document,
    FigureKey,
    OrganisationChart,
    Passage,
    Person,
    Picture,
    Row,
    Table,
    Typed,
    Words,
)
from globa.vocabulary.period import Period

pytestmark = [pytest.mark.django_db, pytest.mark.owner]
YEAR = Period.year(2023)


def made(centre: Organisation, code: str = "activity", period: Period = YEAR, **written: Any) -> Document:
    return live(code, centre, period, **written)


def block(document: Document, key: str) -> object:
    return next(one for _section, one in document.blocks() if one.key == key)


def table(document: Document, key: str) -> Table:
    found = block(document, key)
    assert isinstance(found, Table)
    return found


def shown(document: Document, row: Row) -> list[object]:
    """The numbers of a row, and its words where it has words."""
    return [number(document, one.content.key) if isinstance(one.content, Computed) else one.content.text for one in row.cells]


def number(document: Document, key: FigureKey) -> object:
    value = document.value(key)
    return value.value if value else None


def test_every_printed_figure_that_the_report_names_has_its_true_value(centre: Organisation) -> None:
    document = made(centre)
    named = {one.id: document.value(FigureKey(one.indicator, one.dimension, one.part)) for one in published.rows("alytus-2023")}
    wrong = [one.id for one in published.rows("alytus-2023") if (value := named[one.id]) and Decimal(value.value or 0) != one.true_number]
    assert wrong == []
    assert [row for row, value in named.items() if value is None] == []


@pytest.mark.parametrize("code", ["activity", "occupancy", "foster-centre-statistics"])
@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_no_computed_report_contradicts_itself(centre: Organisation, code: str, year: int) -> None:
    document = made(centre, code, Period.year(year))
    assert [
        one.message for one in check(document, Direction.objects.filter(organisation=centre, year=year)) if one.severity == "contradiction"
    ] == []


def test_the_seven_printed_contradictions_are_found_when_typed(centre: Organisation) -> None:
    texts = {
        "occupancy.text": "{next-day} iš viso gyveno 43 vaikai, galimas didžiausias vaikų skaičius – 46.",
        "homes.children": "Metų pabaigoje bendruomeniniuose namuose gyveno 9 mergaitės ir 16 berniukų.",
        "foster-centre.prepared": "Parengtos 3 naujos globėjų šeimos.",
        "foster-centre.carers": "Paslaugas teikė 6 budintys globotojai, pas juos laikinai prižiūrėti 23 vaikai.",
        "staff.posts": "Socialinį darbą dirbančio personalo – 36,25 etato, administracijos ir ūkio – 3 etatai.",
        "directions.results/2": "Parengtos 4 natūralios globėjų šeimos.",
        "directions.results/4": "15",
        "directions.results/5": "Paslaugas teikia 5 budinčių globotojų šeimos.",
    }
    with translation.override("lt"):
        found = [one for one in check(made(centre, passages=texts)) if one.severity == "contradiction"]
    assert [(one.stated, one.true) for one in found] == [
        ("9 / 16", "7 / 18"), ("43", "35"), ("46", "41"), ("36,25 / 3", "34,25 / 5"), ("4", "3"), ("15", "23"), ("5", "6")
    ]  # fmt: skip


def test_the_activity_report_costs_one_statement_a_fact_table_and_few_others(centre: Organisation) -> None:
    made(centre)
    with CaptureQueriesContext(connection) as asked:
        document = made(centre)
    facts = [one["sql"] for one in asked if one["sql"].startswith("WITH scope")]
    assert len(document.values) > 150
    assert len(facts) <= 20
    assert len(asked) <= 26


def test_the_table_of_homes_has_the_empty_one_and_the_carers_below(centre: Organisation) -> None:
    document = made(centre)
    homes = table(document, "occupancy.homes")
    closed, carers, total = homes.rows[2], homes.rows[-2], homes.rows[-1]
    assert str(homes.day) == "2024-01-01"
    assert (closed.title.note, shown(document, closed)) == ("nuo 2024-01-01 paslauga neteikiama", ["–", 0, 0, 0])
    assert (shown(document, carers), shown(document, total), total.is_total) == ([12, 10, 7, 3], [41, 35, 14, 21], True)


def test_spending_is_told_by_item_and_source_with_its_parts(centre: Organisation) -> None:
    document = made(centre)
    spending = table(document, "budget.spending")
    heating = next(row for row in spending.rows if row.title.note == "22111.20 A")
    assert heating.is_part
    assert [one for one in shown(document, heating) if one] == [Decimal("11858.00")] * 2
    assert shown(document, spending.rows[-1])[-1] == Decimal("1356326.61")


def test_a_year_is_compared_with_the_one_before(centre: Organisation) -> None:
    document = made(centre)
    stocks = table(document, "years.stocks")
    assert stocks.columns[:2] == ("2023-12-31", "2022-12-31")
    assert shown(document, stocks.rows[0]) == [25, 33, "−8"]


def test_a_direction_has_its_result_and_a_cell_to_tell_it_in_words(centre: Organisation) -> None:
    document = made(centre, passages={"directions.results/2": "Parengtos 4 šeimos iš 5."})
    row = next(one for one in table(document, "directions.results").rows if one.title.note == "2")
    assert shown(document, row)[:3] == ["ne mažiau kaip 4", 3, "ne"]
    told = row.cells[-1]
    assert told.key == "directions.results/2"
    assert [one.number for one in told.spans if isinstance(one, Typed)] == [4, 5]
    assert "".join(getattr(one, "text", "") for one in told.spans) == "Parengtos 4 šeimos iš 5."


def test_the_plan_of_the_next_year_has_no_results_yet(centre: Organisation) -> None:
    plan = table(made(centre), "plan.directions")
    assert len(plan.columns) == 1
    assert plan.rows[0].cells[0].content == Words("ne daugiau kaip 28")


def test_a_text_carries_over_from_last_year_until_it_is_written_anew(centre: Organisation) -> None:
    before = {"institution.vision": "Sena vizija.", "homes.children": "Pernykštis tekstas."}
    carried = made(centre, before=before)
    vision, children = block(carried, "institution.vision"), block(carried, "homes.children")
    assert isinstance(vision, Passage)
    assert isinstance(children, Passage)
    assert (vision.source, vision.before, vision.by_hand) == ("Sena vizija.", "Sena vizija.", True)
    assert "{homes.children-at-opening:unit}" in children.source
    anew = block(made(centre, before=before, passages={"institution.vision": "Nauja."}), "institution.vision")
    assert isinstance(anew, Passage)
    assert (anew.source, anew.before) == ("Nauja.", "Sena vizija.")


def test_pictures_have_every_month_and_the_targets_of_the_year(centre: Organisation) -> None:
    document = made(centre)
    months, targets = block(document, "services.months"), block(document, "directions.picture")
    assert isinstance(months, Picture)
    assert isinstance(targets, Picture)
    assert [number(document, one.key) for one in months.points][:3] == [148, 151, 172]
    assert (targets.points[0].target, targets.points[0].key) == (4, FigureKey("foster-centre.prepared-guardian-families"))


def test_the_chart_adds_up_to_the_list_of_posts_and_names_nobody(centre: Organisation) -> None:
    chart = block(made(centre), "staff.chart")
    assert isinstance(chart, OrganisationChart)
    everybody = list(people(chart.root))
    assert sum(one.fte for one in everybody) == Decimal("39.25")
    assert {one.name for one in everybody} == {""}


def people(unit: ChartUnit) -> Iterator[Person]:
    yield from unit.people
    for one in unit.units:
        yield from people(one)


def test_the_report_is_told_in_english_too(centre: Organisation) -> None:
    document = made(centre, "foster-centre-statistics", language="en")
    assert document.title == "Statistics of the foster centre, 2023"
    assert document.sections[0].title == "Guardians, on-duty carers and children"


def test_a_figure_typed_in_a_text_brings_its_true_value_with_it(centre: Organisation) -> None:
    document = made(centre, "occupancy", passages={"occupancy.text": "Globos koordinatoriai suteikė 1800 paslaugų."})
    value = document.value(FigureKey("foster-centre.coordinator-services"))
    assert value is not None
    assert value.value == 1834


def test_of_carers_homes_no_name_is_in_the_document(centre: Organisation) -> None:
    document = made(centre)
    assert [key for key in document.values if "carer" in key and "dwelling" in key] == []


def test_a_text_keeps_the_language_it_was_written_in(centre: Organisation) -> None:
    document = made(centre, language="en")
    words = " ".join(
        span.text
        for _section, one in document.blocks()
        if isinstance(one, Passage)
        for paragraph in one.paragraphs
        for span in paragraph.spans
        if isinstance(span, Words)
    )
    assert document.title == "Activity report of 2023"
    assert "Alytaus miesto šeimos centras" in words
    assert "January" not in words
