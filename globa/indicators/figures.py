"""
Figures, the records behind them and their parts.

A figure that nobody recorded is not 0: `recorded` is False and there is no value. Where some of the scope's
organisations do not record, the figure is of the others, and says who is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from globa.facts.engines.engine import Engine
from globa.indicators import compiled, statements
from globa.indicators.card import Card, PeriodAcrossAChange
from globa.indicators.dimensions import REST
from globa.indicators.disclosure import Disclosure
from globa.indicators.pieces import Compiled, line_key
from globa.indicators.refusals import NoSuchBreakdown, PersonsDoNotAddUp
from globa.indicators.scope import Scope
from globa.indicators.statements import Place
from globa.indicators.value import percent
from globa.vocabulary.period import Period

if TYPE_CHECKING:
    from globa.indicators.indicator import Indicator

Number = int | Decimal
PAGE = 50
FEW = 500
"""So many rows are sorted sooner than the days of a page are found."""


EVERYTHING = 1_000_000


class State(Enum):
    COUNTED = "counted"
    NOT_RECORDED = "not_recorded"
    """Nobody in the scope recorded what it is counted from."""
    NOT_DEFINED = "not_defined"
    """The declaration does not hold for that time."""
    REFUSED = "refused"
    """The declaration changed inside the period: see `refusal`."""


@dataclass(frozen=True)
class Figure:
    """`of` and `to` are the two numbers of a ratio; `evidence_count` is how many rows stand behind the value (of a ratio: behind `of`)."""

    indicator: Card
    scope: Scope
    value: Number | None
    state: State = State.COUNTED
    of: Number | None = None
    to: Number | None = None
    evidence_count: int = 0
    not_recorded_by: tuple[str, ...] = ()
    refusal: PeriodAcrossAChange | None = None

    @property
    def code(self) -> str:
        return self.indicator.code

    @property
    def recorded(self) -> bool:
        return self.state is State.COUNTED

    @property
    def when(self) -> str:
        return self.indicator.label(self.scope.period)

    @property
    def disclosure(self) -> Disclosure:
        return self.indicator.disclosure

    @property
    def numbers(self) -> tuple[Number, ...]:
        if self.of is None or self.to is None:
            return () if self.value is None else (self.value,)
        return self.of, self.to, self.to - self.of


@dataclass(frozen=True)
class Breakdown:
    """One part of a figure: the code of the part, `unknown` for the rest, and the part's own figure."""

    code: str
    figure: Figure


