"""`globa check-document`: what it prints, how it ends, and that it needs neither Django nor a database."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from globa.config.commands import run

SAMPLES = Path(__file__).parents[1] / "documents" / "samples"
WITHOUT_DJANGO = """
import sys
from globa.config.commands import run
code = run(["check-document", sys.argv[1]])
assert not {"django", "psycopg", "ibis"} & set(sys.modules)
sys.exit(code)
"""


def test_it_prints_findings_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check-document", str(SAMPLES / "alytus-section-2.docx"), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    total = next(one for one in found if one["difference"] == "8")
    assert set(total) == {
        "id", "rule", "severity", "places", "message", "difference", "explained_by", "explained_whole", "confidence",
    }  # fmt: skip
    assert (total["severity"], total["places"][0]) == ("contradiction", {"table": 3, "row": 4, "column": 9})


def test_it_tells_a_person_where_to_look(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOBA_LANGUAGE", "en")
    run(["check-document", str(SAMPLES / "alytus-section-2.docx")])
    told = capsys.readouterr().out
    assert "Cannot both be true: 3" in told
    assert "table 3, row 4, column 9" in told


def test_it_ends_with_nought_where_nothing_contradicts(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check-document", str(SAMPLES / "alytus-budget.xlsx"), "--json"]) == 0
    assert all(one["severity"] != "contradiction" for one in json.loads(capsys.readouterr().out)["findings"])


def test_it_refuses_what_is_not_there_or_not_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "empty.docx").write_bytes(b"")
    assert run(["check-document", str(tmp_path / "missing.docx")]) == 2
    assert run(["check-document", str(tmp_path / "empty.docx")]) == 2
    assert "missing.docx" in capsys.readouterr().err


def test_it_needs_no_django() -> None:
    asked = [sys.executable, "-c", WITHOUT_DJANGO, str(SAMPLES / "alytus-section-2.txt")]
    assert subprocess.run(asked, check=False, capture_output=True).returncode == 1
