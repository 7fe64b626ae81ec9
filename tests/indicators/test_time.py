"""When a figure is of, and when it is not one figure."""

from __future__ import annotations

from datetime import date

import pytest

from globa.indicators import figures
from globa.indicators.card import PeriodAcrossAChange
from globa.indicators.figures import State
from globa.indicators.when import All, AtClosing, AtOpening, During, OnDay
from globa.vocabulary.period import Period
from tests.indicators.conftest import World
from tests.indicators.declared import declared

SERVICES = "foster-centre.coordinator-services"
YEAR = Period.year(2023)


@pytest.mark.parametrize(
    ("code", "period", "when"),
    [
        ("homes.children-at-opening", "2023", "2023-01-01"),
        ("homes.children-at-closing", "2023", "2023-12-31"),
        ("homes.children-at-closing", "2023-04", "2023-04-30"),
        ("occupancy.children", "2023", "2024-01-01"),
        ("occupancy.children", "2023-04", "2024-01-01"),
        ("homes.arrivals", "2023", "2023"),
        ("homes.children-served", "2023-Q1", "2023-01-01..2023-04-01"),
        ("staff.share-trained", "2023", "2023"),
    ],
)
def test_a_figure_says_of_when_it_is(world: World, code: str, period: str, when: str) -> None:
    assert world.figure(code, period).when == when


def test_opening_and_what_came_without_what_left_is_closing_to_the_day(world: World) -> None:
    world.given("""
        residences
        record      | child | setting        | began_on   | ended_on
        residence:1 | 1     | community_home | 2022-01-01 | 2023-01-01
        residence:2 | 2     | community_home | 2023-12-31 | 2024-01-01
        residence:3 | 3     | community_home | 2023-05-01 | 2023-05-02

        stays
        record | child | setting        | began_on   | ended_on
        stay:1 | 1     | community_home | 2022-01-01 | 2023-01-01
        stay:2 | 2     | community_home | 2023-12-31 | 2024-01-01
        stay:3 | 3     | community_home | 2023-05-01 | 2023-05-02
    """)
    found = [world.figure(f"homes.{name}").value for name in ("children-at-opening", "arrivals", "departures", "children-at-closing")]
    assert found == [1, 2, 2, 1]


def test_before_it_began_a_figure_is_not_defined(world: World) -> None:
    figure = world.figure(SERVICES, "2017")
    assert (figure.value, figure.state, figure.recorded) == (None, State.NOT_DEFINED, False)


def test_a_period_across_the_beginning_is_refused(world: World) -> None:
    with pytest.raises(PeriodAcrossAChange) as refused:
        world.figure(SERVICES, "2018")
    assert "changed on 2018-07-01, inside the period" in str(refused.value)


def test_a_stock_after_the_beginning_is_defined_though_the_year_is_not(world: World) -> None:
    assert world.figure("foster-centre.contracts-at-closing", "2018").value == 0


def test_a_period_across_the_end_is_refused_and_after_it_not_defined(world: World) -> None:
    ended = declared(until=date(2023, 7, 1), when=During("began_on"))
    assert world.figure(ended, "2023-06").value == 0
    assert world.figure(ended, "2023-07").state is State.NOT_DEFINED
    with pytest.raises(PeriodAcrossAChange):
        world.figure(ended, "2023")


def test_a_whole_report_carries_the_refusal_of_one_figure(world: World) -> None:
    found = {one.code: one for one in figures.compute([world.scope("2018")], world.engine)}
    assert found[SERVICES].state is State.REFUSED
    assert isinstance(found[SERVICES].refusal, PeriodAcrossAChange)
    assert found["homes.children-at-closing"].value == 0


def test_the_first_day_needed_is_the_earlier_of_both() -> None:
    both = All(During("happened_on"), AtClosing("began_on", "ended_on"))
    assert both.days(YEAR) == (date(2023, 1, 1), date(2023, 12, 31))
    assert both.is_flow


def test_ages_are_by_the_figures_date() -> None:
    assert AtOpening("began_on", "ended_on").age_date(YEAR) == date(2022, 12, 31)
    assert OnDay("began_on", "ended_on", month=9, day=1, years=0).age_date(YEAR) == date(2023, 9, 1)


def test_a_trend_is_the_figure_over_several_periods(world: World) -> None:
    world.given("""
        services
        record    | happened_on | provider_role
        service:1 | 2022-05-01  | foster_coordinator
        service:2 | 2023-05-01  | foster_coordinator
        service:3 | 2023-06-01  | foster_coordinator
    """)
    years = [Period.year(year) for year in (2021, 2022, 2023, 2024)]
    assert [one.value for one in figures.trend(world.scope(), SERVICES, years, world.engine)] == [0, 1, 2, 0]


def test_scopes_that_begin_on_one_day_are_kept_apart(world: World) -> None:
    world.given("services\n record | happened_on | provider_role\n service:1 | 2023-05-01 | foster_coordinator")
    scopes = [world.scope("2023"), world.scope("2023-Q1"), world.scope("2023-01")]
    assert [one.value for one in figures.compute(scopes, world.engine, [SERVICES])] == [1, 0, 0]
