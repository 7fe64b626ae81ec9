"""A declaration that could not mean anything is refused where it is written."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from globa.facts.tables import guardianships, places, services, stays
from globa.indicators.catalogue import CATALOGUE, CodeTaken, by_code
from globa.indicators.checks import NotRowsOfAFactTable, UnitDoesNotFit, UnknownColumn, UnknownValue, WrongDeclaration
from globa.indicators.dimensions import MONTH, SCHOOL, SERVICE
from globa.indicators.value import Count, Days, Distinct, Part, Ratio, Sum
from globa.indicators.when import AtAnyTime, AtClosing, During
from globa.vocabulary.unit import Unit
from tests.indicators.declared import declared


def test_a_mistyped_column_fails_in_the_rows() -> None:
    with pytest.raises(AttributeError, match="setttings"):
        declared(rows=stays.filter(stays.setttings == "community_home"))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"value": Distinct("chlid")}, "stays has no column 'chlid'. Did you mean 'child'?"),
        ({"when": AtClosing("began", "ended_on")}, "stays has no column 'began'. Did you mean 'began_on'?"),
        ({"dimensions": (SERVICE,)}, "stays has no column 'service'"),
        ({"dimensions": (SCHOOL,)}, "stays has no column 'value'"),
    ],
)
def test_a_column_that_the_table_lacks_fails(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(UnknownColumn) as refused:
        declared(**changed)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "rows",
    [
        stays.filter(stays.setting == "comunity_home"),
        stays.filter(stays.setting != "comunity_home"),
        stays.filter(stays.setting.isin(["community_home", "comunity_home"])),
        stays.filter(stays.emergency).filter((stays.sex == "male") & ~(stays.setting == "comunity_home")),
    ],
)
def test_a_code_that_the_column_never_holds_fails(rows: Any) -> None:
    with pytest.raises(UnknownValue) as refused:
        declared(rows=rows)
    assert "stays.setting is never 'comunity_home'. Did you mean 'community_home'?" in str(refused.value)


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (Distinct("child"), Unit.FAMILIES, "Units that fit: Unit.CHILDREN."),
        (Count.ROWS, Unit.CHILDREN, "Units that fit: Unit.TIMES, Unit.SERVICES"),
        (Distinct("origin"), Unit.CHILDREN, "none: give the column a unit"),
        (Ratio(of=Part(Count.ROWS), to=Part(Count.ROWS)), Unit.CHILDREN, "Units that fit: Unit.PERCENT."),
    ],
)
def test_a_unit_that_does_not_fit_the_value_fails(value: Any, unit: Unit, said: str) -> None:
    with pytest.raises(UnitDoesNotFit) as refused:
        declared(value=value, unit=unit)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"code": "Tried"}, "a code is written like"),
        ({"code": "staff.tried"}, "begins with its section"),
        ({"section": "hommes", "code": "hommes.tried"}, "there is no section 'hommes'. Did you mean 'homes'?"),
        ({"until": date(2014, 1, 1)}, "before it begins"),
        ({"rows": None}, "rows and when are missing"),
        ({"when": During("child")}, "stays.child is not a day"),
        ({"dimensions": (MONTH,)}, "a stock cannot be broken down by month"),
        ({"value": Days("began_on", "ended_on"), "unit": Unit.DAYS}, "days are counted only of rows counted AtAnyTime"),
        ({"value": Sum("places"), "rows": places, "unit": Unit.CHILDREN}, "Units that fit: Unit.PLACES."),
    ],
)
def test_what_else_is_wrong_is_said(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(WrongDeclaration) as refused:
        declared(**changed)
    assert said in str(refused.value)


def test_rows_are_a_fact_table_or_filters_of_one() -> None:
    with pytest.raises(NotRowsOfAFactTable):
        declared(rows=services.join(stays, services.organisation == stays.organisation))


def test_days_fit_what_lasts_at_any_time() -> None:
    assert declared(value=Days("began_on", "ended_on"), unit=Unit.DAYS, when=AtAnyTime("began_on", "ended_on")).unit is Unit.DAYS


def test_a_ratio_takes_what_its_parts_leave_out_from_the_indicator() -> None:
    kin = guardianships.filter(guardianships.relation == "kin")
    share = declared(rows=guardianships, value=Ratio(of=Part(Distinct("child"), kin), to=Part(Distinct("child"))), unit=Unit.PERCENT)
    assert [line.table for line in share.card.lines] == ["guardianships", "guardianships"]
    assert [line.rows for line in share.card.lines] == [("relation = kin",), ()]


def test_two_indicators_cannot_have_one_code() -> None:
    with pytest.raises(CodeTaken):
        by_code(iter([declared(), declared()]))


def test_the_catalogue_has_about_a_hundred_and_fifty_figures_in_nine_sections() -> None:
    assert len(CATALOGUE) == 158
    assert len({indicator.section for indicator in CATALOGUE.values()}) == 9
