"""The engines that specifications are tried on, filled with the same rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import psycopg

from globa.facts.engines.duckdb import DuckDB
from globa.facts.engines.engine import Engine
from globa.facts.engines.postgres import Postgres
from globa.facts.tables import TABLES

TYPES = {"string": "text", "date": "date", "int64": "bigint", "boolean": "boolean", "decimal(14, 2)": "numeric(14, 2)"}
Rows = Mapping[str, Iterable[Mapping[str, object]]]


def make_tables(connection: psycopg.Connection[Any]) -> None:
    """Plain tables in place of the views of the application, in a schema of the same name."""
    connection.execute("DROP SCHEMA IF EXISTS facts CASCADE")
    connection.execute("CREATE SCHEMA facts")
    for name, table in TABLES.items():
        columns = ", ".join(f'"{column}" {TYPES[kind.type]}' for column, kind in table.columns.items())
        connection.execute(f'CREATE TABLE facts."{name}" ({columns})')
    connection.commit()


def fill_postgres(connection: psycopg.Connection[Any], rows: Rows) -> Postgres:
    """Rows live in a transaction that the next ones roll back: emptying tables would wait for the disk."""
    connection.rollback()
    with connection.cursor() as cursor:
        for name, table in TABLES.items():
            if found := list(rows.get(name, ())):
                with cursor.copy(f'COPY facts."{name}" FROM STDIN') as copy:
                    for row in found:
                        copy.write_row([row.get(column) for column in table.columns])
    return Postgres(connection.cursor)


def fill_duckdb(rows: Rows) -> DuckDB:
    """Through Arrow, which is much quicker than row by row."""
    import pyarrow as pa

    from globa.facts.engines.snapshot import TYPES as ARROW

    tables = {}
    for name, table in TABLES.items():
        if found := list(rows.get(name, ())):
            schema = pa.schema([(column, ARROW[kind.type]) for column, kind in table.columns.items()])
            tables[name] = pa.Table.from_pylist([{column: row.get(column) for column in table.columns} for row in found], schema=schema)
    return DuckDB.of_arrow(tables)


class Engines:
    """A scratch database of PostgreSQL, and a DuckDB anew each time."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.connection = psycopg.connect(address)

    def holding(self, rows: Rows) -> dict[str, Engine]:
        """Both hold these rows until they are asked to hold others."""
        return {"postgres": fill_postgres(self.connection, rows), "duckdb": fill_duckdb(rows)}

    def another(self) -> Engines:
        """The same database with rows of its own."""
        return Engines(self.address)
