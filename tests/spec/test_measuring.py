"""What feeds a measure, on every engine and against slow plain Python: people, cases, acts and hours of any activities."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from globa.facts.engines.engine import Engine
from globa.facts.tables import TABLES
from globa.indicators import figures
from globa.indicators.fed_rows import rows_behind
from globa.indicators.gathering import TABLES_OF, gather
from globa.indicators.measuring import ACTS, CASES, Feeding, Measured
from globa.indicators.parting import parted
from globa.indicators.people import Over
from globa.indicators.scope import Scope
from globa.vocabulary.period import Period
from tests.spec.engines import Engines
from tests.spec.language import Row, Year, as_facts, hours, lasts_in, read
from tests.spec.test_generated import GENERATED, LONG_AGO, World, worlds

YEAR = Period.year(2023)
PLACES = ("north", "south")
PEOPLE = {"attendances": "person", "residences": "child", "guardianships": "child", "contracts": "carer", "case_children": "child"}
KIND = {
    "services": "service", "events": "kind", "attendances": "kind", "residences": "setting", "guardianships": "form",
    "contracts": "kind", "cases": "kind", "case_children": "kind",
}  # fmt: skip
CODES = {
    "service": ("consultation", "other", "1"), "event": ("gimk_basic", "outreach"), "stay": ("community_home", "on_duty_carer"),
    "guardianship": ("family", "institution"), "contract": ("on_duty_carer",), "case": (),
}  # fmt: skip
RECORDING = {table: dict.fromkeys(PLACES, LONG_AGO) for table in TABLES}


@st.composite
def activities(draw: st.DrawFn) -> list[Feeding]:
    drawn = []
    for _time in range(draw(st.integers(1, 5))):
        what = draw(st.sampled_from(sorted(TABLES_OF)))
        codes = draw(st.frozensets(st.sampled_from(CODES[what]))) if CODES[what] else frozenset[str]()
        payer = draw(st.sampled_from(("", "1", "2"))) if what == "service" else ""
        drawn.append(Feeding(what, codes, payer, draw(st.frozensets(st.sampled_from(PLACES), min_size=1))))
    return drawn


def measured(scope: Scope, wanted: list[Feeding], engine: Engine) -> Measured:
    looked_for: dict[str, set[str]] = {}
    for one in wanted:
        looked_for.setdefault(one.what, set()).update(one.codes)
    anything = {one.what for one in wanted if not one.codes}
    return Measured(gather([scope], {}, {what: () if what in anything else codes for what, codes in looked_for.items()}, engine), scope)


def taken(facts: Any, activity: Feeding) -> dict[str, list[Row]]:
    """The rows of an activity, one after another."""
    found: dict[str, list[Row]] = {}
    for table in TABLES_OF[activity.what]:
        for row in getattr(facts, table):
            there = row.happened_on in Year(YEAR) if hasattr(row, "happened_on") else lasts_in(row, Year(YEAR))
            same = getattr(row, "activity", activity.what) == activity.what
            of_kind = not activity.codes or getattr(row, KIND[table]) in activity.codes
            paid = not activity.payer or row.payer == activity.payer
            if there and same and of_kind and paid and row.organisation in activity.organisations:
                found.setdefault(table, []).append(row)
    return found


def slowly(facts: Any, wanted: list[Feeding]) -> tuple[set[str], int, int, Decimal]:
    people: set[str] = set()
    rows: dict[str, dict[int, Row]] = {}
    for activity in wanted:
        for table, found in taken(facts, activity).items():
            rows.setdefault(table, {}).update({id(row): row for row in found})
            people |= {getattr(row, PEOPLE[table]) for row in found if table in PEOPLE and getattr(row, PEOPLE[table])}
    cases = sum(len(rows.get(table, ())) for table in CASES)
    acts = [row for table in ACTS for row in rows.get(table, {}).values()]
    return people, cases, len(acts), hours(row.minutes for row in acts)


@settings(GENERATED, max_examples=12)
@given(data=st.data())
def test_engines_and_the_oracle_agree(engines: Engines, data: st.DataObject) -> None:
    world: World = data.draw(worlds(sorted(KIND)))
    wanted = data.draw(activities())
    facts = as_facts(world)
    for name, engine in engines.holding(world).items():
        counted = measured(Scope("both", YEAR, PLACES, RECORDING), wanted, engine)
        for some in (wanted, *([one] for one in wanted)):
            people, cases, acts, length = slowly(facts, some)
            found = counted.side_by_side(some, Over.MEASURE)
            told = (found.people.count if found.people else 0, found.cases or 0, found.acts or 0, found.hours or 0)
            assert (name, some, *told) == (name, some, len(people), cases, acts, length)
        for overlap in counted.overlaps(wanted):
            both = slowly(facts, [wanted[overlap.one]])[0] & slowly(facts, [wanted[overlap.other]])[0]
            assert (name, overlap.one, overlap.other, overlap.people.count) == (name, overlap.one, overlap.other, len(both))


@settings(GENERATED, max_examples=6)
@given(data=st.data())
def test_the_rows_behind_an_activity_are_the_oracles(engines: Engines, data: st.DataObject) -> None:
    world: World = data.draw(worlds(sorted(KIND)))
    wanted = data.draw(activities())
    facts = as_facts(world)
    for name, engine in engines.holding(world).items():
        for one in wanted:
            for table in TABLES_OF[one.what]:
                found = rows_behind(one, table, Scope("both", YEAR, PLACES, RECORDING), engine, limit=1000)
                records = sorted(row.record for row in taken(facts, one).get(table, ()))
                assert (name, one, table, sorted(found.records), found.total) == (name, one, table, records, len(records))


GIVEN = """
    attendances
    record    | happened_on | activity | kind         | person | heads | payer
    service:1 | 2023-05-01  | service  | consultation | 1      | 1     | project
    service:1 | 2023-05-01  | service  | consultation | 2      | 1     | project
    service:2 | 2023-06-01  | service  | consultation | 1      | 1     |
    event:1   | 2023-07-01  | event    | gimk_basic   | 2      | 1     |
    event:1   | 2023-07-01  | event    | gimk_basic   |        | 5     |
    service:3 | 2024-01-01  | service  | consultation | 3      | 1     |
    services
    record    | happened_on | service      | minutes | payer
    service:1 | 2023-05-01  | consultation | 30      | project
    service:2 | 2023-06-01  | consultation | 60      |
    service:3 | 2024-01-01  | consultation | 60      |
    events
    record    | happened_on | kind       | minutes
    event:1   | 2023-07-01  | gimk_basic | 90
    residences
    record | child | setting        | began_on   | ended_on
    stay:1 | 1     | community_home | 2022-06-01 |
    stay:2 | 4     | community_home | 2022-06-01 | 2023-01-01
