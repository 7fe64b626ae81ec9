"""Compiled once, kept as data, read without Ibis."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from globa.indicators import compiled, storing
from globa.indicators.catalogue import CATALOGUE
from globa.indicators.compiling import compiled_now, compiled_text
from tests.indicators.declared import declared

WITHOUT_IBIS = """
import sys
from globa.indicators import figures, identities, published, compiled
assert len(compiled.catalogue().cards) > 100
heavy = {"ibis", "sqlglot", "pandas", "duckdb", "pyarrow", "django"} & set(sys.modules)
assert not heavy, heavy
"""


def test_what_is_stored_is_what_was_compiled() -> None:
    made = compiled_now(tuple(CATALOGUE.values()))
    assert storing.loads(storing.dumps(made)) == made


def test_figures_need_neither_ibis_nor_django(tmp_path: Path) -> None:
    environment = {"GLOBA_CACHE": str(tmp_path), "PATH": "/usr/bin:/bin"}
    for _first_makes_the_file_second_reads_it in range(2):
        subprocess.run([sys.executable, "-c", WITHOUT_IBIS], check=True, env=environment, cwd=compiled.PACKAGE.parent)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_place_that_cannot_be_written_only_costs_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("GLOBA_CACHE", str(tmp_path / "file" / "below"))
    compiled.catalogue.cache_clear()
    assert len(compiled.catalogue().cards) == len(CATALOGUE)


def test_a_damaged_file_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOBA_CACHE", str(tmp_path))
    compiled.stored_at().write_text("{")
    compiled.catalogue.cache_clear()
    assert len(compiled.catalogue().cards) == len(CATALOGUE)
    assert compiled.stored_at().read_text() == compiled_text()


def test_a_changed_declaration_has_another_fingerprint() -> None:
    one, other = (compiled_now((declared(rows=rows),)).cards["homes.tried"] for rows in _two())
    assert one.fingerprint != other.fingerprint


def _two() -> tuple[object, object]:
    from globa.facts.tables import stays

    return stays, stays.filter(stays.setting == "community_home")


def test_every_dialect_has_every_line() -> None:
    made = compiled.catalogue()
    assert set(made.dialects) == {"postgres", "duckdb"}
    assert set(made.dialects["postgres"].lines) == set(made.dialects["duckdb"].lines)


def test_a_percent_sign_is_no_placeholder_on_postgresql() -> None:
    texts = [line.condition + "".join(line.dimensions.values()) for line in compiled.catalogue().dialects["postgres"].lines.values()]
    assert not [text for text in texts if "%" in text.replace("%%", "")]