@dataclass(frozen=True)
class Evidence:
    """A page of rows, each a tuple of `columns`; `total` counts all of them. `last` leads to the next page: `after=page.last`."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    total: int
    days: list[date] = field(default_factory=list)
    after: Place | None = None

    @property
    def records(self) -> list[str]:
        place = self.columns.index("record")
        return [row[place] for row in self.rows]

    @property
    def last(self) -> Place | None:
        if not self.rows:
            return None
        day, record = self.days[-1], self.records[-1]
        seen = sum(1 for place in zip(self.days, self.records, strict=True) if place == (day, record))
        before = self.after.rows if self.after and (self.after.day, self.after.record) == (day, record) else 0
        return Place(day, record, seen + before)


@dataclass(frozen=True)
class Behind:
    """Whose rows are asked for: those of a figure or of one part of it, of a ratio those of one side."""

    scope: Scope
    code: str
    where: Mapping[str, str] = field(default_factory=dict)
    side: str = "value"


def compute(scopes: Sequence[Scope], engine: Engine, indicators: Iterable[Indicator | Card | str] | None = None) -> list[Figure]:
    """
    Every figure of every scope, scope by scope, with one statement a fact table; without `indicators` the whole catalogue.

    A figure whose declaration changed inside the period has no value and carries its refusal.
    """
    known, cards = compiled.of(indicators)
    answers = _answers(known, cards, scopes, engine)
    return [_figure(card, scope, answers.get(number, {})) for number, scope in enumerate(scopes) for card in cards]


def figure(scope: Scope, indicator: Indicator | Card | str, engine: Engine) -> Figure:
    """One figure; raises PeriodAcrossAChange."""
    (made,) = compute([scope], engine, [indicator])
    if made.refusal:
        raise made.refusal
    return made


def trend(scope: Scope, indicator: Indicator | Card | str, periods: Sequence[Period], engine: Engine) -> list[Figure]:
    """The same figure over several periods, in one statement a fact table."""
    return compute([replace(scope, period=period) for period in periods], engine, [indicator])


def _answers(known: Compiled, cards: Sequence[Card], scopes: Sequence[Scope], engine: Engine) -> dict[int, dict[str, tuple[Any, int]]]:
    """By number of the scope and key of the line: what the database answered and how many rows it counted."""
    sql = known.dialects[engine.dialect]
    tables: dict[str, list[str]] = {}
    for card in cards:
        for name in card.line_names:
            key = line_key(card, name)
            tables.setdefault(sql.lines[key].table, []).append(key)
    answers: dict[int, dict[str, tuple[Any, int]]] = {}
    if not any(scope.organisations for scope in scopes):
        return answers
    asked = [statements.figures(sql, table, keys, scopes, engine) for table, keys in tables.items()]
    for keys, rows in zip(tables.values(), engine.run_all(asked), strict=True):
        for number, *cells in rows:
            pairs = zip(keys, zip(cells[::2], cells[1::2], strict=True), strict=True)
            answers.setdefault(number, {}).update(pairs)
    return answers


def _figure(card: Card, scope: Scope, answered: Mapping[str, tuple[Any, int]]) -> Figure:
    """An answer that did not come back is 0, for what is recorded and did not happen has no row."""
    try:
        if not card.is_defined(scope.period):
            return Figure(card, scope, None, State.NOT_DEFINED)
    except PeriodAcrossAChange as refusal:
        return Figure(card, scope, None, State.REFUSED, refusal=refusal)
    missing = not_recording(card, scope)
    if len(missing) == len(scope.organisations):
        return Figure(card, scope, None, State.NOT_RECORDED, not_recorded_by=missing)
    return _counted(card, scope, [answered.get(line_key(card, name), (None, 0)) for name in card.line_names], missing)


def _counted(card: Card, scope: Scope, raw: Sequence[tuple[Any, int]], missing: tuple[str, ...]) -> Figure:
    values = [line.value.read(answer, scope.period, line.when) for line, (answer, _count) in zip(card.lines, raw, strict=True)]
    count = int(raw[0][1])
    if card.is_ratio:
        return Figure(card, scope, percent(*values), State.COUNTED, values[0], values[1], count, missing)
    return Figure(card, scope, values[0], State.COUNTED, evidence_count=count, not_recorded_by=missing)


def not_recording(card: Card, scope: Scope) -> tuple[str, ...]:
    """The scope's organisations that lack a table the figure is made of; a ratio needs both its sides."""
    missing = {one for line in card.lines for one in scope.not_recording(line.table, line.when)}
    return tuple(one for one in scope.organisations if one in missing)


def breakdowns(
    scope: Scope, indicator: Indicator | Card | str, engine: Engine, dimensions: Iterable[str] | None = None
) -> dict[str, list[Breakdown]]:
    """The parts of a figure by each of its dimensions, or by some, with one statement for all; raises PeriodAcrossAChange."""
    known, (card,) = compiled.of([indicator])
    names = list(card.dimensions if dimensions is None else dimensions)
    _offered(card, names)
    whole = _figure(card, scope, {})
    if whole.refusal:
        raise whole.refusal
    if not names or not whole.recorded:
        return {name: [] for name in names}
    found = _parts(known, card, names, scope, engine)
    return {name: _in_order(card, scope, found[name], _codes(known, engine, card, name), whole.not_recorded_by) for name in names}


def breakdown(scope: Scope, indicator: Indicator | Card | str, dimension: str, engine: Engine) -> list[Breakdown]:
    """The parts of a figure that are not nothing, in the order of their codes, the rest last."""
    return breakdowns(scope, indicator, engine, [dimension])[dimension]


def part(scope: Scope, indicator: Indicator | Card | str, where: Mapping[str, str], engine: Engine) -> Figure:
    """The figure of one part, {dimension: code}; a part that nobody is in is 0, if it is recorded."""
    if not where:
        return figure(scope, indicator, engine)
    ((dimension, code),) = where.items()
    for found in breakdown(scope, indicator, dimension, engine):
        if found.code == code:
            return found.figure
    _known, (card,) = compiled.of([indicator])
    return _figure(card, scope, {})


