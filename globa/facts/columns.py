"""How a fact table is declared: columns with their meaning, and the codes a column may hold."""

from __future__ import annotations

from dataclasses import dataclass, field

import ibis
import ibis.expr.types as ir

RECORD = "record"
ORGANISATION = "organisation"


@dataclass(frozen=True)
class Column:
    """`type` is an Ibis type; `codes` are the only values the column may hold, when they are a closed list."""

    type: str
    means: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class FactTable:
    name: str
    means: str
    columns: dict[str, Column] = field(default_factory=dict)

    @property
    def expression(self) -> ir.Table:
        """The table, unbound: an expression over it compiles without a connection."""
        return ibis.table({name: column.type for name, column in self.columns.items()}, name=self.name, database="facts")


def text(means: str, *codes: str) -> Column:
    return Column("string", means, codes)


def day(means: str) -> Column:
    return Column("date", means)


def number(means: str) -> Column:
    return Column("int64", means)


def decimal(means: str) -> Column:
    return Column("decimal(14, 2)", means)


def yes_or_no(means: str) -> Column:
    return Column("boolean", means)
