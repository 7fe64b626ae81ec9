"""
The same figures without a database server: from Parquet files, or from rows held in memory.

Only for the command line and the worker; the web process never imports it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from globa.facts.engines.engine import Statement
from globa.facts.tables import TABLES

TYPES = {"string": "VARCHAR", "date": "DATE", "int64": "BIGINT", "boolean": "BOOLEAN", "decimal(14, 2)": "DECIMAL(14, 2)"}


class DuckDB:
    dialect = "duckdb"
    placeholder = "?"

    def __init__(self) -> None:
        self.connection = duckdb.connect(":memory:")
        self.connection.execute("CREATE SCHEMA facts")

    @classmethod
    def of_parquet(cls, folder: Path) -> DuckDB:
        """Read <folder>/<table>.parquet, or all Parquet files below <folder>/<table>/; a table without files is empty."""
        engine = cls()
        for table in TABLES:
            whole, pieces = folder / f"{table}.parquet", folder / table
            if whole.exists():
                engine._view(table, str(whole))
            elif any(pieces.glob("**/*.parquet")):
                engine._view(table, f"{pieces}/**/*.parquet")
            else:
                engine._empty(table)
        return engine

    @classmethod
    def of_rows(cls, rows: Mapping[str, Iterable[Mapping[str, object]]]) -> DuckDB:
        """Hold the rows in memory; a column that a row does not name is empty."""
        engine = cls()
        for table, declared in TABLES.items():
            engine._empty(table)
            values = [[row.get(column) for column in declared.columns] for row in rows.get(table, ())]
            if values:
                marks = ", ".join("?" * len(declared.columns))
                engine.connection.executemany(f'INSERT INTO facts."{table}" VALUES ({marks})', values)  # noqa: S608
        return engine

    @classmethod
    def of_arrow(cls, tables: Mapping[str, Any]) -> DuckDB:
        """Hold Arrow tables in memory, by the names of fact tables."""
        engine = cls()
        for table in TABLES:
            engine._empty(table)
            if table in tables:
                engine.connection.register("arriving", tables[table])
                engine.connection.execute(f'INSERT INTO facts."{table}" SELECT * FROM arriving')  # noqa: S608
                engine.connection.unregister("arriving")
        return engine

    def run(self, sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql, list(parameters)).fetchall()

    def run_all(self, statements: Sequence[Statement]) -> list[list[tuple[Any, ...]]]:
        return [self.run(*one) for one in statements]

    def _view(self, table: str, files: str) -> None:
        columns = ", ".join(f'"{column}"' for column in TABLES[table].columns)
        quoted = files.replace("'", "''")
        self.connection.execute(f"CREATE VIEW facts.\"{table}\" AS SELECT {columns} FROM read_parquet('{quoted}')")  # noqa: S608

    def _empty(self, table: str) -> None:
        columns = ", ".join(f'"{name}" {TYPES[column.type]}' for name, column in TABLES[table].columns.items())
        self.connection.execute(f'CREATE TABLE facts."{table}" ({columns})')
