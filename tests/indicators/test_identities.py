"""Equations between figures, and what is said when one does not hold."""

from __future__ import annotations

from globa.indicators import figures, identities
from globa.indicators.catalogue import CATALOGUE
from globa.indicators.figures import Figure
from tests.indicators.conftest import World


def figure_of(world: World, code: str, value: int) -> Figure:
    return Figure(CATALOGUE[code].card, world.scope(), value)


def balance(world: World, closing: int) -> list[Figure]:
    told = {"children-at-opening": 33, "arrivals": 6, "departures": 14, "children-at-closing": closing}
    return [figure_of(world, f"homes.{name}", value) for name, value in told.items()]


def test_the_balance_of_2023_holds(world: World) -> None:
    assert identities.check(balance(world, 25)) == []


def test_a_broken_equation_shows_its_arithmetic(world: World) -> None:
    (broken,) = identities.check(balance(world, 24))
    assert (broken.identity.code, broken.arithmetic, broken.difference) == ("homes.balance", "33 + 6 - 14 = 25 ≠ 24", 1)


def test_the_43_children_of_the_printed_table_are_found(world: World) -> None:
    printed = {"children-in-homes": 25, "children-with-carers": 10, "children": 43}
    (broken,) = identities.check([figure_of(world, f"occupancy.{name}", value) for name, value in printed.items()])
    assert broken.arithmetic == "25 + 10 = 35 ≠ 43"


def test_a_figure_that_is_missing_breaks_nothing(world: World) -> None:
    assert identities.check(balance(world, 24)[:-1]) == []


def test_parts_that_do_not_make_the_whole_are_found(world: World) -> None:
    world.given("services\n record | happened_on\n service:1 | 2023-05-01\n service:2 | 2023-05-02")
    parts = figures.breakdown(world.scope(), "foster-centre.services", "month", world.engine)
    found = {("foster-centre.services", "month"): parts}
    assert identities.check([figure_of(world, "foster-centre.services", 2)], found) == []
    (broken,) = identities.check([figure_of(world, "foster-centre.services", 3)], found)
    assert (broken.identity.code, broken.arithmetic) == ("foster-centre.services.by-month", "2 = 2 ≠ 3")


def test_every_equation_is_of_figures_that_exist() -> None:
    codes = {code for one in identities.EQUATIONS for code in (*one.plus, *one.minus, one.equals)}
    assert codes <= set(CATALOGUE)
    for whole in identities.WHOLES:
        assert whole.dimension in CATALOGUE[whole.indicator].card.dimensions
