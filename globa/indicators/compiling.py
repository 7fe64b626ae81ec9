"""
From declarations to SQL: Ibis says which rows, and what of them is counted, in the words of each dialect.

Everything that the lines of one fact table need is compiled in one expression over the fact table joined with the
scope, and taken apart by its columns. `statements` puts the pieces together: many conditional aggregates in one
statement for figures, the same rows without the aggregate for evidence. The aggregates are the few that every
engine writes alike.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir
from ibis.backends.sql.compilers import DuckDBCompiler, PostgresCompiler

from globa.facts.columns import ORGANISATION
from globa.facts.tables import TABLES
from globa.indicators import storing
from globa.indicators.catalogue import CATALOGUE
from globa.indicators.checks import predicates, table_of
from globa.indicators.feeds import FEEDS, Feed
from globa.indicators.indicator import Indicator
from globa.indicators.pieces import Compiled, DialectSQL, FeedSQL, LineSQL, TableSQL, line_key
from globa.indicators.scope import ALWAYS, TYPES
from globa.indicators.value import Rows
from globa.indicators.version import version

COMPILERS: dict[str, type] = {"postgres": PostgresCompiler, "duckdb": DuckDBCompiler}
IBIS_TYPES = {"BIGINT": "int64", "VARCHAR": "string"}


class UnexpectedSQL(Exception):
    """The compiled source is not a plain join that statements can be put together from: a change in Ibis."""


@lru_cache(maxsize=32)
def compiled_now(indicators: tuple[Indicator, ...]) -> Compiled:
    sources = _sources((*indicators, *FEEDS))
    lines = [line for one in indicators for line in _lines(one, sources)]
    feeds = [_fed(feed, sources[table_of(feed.rows).name]) for feed in FEEDS]
    dialects = {dialect: _compiled_for(dialect, sources, lines, feeds) for dialect in COMPILERS}
    cards = {one.code: _signed(one, dialects["postgres"]) for one in indicators}
    return Compiled(version(), cards, dialects, {name: table.means for name, table in TABLES.items()})


def compiled_text() -> str:
    return storing.dumps(compiled_now(tuple(CATALOGUE.values())))


def _signed(indicator: Indicator, sql: DialectSQL) -> Any:
    """Give the card a fingerprint of all that decides its number: a signed report keeps it."""
    card = indicator.card
    text = storing.dumps((card, tuple(sql.lines[line_key(card, name)] for name in card.line_names)))
    return replace(card, fingerprint=hashlib.sha256(text.encode()).hexdigest()[:16])


@dataclass(eq=False)
class _Source:
    """A fact table joined with the scope, and every expression over it that some line needs."""

    table: str
    scope: tuple[str, ...]
    row: ir.Table
    names: dict[ops.Node, str] = field(default_factory=dict)

    def name(self, expression: ir.Value) -> str:
        return self.names.setdefault(expression.op(), f"piece_{len(self.names)}")


@dataclass(frozen=True)
class _Line:
    """A line before it is SQL: each piece is a name in its source."""

    key: str
    part: Rows
    source: _Source
    conditions: tuple[str, ...]
    day: str
    counted: str
    dimensions: dict[str, str]
    codes: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class _Fed:
    """A feed before it is SQL: each piece is a name in its source."""

    feed: Feed
    source: _Source
    conditions: tuple[str, ...]
    day: str
    pieces: dict[str, str]


def _fed(feed: Feed, source: _Source) -> _Fed:
    (part,) = feed.parts
    conditions = tuple(dict.fromkeys(source.name(one) for one in _conditions(feed, part, source.row)))
    pieces = {name: source.name(one) for name, one in feed.pieces(source.row).items()}
    return _Fed(feed, source, conditions, source.name(source.row[part.when.columns[0]]), pieces)


def _lines(indicator: Indicator, sources: dict[str, _Source]) -> Iterable[_Line]:
    card = indicator.card
    for name, part in zip(card.line_names, indicator.parts, strict=True):
        source = sources[table_of(part.rows).name]
        counted = part.value.counted(source.row)
        yield _Line(
            line_key(card, name), part, source,
            conditions=tuple(dict.fromkeys(source.name(one) for one in _conditions(indicator, part, source.row))),
            day=source.name(source.row[part.when.columns[0]]),
            counted="" if counted is None else source.name(counted),
            dimensions={one.name: source.name(one.part(source.row, part.when)) for one in indicator.dimensions},
            codes={one.name: codes for one in indicator.dimensions if (codes := one.codes(TABLES[source.table]))},
        )  # fmt: skip


def _conditions(indicator: Indicator | Feed, part: Rows, row: ir.Table) -> Iterator[ir.BooleanValue]:
    """The declared rows, at their time, of organisations that record everything the figure is made of."""
    for predicate in predicates(part.rows):
        yield from _each(rebased(predicate, row))
    yield from _each(part.when.holds(row).op())
    for one in indicator.parts:
        yield from _each(one.when.recorded(row, table_of(one.rows).name).op())


def _each(node: ops.Value) -> Iterator[ir.BooleanValue]:
    """Conditions that must all hold, one by one."""
    if isinstance(node, ops.And):
        yield from _each(node.left)
        yield from _each(node.right)
    else:
        yield node.to_expr()


def rebased(node: Any, onto: ir.Table) -> Any:
    """The same expression over another relation that has columns of the same names."""
    if isinstance(node, ops.Field):
        return onto[node.name].op()
    if isinstance(node, tuple):
        return tuple(rebased(inner, onto) for inner in node)
    if isinstance(node, ops.Value) and not isinstance(node, ops.Literal):
        return node.copy(**{name: rebased(inner, onto) for name, inner in zip(node.argnames, node.args, strict=True)})
    return node


def _sources(indicators: Iterable[Indicator | Feed]) -> dict[str, _Source]:
    """Per fact table: its join with the columns of the scope that its lines compare with."""
    wanted: dict[str, dict[str, None]] = {}
    for indicator in indicators:
        tables = [table_of(part.rows).name for part in indicator.parts]
        stated = [day for part in indicator.parts for day in part.when.stated_days]
        for table in tables:
            columns = wanted.setdefault(table, dict.fromkeys(ALWAYS))
            columns.update(dict.fromkeys([f"since_{one}" for one in tables] + stated))
    return {table: _Source(table, tuple(columns), joined_with_scope(table, columns)) for table, columns in wanted.items()}


def joined_with_scope(table: str, columns: Iterable[str]) -> ir.Table:
    fact = TABLES[table].expression
    scope = ibis.table({column: IBIS_TYPES.get(TYPES.get(column, ""), "date") for column in columns}, name="scope")
    return fact.join(scope, fact[ORGANISATION] == scope.scope_organisation)


def _compiled_for(dialect: str, sources: dict[str, _Source], lines: Iterable[_Line], feeds: Iterable[_Fed]) -> DialectSQL:
    tables, pieces = {}, {}
    for table, source in sources.items():
        tables[table], pieces[table] = _taken_apart(dialect, source)
    fed = {one.source.table: _feed_sql(one, pieces[one.source.table]) for one in feeds}
    return DialectSQL(tables, {line.key: _line_sql(line, pieces[line.source.table]) for line in lines}, fed)


def _feed_sql(fed: _Fed, pieces: dict[str, str]) -> FeedSQL:
    told = {name: pieces[piece] for name, piece in fed.pieces.items()}
    return FeedSQL(tuple(pieces[one] for one in fed.conditions), pieces[fed.day], fed.feed.when, told)


def _line_sql(line: _Line, pieces: dict[str, str]) -> LineSQL:
    return LineSQL(
        line.source.table, tuple(pieces[one] for one in line.conditions), pieces[line.day],
        line.part.value.function, pieces.get(line.counted, ""),
        {name: pieces[piece] for name, piece in line.dimensions.items()}, line.codes,
    )  # fmt: skip


def _taken_apart(dialect: str, source: _Source) -> tuple[TableSQL, dict[str, str]]:
    """Compile the source with its columns and pieces; return where they come from, and the text of each piece."""
    compiler = COMPILERS[dialect]()
    columns = ("scope_number", *TABLES[source.table].columns)
    named = {name: node.to_expr() for node, name in source.names.items()}
    select = compiler.to_sqlglot(source.row.select(**{column: source.row[column] for column in columns}, **named))

    def text(node: Any) -> str:
        written: str = node.sql(dialect=compiler.dialect)
        return written.replace("%", "%%") if dialect == "postgres" else written

    arguments = {name for name, value in select.args.items() if value}
    if not arguments <= {"kind", "expressions", "from", "from_", "joins"}:
        raise UnexpectedSQL(f"{arguments}: {select.sql(dialect=compiler.dialect)}")
    origin = select.args.get("from_") or select.args["from"]
    rows = " ".join([text(origin.this), *(text(join).strip() for join in select.args.get("joins") or ())])
    pieces = {one.alias_or_name: text(one.unalias()) for one in select.expressions}
    return TableSQL(rows, {column: pieces[column] for column in columns}, source.scope), pieces


if __name__ == "__main__":
    sys.stdout.write(compiled_text())
