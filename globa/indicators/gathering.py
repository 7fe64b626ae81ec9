"""
Everything that a plan asks of the records in one statement, in which each fact table is read once.

Rows that feed measures come back counted by what they are (`Kind`), people by the kinds in which they were, and beside them
the figures that answer expected results. Of whom a person is nothing comes back: only how many were in the same kinds.
"""

# ruff: noqa: S608 - the texts are compiled declarations; whatever comes from outside is a parameter

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from globa.facts.engines.engine import Engine
from globa.indicators import parting
from globa.indicators.card import Card
from globa.indicators.parting import Asked, Dimensions, Parted
from globa.indicators.people import Crowd
from globa.indicators.pieces import DialectSQL, FeedSQL, both
from globa.indicators.scope import Scope, scope_table

BETWEEN = "|"
"""Stands in no code and in no id."""
KIND = ("what", "organisation", "kind", "payer")
"""The columns of which a kind is made, in their order."""


class Kind(NamedTuple):
    """Rows of one fact table that nothing tells apart for a plan: what, whose, of which kind, and who pays."""

    what: str
    organisation: str
    code: str
    payer: str


@dataclass(frozen=True)
class Tally:
    """How many rows; how many people stand in them, and how many of these nobody named; minutes."""

    rows: int
    heads: int = 0
    unnamed: int = 0
    minutes: int = 0


@dataclass(frozen=True)
class Gathered:
    """`tallies` by fact table; `figures` by scope."""

    crowd: Crowd[Kind]
    tallies: Mapping[str, Mapping[Kind, Tally]]
    figures: list[dict[tuple[str, Dimensions], Parted]]
    feeds: Mapping[str, FeedSQL] = field(repr=False)


@dataclass(frozen=True)
class _Table:
    """What is asked of one fact table: by figures, and by measures that it feeds."""

    name: str
    asked: Asked
    feed: FeedSQL | None
    codes: Mapping[str, Collection[str]]
    by_payer: bool


TABLES_OF = {
    "service": ("services", "attendances"),
    "event": ("events", "attendances"),
    "stay": ("residences",),
    "guardianship": ("guardianships",),
    "contract": ("contracts",),
    "case": ("cases", "case_children"),
}
"""By what an activity is: the fact tables that tell of it."""


def gather(
    scopes: Sequence[Scope],
    wanted: Mapping[str, Iterable[Dimensions]],
    fed_by: Mapping[str, Collection[str]],
    engine: Engine,
    *,
    by_payer: bool = True,
) -> Gathered:
    """
    Figures of all scopes, and what feeds the measures of the first.

    `fed_by` says by what an activity is (`TABLES_OF`) which codes are looked for, none of them for any; where nobody asks who paid, rows
    are not told apart by it.
    """
    known, cards, groups = parting.offered(wanted)
    sql = known.dialects[engine.dialect]
    tables = _tables(sql, cards, groups, fed_by, by_payer)
    answered = _ask(sql, tables, scopes, engine) if tables and any(scope.organisations for scope in scopes) else {}
    figures = {table.name: _read(table.asked, answered.get(f"figures {table.name}", [])) for table in tables}
    return Gathered(
        Crowd(tuple((frozenset(map(_kind, keys)), int(cells[0])) for cells, keys in answered.get("people", ()))),
        {table.name: {_kind(keys[0]): _tally(cells) for cells, keys in answered.get(table.name, ())} for table in tables},
        parting.figured(sql, cards, groups, scopes, figures),
        sql.feeds,
    )


def _tables(
    sql: DialectSQL, cards: Sequence[Card], groups: parting.Groups, fed_by: Mapping[str, Collection[str]], by_payer: bool
) -> list[_Table]:
    asked = parting.asked_of(sql, cards, groups)
    codes: dict[str, dict[str, Collection[str]]] = {}
    for what, looked_for in fed_by.items():
        for table in TABLES_OF[what]:
            codes.setdefault(table, {})[what] = looked_for
    return [
        _Table(name, asked.get(name, Asked()), sql.feeds[name] if name in codes else None, codes.get(name, {}), by_payer)
        for name in {**asked, **codes}
    ]


Rows = list[tuple[list[Any], list[str]]]


def _ask(sql: DialectSQL, tables: Sequence[_Table], scopes: Sequence[Scope], engine: Engine) -> dict[str, Rows]:
    columns = dict.fromkeys(column for table in tables for column in sql.tables[table.name].scope)
    head, parameters = scope_table(tuple(columns), scopes, engine.placeholder)
    kept = []
    for table in tables:
        text, wanted = _rows(sql, table, engine.placeholder)
        kept += [f'"rows_{table.name}" AS MATERIALIZED ({text})', *_alike(table)]
        parameters += wanted
    answers = " UNION ALL ".join(_answers(sql, tables))
    found: dict[str, Rows] = {}
    for part, cells, keys in engine.run(f"{', '.join([head, *kept])} {answers}", parameters):
        found.setdefault(part, []).append((list(cells), list(keys or ())))
    return found