"""
HERE = frozenset({"here"})
HELPED = Feeding("service", frozenset({"consultation"}), "", HERE)
CAME = Feeding("event", frozenset({"gimk_basic"}), "", HERE)
LIVED = Feeding("stay", frozenset(), "", HERE)
PAID = Feeding("service", frozenset(), "project", HERE)


def of_example(engines: Engines, recording: dict[str, dict[str, date]] | None = None) -> list[Measured]:
    scope = Scope("here", YEAR, ("here",), recording or {table: {"here": LONG_AGO} for table in TABLES})
    return [measured(scope, [HELPED, CAME, LIVED, PAID], engine) for engine in engines.holding(read(GIVEN, "here")).values()]


def test_people_cases_acts_and_hours_stand_side_by_side(engines: Engines) -> None:
    for counted in of_example(engines):
        found = counted.side_by_side([HELPED, CAME, LIVED], Over.MEASURE)
        assert (found.people and found.people.count, found.cases, found.acts, found.hours) == (2, 1, 3, Decimal("3.00"))
        assert (found.attendances, found.unnamed) == (9, 5)


def test_uses_are_more_than_people_by_who_is_in_several(engines: Engines) -> None:
    for counted in of_example(engines):
        each = [counted.side_by_side([one], Over.ACTIVITY).people for one in (HELPED, CAME, LIVED)]
        assert [one.count for one in each if one] == [2, 1, 1]
        shared = {(one.one, one.other): one.people.count for one in counted.overlaps([HELPED, CAME, LIVED])}
        assert shared == {(0, 1): 1, (0, 2): 1, (1, 2): 0}


def test_a_service_that_two_activities_take_is_one_act(engines: Engines) -> None:
    for counted in of_example(engines):
        assert counted.side_by_side([HELPED], Over.MEASURE).acts == 2
        assert counted.side_by_side([PAID], Over.MEASURE).acts == 1
        assert counted.side_by_side([HELPED, PAID], Over.MEASURE).acts == 2


def test_what_nobody_records_is_not_nothing(engines: Engines) -> None:
    recording = {table: {"here": LONG_AGO} for table in TABLES} | {"residences": {"here": date(2023, 2, 1)}, "events": {}}
    for counted in of_example(engines, recording):
        lived = counted.side_by_side([LIVED], Over.ACTIVITY)
        assert (lived.recorded, lived.people, lived.cases, lived.not_recorded_by) == (False, None, None, ("here",))
        came = counted.side_by_side([CAME], Over.ACTIVITY)
        assert (came.people and came.people.count, came.acts, came.hours, came.not_recorded_by) == (1, None, None, ("here",))


def test_figures_asked_in_the_same_statement_are_those_asked_alone(engines: Engines) -> None:
    scope = Scope("here", YEAR, ("here",), {table: {"here": LONG_AGO} for table in TABLES})
    wanted: dict[str, list[tuple[str, ...]]] = {
        "foster-centre.people-helped": [(), ("kind",)], "homes.oldest": [()], "foster-centre.service-hours": [()]
    }  # fmt: skip
    for engine in engines.holding(read(GIVEN, "here")).values():
        together = gather([scope, scope], wanted, {"service": (), "stay": ()}, engine).figures
        assert together == parted([scope, scope], wanted, engine)


def test_one_statement_reads_each_fact_table_once(engines: Engines) -> None:
    scope = Scope("here", YEAR, ("here",), {table: {"here": LONG_AGO} for table in TABLES})
    asked: list[str] = []

    class Counting:
        def __init__(self, engine: Engine) -> None:
            self.dialect, self.placeholder, self.engine = engine.dialect, engine.placeholder, engine

        def run(self, sql: str, parameters: Any) -> list[tuple[Any, ...]]:
            asked.append(sql)
            return self.engine.run(sql, parameters)

        def run_all(self, statements: Any) -> list[list[tuple[Any, ...]]]:
            return [self.run(*one) for one in statements]

    engine = engines.holding(read(GIVEN, "here"))["postgres"]
    gather([scope], {"foster-centre.people-helped": [()], "foster-centre.services": [()]}, {"service": (), "event": ()}, Counting(engine))
    assert len(asked) == 1
    assert {table: asked[0].count(f'"facts"."{table}"') for table in ("attendances", "services", "events")} == {
        "attendances": 1, "services": 1, "events": 1
    }  # fmt: skip


def test_figures_are_those_of_figures(engines: Engines) -> None:
    scope = Scope("here", YEAR, ("here",), {table: {"here": LONG_AGO} for table in TABLES})
    engine = engines.holding(read(GIVEN, "here"))["duckdb"]
    (found,) = gather([scope], {"foster-centre.people-helped": [()]}, {}, engine).figures
    assert found["foster-centre.people-helped", ()].part(()) == figures.figure(scope, "foster-centre.people-helped", engine)
