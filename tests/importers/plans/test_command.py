"""`globa import-plan`: JSON for programs, lines for people, one line for what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from globa.config import commands
from tests.documents.made import word

TITLE = "Utenos rajono savivaldybės 2024 m. socialinių paslaugų planas"
TABLE = [["Priemonės", "Lėšos", "Vykdytojas"], ["1.1.1. globoti", "5,00 ES fondų lėšos", "Centras"]]


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("GLOBA_LANGUAGE", "en")
    file = tmp_path / "planas.docx"
    file.write_bytes(word(TITLE, TABLE))
    return str(file)


def test_a_plan_is_printed_as_json(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["import-plan", plan, "--municipality", "utena", "--year", "2024", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["goals"][0]["tasks"][0]["measures"][0]["lines"][0] == {
        "responsible": ["Centras"],
        "planned": [{"amount": "5.00", "source": "ES", "note": "", "parts": []}],
        "planned_total": "5.00",
        "planned_stated_total": "5.00",
        "used": [],
        "used_total": None,
        "used_stated_total": None,
        "missing": {"planned": None, "used": "unknown"},
        "expected": "",
        "achieved": "",
    }
    assert (told["yearly"], told["additional"], told["problems"]) == ([], [], [])


def test_a_plan_is_printed_for_a_person(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["import-plan", plan, "--municipality", "utena", "--year", "2024"]) == 0
    assert "1.1.1. globoti\n      Centras: planned 5, used –\nNothing is doubtful." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--municipality", "utena", "--year", "2023"], "calls itself a plan of 2024"),
        (["--municipality", "visaginas", "--year", "2024"], "of Utenos rajono savivaldybė"),
        (["--municipality", "utena"], "--year YEAR"),
    ],
)
def test_what_is_not_that_plan_is_refused_in_one_line(
    plan: str, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.run(["import-plan", plan, *arguments]) == commands.REFUSED
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert says in said.err


def test_a_missing_file_is_refused(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["import-plan", plan + "x", "--municipality", "utena", "--year", "2024"]) == commands.REFUSED
    assert "could not be read" in capsys.readouterr().err
