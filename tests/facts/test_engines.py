"""The fact tables outside PostgreSQL."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from globa.facts.engines import snapshot
from globa.facts.engines.duckdb import DuckDB
from globa.facts.tables import TABLES
from tests.spec.engines import Engines, fill_postgres

MONEY: dict[str, Any] = {"basis": "cash", "item": "211111", "main_item": "211111", "source": "15101", "source_kind": "municipality"}
ROWS = {
    "money": [
        MONEY | {"record": "entry:1", "organisation": "a", "happened_on": date(2022, 12, 31), "amount": Decimal("0.10")},
        MONEY | {"record": "entry:2", "organisation": "a", "happened_on": date(2023, 1, 1), "amount": Decimal("0.20")},
        MONEY | {"record": "entry:3", "organisation": "b/c", "happened_on": date(2023, 1, 1), "amount": Decimal("0.30")},
    ],
    "units": [{"record": "unit:1", "organisation": "a", "unit": "a-centre", "kind": "foster_centre", "began_on": date(2018, 7, 1)}],
}
ALL = "SELECT record, organisation, happened_on, amount FROM facts.money ORDER BY record"


def filled(engines: Engines) -> Any:
    fill_postgres(engines.connection, ROWS)
    return engines.connection.cursor()


def test_a_snapshot_is_written_by_organisation_and_year_and_read_back(engines: Engines, tmp_path: Path) -> None:
    assert snapshot.write(filled(engines), tmp_path / "facts") == 4
    files = sorted(str(path.relative_to(tmp_path / "facts")) for path in tmp_path.rglob("*.parquet"))
    assert files == ["money/a/2022.parquet", "money/a/2023.parquet", "money/b%2Fc/2023.parquet", "units/a/2018.parquet"]
    assert DuckDB.of_parquet(tmp_path / "facts").run(ALL, []) == [
        ("entry:1", "a", date(2022, 12, 31), Decimal("0.10")),
        ("entry:2", "a", date(2023, 1, 1), Decimal("0.20")),
        ("entry:3", "b/c", date(2023, 1, 1), Decimal("0.30")),
    ]


def test_a_snapshot_takes_the_place_of_the_one_before(engines: Engines, tmp_path: Path) -> None:
    snapshot.write(filled(engines), tmp_path / "facts")
    assert snapshot.write(filled(engines), tmp_path / "facts", ["b/c"]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["facts"]
    assert [row[0] for row in DuckDB.of_parquet(tmp_path / "facts").run(ALL, [])] == ["entry:3"]


def test_some_organisations_are_held_in_memory(engines: Engines) -> None:
    held = snapshot.in_memory(filled(engines), ["a"])
    assert [row[0] for row in held.run(ALL, [])] == ["entry:1", "entry:2"]


def test_one_file_a_table_is_read_and_a_table_without_a_file_is_empty(engines: Engines, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    pq.write_table(snapshot.read(filled(engines), "money"), tmp_path / "money.parquet")
    read = DuckDB.of_parquet(tmp_path)
    assert read.run("SELECT count(*) FROM facts.money", []) == [(3,)]
    assert read.run("SELECT count(*) FROM facts.stays", []) == [(0,)]


def test_every_column_of_every_table_has_a_meaning() -> None:
    assert [f"{name}.{column}" for name, table in TABLES.items() for column, kind in table.columns.items() if not kind.means] == []
