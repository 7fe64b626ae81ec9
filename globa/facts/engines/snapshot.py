"""
The fact tables written as Parquet, by organisation and year, and read again without a server.

A row stands in the year of its first day: <folder>/<table>/<organisation>/<year>.parquet. Only for the
command line and the worker.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyarrow as pa
import pyarrow.parquet as pq

from globa.facts.columns import ORGANISATION, RECORD
from globa.facts.engines.duckdb import DuckDB
from globa.facts.tables import TABLES

TYPES = {"string": pa.string(), "date": pa.date32(), "int64": pa.int64(), "boolean": pa.bool_(), "decimal(14, 2)": pa.decimal128(14, 2)}
WITHOUT_A_DAY = "undated"
BATCH = 20_000


def write(cursor: Any, folder: Path, organisations: Sequence[str] | None = None) -> int:
    """
    Write what the cursor may see of the fact tables, of some organisations or of all; return how many rows.

    The folder is made anew: it is filled beside and then put in its place.
    """
    beside = folder.with_name(folder.name + ".writing")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    written = 0
    for table in TABLES:
        for organisation, year, rows in _by_organisation_and_year(table, read(cursor, table, organisations)):
            place = beside / table / quote(organisation, safe="")
            place.mkdir(parents=True, exist_ok=True)
            pq.write_table(rows, place / f"{year}.parquet")
            written += rows.num_rows
    shutil.rmtree(folder, ignore_errors=True)
    beside.replace(folder)
    return written


def in_memory(cursor: Any, organisations: Sequence[str] | None = None) -> DuckDB:
    """The fact tables that the cursor may see, held by a DuckDB of their own."""
    return DuckDB.of_arrow({table: read(cursor, table, organisations) for table in TABLES})


def read(cursor: Any, table: str, organisations: Sequence[str] | None = None) -> pa.Table:
    columns = TABLES[table].columns
    names = ", ".join(f'"{name}"' for name in columns)
    some = "" if organisations is None else f' WHERE "{ORGANISATION}" = ANY(%s)'
    cursor.execute(f'SELECT {names} FROM facts."{table}"{some}', [] if organisations is None else [list(organisations)])  # noqa: S608
    return pa.Table.from_batches(_batches(cursor, table), schema=_schema(table))


def _schema(table: str) -> pa.Schema:
    return pa.schema([(name, TYPES[column.type]) for name, column in TABLES[table].columns.items()])


def _batches(cursor: Any, table: str) -> Iterator[pa.RecordBatch]:
    schema = _schema(table)
    while rows := cursor.fetchmany(BATCH):
        yield pa.RecordBatch.from_arrays(
            [_array(column, kind.type) for column, kind in zip(zip(*rows, strict=True), schema, strict=True)], schema=schema
        )


def _array(values: Iterable[object], kind: pa.DataType) -> pa.Array:
    if pa.types.is_string(kind):
        return pa.array([None if value is None else str(value) for value in values], kind)
    return pa.array(list(values), kind)


def _by_organisation_and_year(table: str, rows: pa.Table) -> Iterator[tuple[str, str, pa.Table]]:
    first = next((name for name, column in TABLES[table].columns.items() if column.type == "date"), RECORD)
    days = rows[first].to_pylist()
    groups: dict[tuple[str, str], list[int]] = {}
    for place, (organisation, day) in enumerate(zip(rows[ORGANISATION].to_pylist(), days, strict=True)):
        groups.setdefault((organisation, str(day.year) if isinstance(day, date) else WITHOUT_A_DAY), []).append(place)
    for (organisation, year), places in sorted(groups.items()):
        yield organisation, year, rows.take(pa.array(places)).sort_by([(first, "ascending"), (RECORD, "ascending")])