def _rows(sql: DialectSQL, table: _Table, placeholder: str) -> tuple[str, list[object]]:
    """The rows of a fact table that any figure or measure wants, with what they want of them. What all ask of a row is asked once."""
    source = sql.tables[table.name]
    lines = [sql.lines[key] for key in table.asked.lines]
    number = source.columns["scope_number"]
    conditions = [line.conditions for line in lines]
    looked_for, parameters = _looked_for(table.feed, table.codes, placeholder) if table.feed else ("", [])
    if table.feed:
        conditions.append((*table.feed.conditions, f"{number} = 0"))
    shared = [one for one in conditions[0] if all(one in each for each in conditions)]
    own = [[one for one in each if one not in shared] for each in conditions]
    told = [f'{number} AS "number"', *parting.told(table.asked, lines, shared)]
    if table.feed:
        own[-1].append(looked_for)
        told += [f'({both(own[-1])}) AS "fed"', *_fed(table.feed, table.by_payer)]
    either = " OR ".join(both(one) or "true" for one in own)
    return f"SELECT {', '.join(told)} FROM {source.rows} WHERE {both([*shared, either])}", parameters * 2


def _looked_for(feed: FeedSQL, codes: Mapping[str, Collection[str]], placeholder: str) -> tuple[str, list[object]]:
    texts, parameters = [], []
    for what, among in codes.items():
        one = f"{feed.pieces['what']} = '{what}'"
        if among:
            one += f" AND {feed.pieces['kind']} IN ({', '.join([placeholder] * len(among))})"
            parameters += sorted(among)
        texts.append(f"({one})")
    return " OR ".join(texts), list(parameters)


def _kind_of(feed: FeedSQL, by_payer: bool) -> dict[str, str]:
    """The texts of which a kind is made, in their order."""
    told = {name: feed.pieces.get(name, "''") for name in KIND}
    return told if by_payer else told | {"payer": "''"}


def _is_column(text: str) -> bool:
    """What is the same in every row is not kept with each of them."""
    return '"' in text


def _fed(feed: FeedSQL, by_payer: bool) -> list[str]:
    told = {name: text for name, text in _kind_of(feed, by_payer).items() if _is_column(text)}
    told |= {name: feed.pieces[name] for name in ("person", "heads", "minutes") if name in feed.pieces}
    return [f'{text} AS "{name}"' for name, text in told.items()]


def _alike(table: _Table) -> Iterable[str]:
    """Rows of one kind and person as one row, with how many `times` they came: of these there are few, and their kind is one text."""
    if not table.feed:
        return
    kind = {name: f'"{name}"' if _is_column(text) else text for name, text in _kind_of(table.feed, table.by_payer).items()}
    key = f" || '{BETWEEN}' || ".join(f"COALESCE({one}, '')" for one in kind.values())
    person = '"person"' if "person" in table.feed.pieces else "CAST(NULL AS VARCHAR)"
    sums = ", ".join(f'SUM("{one}") AS "{one}"' if one in table.feed.pieces else f'0 AS "{one}"' for one in ("heads", "minutes"))
    alike = ", ".join(one for one in (*kind.values(), person) if _is_column(one))
    told = f'SELECT {key} AS "key", {person} AS "person", COUNT(*) AS "times", {sums} FROM "rows_{table.name}" WHERE "fed" GROUP BY {alike}'
    yield f'"fed_{table.name}" AS MATERIALIZED ({told})'


def _answers(sql: DialectSQL, tables: Sequence[_Table]) -> Iterable[str]:
    """Each a select of: what it answers, the cells, and the kinds that it is of."""
    for table in tables:
        if table.asked.lines:
            cells = parting.counted(table.asked, [sql.lines[key] for key in table.asked.lines])
            yield _answer(f"figures {table.name}", cells, "NULL", f'"rows_{table.name}" {parting.grouped_by(table.asked)}')
    fed = [table for table in tables if table.feed]
    for table in fed:
        cells = ['SUM("times")', 'SUM("heads")', 'SUM("heads") FILTER (WHERE "person" IS NULL)', 'SUM("minutes")']
        yield _answer(table.name, cells, 'ARRAY["key"]', f'"fed_{table.name}" GROUP BY "key"')
    named = [table for table in fed if table.feed and "person" in table.feed.pieces]
    if named:
        who = " UNION ALL ".join(f'SELECT "person", "key" FROM "fed_{one.name}" WHERE "person" IS NOT NULL' for one in named)
        kinds = f'SELECT ARRAY_AGG("key" ORDER BY "key") AS "keys" FROM ({who}) AS who GROUP BY "person"'
        yield _answer("people", ["COUNT(*)"], '"keys"', f'({kinds}) AS kinds GROUP BY "keys"')


def _answer(part: str, cells: Sequence[str], keys: str, rows: str) -> str:
    texts = ", ".join(f"CAST({one} AS VARCHAR)" for one in cells)
    return f"SELECT '{part}' AS part, ARRAY[{texts}] AS cells, CAST({keys} AS VARCHAR[]) AS keys FROM {rows}"


def _kind(text: str) -> Kind:
    return Kind(*text.split(BETWEEN))


def _tally(cells: Sequence[str | None]) -> Tally:
    rows, heads, unnamed, minutes = (int(Decimal(one or 0)) for one in cells)
    return Tally(rows, heads, unnamed, minutes)


def _read(asked: Asked, rows: Rows) -> parting.Answers:
    """Numbers and days were sent as texts, for all answers come in one shape; codes of parts stay what they are."""
    first = 2 + len(asked.texts)
    return parting.read(asked, [(*cells[:first], *map(_value, cells[first:])) for cells, _keys in rows])


def _value(text: str | None) -> Any:
    if text is None:
        return None
    if text[4:5] == "-":
        return date.fromisoformat(text)
    return Decimal(text)