def total(parts: Sequence[Figure]) -> Number:
    """The sum of figures; refused where one person or family may stand in several of them."""
    added = sum((one.value for one in parts if one.value is not None), start=0)
    for one in parts:
        if not one.indicator.unit.adds_up:
            raise PersonsDoNotAddUp(one.indicator.title, added)
    return added


def _offered(card: Card, names: Iterable[str]) -> None:
    for name in names:
        if name not in card.dimensions:
            raise NoSuchBreakdown(card.title, name, card.dimensions)


def _codes(known: Compiled, engine: Engine, card: Card, name: str) -> Sequence[str]:
    return known.dialects[engine.dialect].lines[line_key(card, card.line_names[0])].codes.get(name, ())


def _parts(known: Compiled, card: Card, names: list[str], scope: Scope, engine: Engine) -> dict[str, dict[str, dict[int, tuple[Any, int]]]]:
    """By dimension, code of the part and place of the line: what the database answered and how many rows it counted."""
    found: dict[str, dict[str, dict[int, tuple[Any, int]]]] = {name: {} for name in names}
    sql = known.dialects[engine.dialect]
    asked = [statements.parts(sql, line_key(card, line), names, scope, engine) for line in card.line_names]
    for place, rows in enumerate(engine.run_all(asked)):
        for which, code, value, count in rows:
            found[names[which]].setdefault(code, {})[place] = (value, count)
    return found


def _in_order(
    card: Card, scope: Scope, found: Mapping[str, Mapping[int, tuple[Any, int]]], codes: Sequence[str], missing: tuple[str, ...]
) -> list[Breakdown]:
    def place(code: str) -> tuple[bool, int, str]:
        return code == REST, codes.index(code) if code in codes else len(codes), code

    return [
        Breakdown(code, _counted(card, scope, [found[code].get(line, (None, 0)) for line in range(len(card.lines))], missing))
        for code in sorted(found, key=place)
    ]


def evidence(
    scope: Scope,
    indicator: Indicator | Card | str,
    engine: Engine,
    *,
    limit: int = PAGE,
    offset: int = 0,
    after: Place | None = None,
    where: Mapping[str, str] | None = None,
    side: str = "of",
    total: int | None = None,
) -> Evidence:
    """
    A page of the rows behind a figure or one part of it, by day and record.

    `after` is the `last` of the page before (faster than `offset`), `side` chooses between the two sides of a ratio,
    `total` spares the count when the figure is at hand.
    """
    known, (card,) = compiled.of([indicator])
    sql = known.dialects[engine.dialect]
    key = line_key(card, side)
    restricted = dict(where or {})
    _offered(card, restricted)
    columns = sql.tables[sql.lines[key].table].own
    if not card.is_defined(scope.period) or not scope.organisations:
        return Evidence(columns, [], 0)
    few = total is not None and total <= FEW
    rows = engine.run(*statements.evidence(sql, key, scope, engine, where=restricted, after=after, limit=limit, offset=offset, few=few))
    if total is None:
        ((total,),) = engine.run(*statements.evidence_count(sql, key, scope, engine, where=restricted))
    return Evidence(columns, [tuple(row[1:]) for row in rows], total, [row[0] for row in rows], after)


def evidence_of_each(asked: Sequence[Behind], engine: Engine) -> list[Evidence]:
    """All rows behind each of many figures and parts, with one statement a fact table."""
    known, cards = compiled.of([one.code for one in asked])
    sql = known.dialects[engine.dialect]
    tables: dict[str, list[int]] = {}
    found: list[Evidence] = []
    for place, (one, card) in enumerate(zip(asked, cards, strict=True)):
        _offered(card, one.where)
        table = sql.lines[line_key(card, one.side)].table
        found.append(Evidence(sql.tables[table].own, [], 0))
        if card.is_defined(one.scope.period) and one.scope.organisations:
            tables.setdefault(table, []).append(place)
    for places in tables.values():
        lines = [(line_key(cards[place], asked[place].side), asked[place].scope, asked[place].where) for place in places]
        for number, day, *row in engine.run(*statements.evidence_of_each(sql, lines, EVERYTHING, engine)):
            found[places[number]].days.append(day)
            found[places[number]].rows.append(tuple(row))
    return [replace(one, total=len(one.rows)) for one in found]
