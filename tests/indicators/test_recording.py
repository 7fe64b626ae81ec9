"""A figure that nobody recorded is not 0."""

from __future__ import annotations

from datetime import date

from globa.indicators.figures import State
from tests.indicators.conftest import CENTRE, World

STAY = """
    stays
    record | child | setting        | began_on   | ended_on
    stay:1 | 1     | community_home | 2022-06-01 |
"""
CLOSING, OPENING, SERVED = "homes.children-at-closing", "homes.children-at-opening", "homes.children-served"


def test_nothing_happened_is_zero(world: World) -> None:
    figure = world.figure(CLOSING)
    assert (figure.value, figure.recorded, figure.evidence_count) == (0, True, 0)


def test_nobody_records_is_no_figure_even_where_rows_are(world: World) -> None:
    world.given(STAY)
    world.records_from(None, "stays")
    figure = world.figure(CLOSING)
    assert (figure.value, figure.recorded, figure.state, figure.not_recorded_by) == (None, False, State.NOT_RECORDED, (CENTRE,))


def test_a_flow_needs_records_from_the_first_day_and_a_stock_only_on_its_day(world: World) -> None:
    world.given(STAY)
    world.records_from(date(2023, 7, 1), "stays")
    assert world.figure(SERVED).recorded is False
    assert world.figure(OPENING).recorded is False
    assert world.figure(CLOSING).value == 1


def test_who_records_from_the_first_day_knows_the_opening(world: World) -> None:
    world.given(STAY)
    world.records_from(date(2023, 1, 1), "stays")
    assert (world.figure(OPENING).value, world.figure(SERVED).value) == (1, 1)


def test_who_does_not_record_is_left_out_and_named(world: World) -> None:
    world.given(STAY)
    world.given("stays\n record | child | setting | began_on | ended_on\n stay:2 | 2 | community_home | 2022-06-01 |", "other")
    world.records_from(date(2023, 7, 1), "stays", organisation="other")
    served = world.figure(SERVED, organisations=(CENTRE, "other"))
    assert (served.value, served.recorded, served.not_recorded_by, served.evidence_count) == (1, True, ("other",), 1)
    closing = world.figure(CLOSING, organisations=(CENTRE, "other"))
    assert (closing.value, closing.not_recorded_by) == (2, ())


def test_a_ratio_needs_both_its_sides(world: World) -> None:
    world.given("posts\n record | group | worker | began_on | ended_on\n post:1 | social_work | 1 | 2020-01-01 |")
    assert world.figure("staff.share-trained").value == 0
    world.records_from(None, "trainings")
    assert world.figure("staff.share-trained").recorded is False


def test_a_ratio_counts_only_organisations_that_record_both_sides(world: World) -> None:
    for organisation in (CENTRE, "other"):
        world.given("posts\n record | group | worker | began_on | ended_on\n post:1 | social_work | 1 | 2020-01-01 |", organisation)
    world.records_from(date(2020, 1, 1), "posts", organisation="other")
    figure = world.figure("staff.share-trained", organisations=(CENTRE, "other"))
    assert (figure.of, figure.to, figure.not_recorded_by) == (0, 1, ("other",))


def test_a_share_of_nothing_is_no_number(world: World) -> None:
    figure = world.figure("foster-centre.kin-share")
    assert (figure.value, figure.of, figure.to, figure.recorded) == (None, 0, 0, True)


def test_a_scope_without_organisations_is_not_recorded(world: World) -> None:
    assert world.figure(CLOSING, organisations=()).recorded is False


def test_the_parts_of_what_is_not_recorded_are_none(world: World) -> None:
    world.given(STAY)
    world.records_from(None, "stays")
    assert world.parts(CLOSING, "dwelling") == {}
