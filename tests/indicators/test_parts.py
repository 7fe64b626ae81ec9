"""A figure by its parts, and the rows behind it, page by page."""

from __future__ import annotations

import pytest

from globa.indicators import figures
from globa.indicators.compiled import catalogue
from globa.indicators.refusals import NoSuchBreakdown, PersonsDoNotAddUp, UnknownIndicator
from tests.indicators.conftest import World

HOMES = """
    stays
    record | child | setting        | dwelling | sex    | birth_date | began_on   | ended_on
    stay:1 | 1     | community_home | home-1   | female | 2020-05-01 | 2022-06-01 |
    stay:2 | 2     | community_home | home-1   | male   | 2006-01-01 | 2022-06-01 |
    stay:3 | 3     | community_home | home-2   |        |            | 2022-06-01 |
"""
CLOSING = "homes.children-at-closing"


def test_parts_with_the_rest_make_the_whole(world: World) -> None:
    world.given(HOMES)
    assert world.parts(CLOSING, "sex") == {"female": 1, "male": 1, "unknown": 1}
    assert world.parts(CLOSING, "dwelling") == {"home-1": 2, "home-2": 1}
    assert world.parts(CLOSING, "age") == {"3-6": 1, "14-17": 1, "unknown": 1}


def test_all_dimensions_come_in_one_statement(world: World) -> None:
    world.given(HOMES)
    found = figures.breakdowns(world.scope(), CLOSING, world.engine)
    assert {name: len(parts) for name, parts in found.items()} == {"dwelling": 2, "sex": 3, "age": 3, "municipality": 1}


def test_a_ratio_has_parts_too(world: World) -> None:
    world.given("""
        guardianships
        record         | child | form   | relation | sex    | abroad | began_on   | ended_on
        guardianship:1 | 1     | family | kin      | female | no     | 2022-06-01 |
        guardianship:2 | 2     | family | non_kin  | female | no     | 2022-06-01 |
        guardianship:3 | 3     | family | non_kin  | male   | no     | 2022-06-01 |
    """)
    assert world.parts("foster-centre.kin-share", "sex") == {"female": 50, "male": 0}


def test_a_part_that_nobody_is_in_is_zero(world: World) -> None:
    world.given(HOMES)
    part = figures.part(world.scope(), CLOSING, {"dwelling": "home-3"}, world.engine)
    assert (part.value, part.recorded) == (0, True)
    assert figures.part(world.scope(), CLOSING, {"dwelling": "home-1"}, world.engine).value == 2


def test_people_in_parts_are_never_added(world: World) -> None:
    world.given(HOMES)
    parts = [one.figure for one in figures.breakdown(world.scope(), CLOSING, "dwelling", world.engine)]
    with pytest.raises(PersonsDoNotAddUp) as refused:
        figures.total(parts)
    assert "3 would be attendances, not people" in str(refused.value)


def test_euros_add_up(world: World) -> None:
    world.given("""
        money
        record  | happened_on | basis | item       | main_item | amount
        entry:1 | 2023-01-31  | cash  | 22111.20 A | 22111.20  | 11858.00
        entry:2 | 2023-01-31  | cash  | 22111.20 B | 22111.20  | 3632.91
        entry:3 | 2023-01-31  | cash  | 211111     | 211111    | 0.09
    """)
    assert {code: str(value) for code, value in world.parts("budget.spending", "main_item").items()} == {
        "211111": "0.09",
        "22111.20": "15490.91",
    }
    parts = figures.breakdown(world.scope(), "budget.spending", "item", world.engine)
    assert str(figures.total([one.figure for one in parts])) == "15491.00"


def test_an_unknown_dimension_is_refused_with_those_that_are(world: World) -> None:
    with pytest.raises(NoSuchBreakdown) as refused:
        world.parts(CLOSING, "school")
    assert "Choose one of: dwelling, sex, age, municipality." in str(refused.value)


def test_an_unknown_figure_is_refused_with_the_nearest(world: World) -> None:
    with pytest.raises(UnknownIndicator) as refused:
        world.figure("homes.children-at-closeing")
    assert "Did you mean “homes.children-at-closing”?" in str(refused.value)


def test_evidence_is_the_rows_of_one_part(world: World) -> None:
    world.given(HOMES)
    found = figures.evidence(world.scope(), CLOSING, world.engine, where={"dwelling": "home-1"})
    assert (found.records, found.total) == (["stay:1", "stay:2"], 2)
    assert figures.evidence(world.scope(), CLOSING, world.engine, where={"sex": "unknown"}).records == ["stay:3"]


def test_pages_of_evidence_lose_no_row_of_a_record_that_has_many(world: World) -> None:
    rows = "\n".join(f"service:{record} | 2023-05-0{record} | service | {person}" for record in (1, 2) for person in range(1, 8))
    world.given(f"attendances\n record | happened_on | activity | person\n{rows}")
    seen, after = [], None
    while True:
        page = figures.evidence(world.scope(), "foster-centre.people-helped", world.engine, limit=3, after=after, total=14)
        if not page.rows:
            break
        seen += page.rows
        after = page.last
    assert len(seen) == 14
    assert len(set(seen)) == 14


def test_evidence_of_a_ratio_is_of_the_side_asked_for(world: World) -> None:
    world.given("""
        papers
        record  | issued_on  | kind       | outcome
        paper:1 | 2023-01-01 | conclusion | positive
        paper:2 | 2023-01-02 | conclusion | negative
    """)
    share = "foster-centre.positive-share"
    assert figures.evidence(world.scope(), share, world.engine).records == ["paper:1"]
    assert figures.evidence(world.scope(), share, world.engine, side="to").records == ["paper:1", "paper:2"]


def test_every_dimension_of_every_indicator_runs(world: World) -> None:
    engine = world.engine
    for code, card in catalogue().cards.items():
        assert figures.breakdowns(world.scope(), code, engine) == {name: [] for name in card.dimensions}


def test_evidence_of_many_figures_is_that_of_each(world: World) -> None:
    world.given(HOMES)
    asked = [figures.Behind(world.scope(), CLOSING), figures.Behind(world.scope(), CLOSING, {"dwelling": "home-1"})]
    found = figures.evidence_of_each(asked, world.engine)
    assert [sorted(one.records) for one in found] == [["stay:1", "stay:2", "stay:3"], ["stay:1", "stay:2"]]
    assert [one.total for one in found] == [3, 2]
