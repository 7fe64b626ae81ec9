"""
Whole statements put together from compiled pieces.

Figures of one fact table are conditional aggregates of one statement, for any number of scopes; evidence and
breakdowns are the same rows without the aggregate, or with it by part.
"""

# ruff: noqa: S608 - the texts are compiled declarations; whatever comes from outside is a parameter

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from globa.facts.engines.engine import Engine
from globa.indicators.pieces import DialectSQL, LineSQL, both
from globa.indicators.scope import Scope, scope_table

Statement = tuple[str, list[object]]


@dataclass(frozen=True)
class Place:
    """How far evidence was shown: `rows` of `record` are already seen."""

    day: date
    record: str
    rows: int = 1


def figures(sql: DialectSQL, table: str, keys: Sequence[str], scopes: Sequence[Scope], engine: Engine) -> Statement:
    """
    A row a scope that has any rows: its number, then for each key its value and the count of its rows.

    What all keys ask of a row is asked once, and rows that no key wants are left out before they are looked at.
    """
    source = sql.tables[table]
    head, parameters = scope_table(source.scope, scopes, engine.placeholder)
    lines = [sql.lines[key] for key in keys]
    shared = [one for one in lines[0].conditions if all(one in line.conditions for line in lines)]
    own = [tuple(one for one in line.conditions if one not in shared) for line in lines]
    values = ", ".join(f"{_when(line.value, rest)}, {_when('COUNT(*)', rest)}" for line, rest in zip(lines, own, strict=True))
    number = source.columns["scope_number"]
    return f"{head} SELECT {number}, {values} FROM {source.rows} {_where(shared, own)} GROUP BY {number}", parameters


def _when(aggregate: str, conditions: Sequence[str]) -> str:
    return f"{aggregate} FILTER (WHERE {both(conditions)})" if conditions else aggregate


def _where(shared: Sequence[str], own: Sequence[tuple[str, ...]]) -> str:
    """What is asked of every row: what all share, and of the rest what asks for most rows; what asks for fewer of them is within it."""
    widest = [rest for rest in dict.fromkeys(own) if not any(set(other) < set(rest) for other in own)]
    either = " OR ".join(both(rest) for rest in widest if rest)
    return f"WHERE {both([*shared, *([either] if either else [])])}"


def parts(sql: DialectSQL, key: str, names: Sequence[str], scope: Scope, engine: Engine) -> Statement:
    """
    The line by each of some dimensions, all in one statement.

    A row a part: which dimension, the part's code, its value and the count of its rows.
    """
    line = sql.lines[key]
    source = sql.tables[line.table]
    head, parameters = scope_table(source.scope, [scope], engine.placeholder)
    told = ", ".join(f'{line.dimensions[name]} AS "{place}"' for place, name in enumerate(names))
    rows = f"SELECT {told}, {line.counted or '1'} AS counted FROM {source.rows} WHERE {line.condition}"
    quoted = [f'"{place}"' for place in range(len(names))]
    which = " ".join(f"WHEN GROUPING({column}) = 0 THEN {place}" for place, column in enumerate(quoted))
    part = " ".join(f"WHEN GROUPING({column}) = 0 THEN {column}" for column in quoted)
    sets = ", ".join(f"({column})" for column in quoted)
    value = line.function.format("counted")
    return (
        f"{head} SELECT CASE {which} END, CASE {part} END, {value}, COUNT(*) FROM ({rows}) AS parted GROUP BY GROUPING SETS ({sets})",
        parameters,
    )


def evidence(
    sql: DialectSQL,
    key: str,
    scope: Scope,
    engine: Engine,
    *,
    where: Mapping[str, str],
    after: Place | None,
    limit: int,
    offset: int,
    few: bool = False,
) -> Statement:
    """
    The rows behind the line, by day and then record: the day, then every column of the fact table.

    One record may have several rows (a service its recipients), so what follows a place begins at the place's
    record and skips those of its rows that were shown; rows of one record are in the order of their columns.
    The days of the page are found first: only of their rows are the columns read and put in order. Of a `few` rows all are.
    """
    line = sql.lines[key]
    source = sql.tables[line.table]
    head, parameters = scope_table(source.scope, [scope], engine.placeholder)
    conditions, wanted = _restricted(line, where, engine)
    record = source.columns["record"]
    if after is not None:
        conditions.append(f"({line.day}, {record}) >= (CAST({engine.placeholder} AS DATE), {engine.placeholder})")
        wanted += [after.day, after.record]
        offset += after.rows
    columns = ", ".join(source.columns[name] for name in source.own)
    rows = f"FROM {source.rows} WHERE {' AND '.join(conditions)}"
    days = f"SELECT {line.day} AS day {rows} ORDER BY {line.day} LIMIT {int(offset) + int(limit)}"
    near = "" if few else f" AND {line.day} <= (SELECT MAX(day) FROM ({days}) AS shown)"
    return (
        f"{head} SELECT {line.day} AS day, {columns} {rows}{near} "
        f"ORDER BY {line.day}, {record}, {columns} LIMIT {int(limit)} OFFSET {int(offset)}",
        parameters + wanted * (1 if few else 2),
    )


def evidence_of_each(sql: DialectSQL, asked: Sequence[tuple[str, Scope, Mapping[str, str]]], limit: int, engine: Engine) -> Statement:
    """All rows behind several lines of one fact table: the place of the line among them, the day, then every column."""
    texts: list[str] = []
    parameters: list[object] = []
    for place, (key, scope, where) in enumerate(asked):
        text, wanted = evidence(sql, key, scope, engine, where=where, after=None, limit=limit, offset=0, few=True)
        texts.append(f"SELECT {place} AS asked, found.* FROM ({text}) AS found")
        parameters += wanted
    return " UNION ALL ".join(texts), parameters


def evidence_count(sql: DialectSQL, key: str, scope: Scope, engine: Engine, *, where: Mapping[str, str]) -> Statement:
    line = sql.lines[key]
    source = sql.tables[line.table]
    head, parameters = scope_table(source.scope, [scope], engine.placeholder)
    conditions, wanted = _restricted(line, where, engine)
    return f"{head} SELECT COUNT(*) FROM {source.rows} WHERE {' AND '.join(conditions)}", parameters + wanted


def _restricted(line: LineSQL, where: Mapping[str, str], engine: Engine) -> tuple[list[str], list[object]]:
    asked = [f"{line.dimensions[name]} = {engine.placeholder}" for name in where]
    return [f"({line.condition})", *asked], list(where.values())
