"""`globa import-ledger`: what the file holds, what is asked, and nothing booked unless an account accepts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from globa.config import commands
from globa.config.commands import import_ledger
from globa.importers.ledger.doubts import OUT
from globa.planning.ledger import Entry
from globa.planning.plans.lines import PlanLine
from tests.builders import Place
from tests.importers.ledger.test_lines import FIRST, LIST, SECOND, line

__all__ = ["line"]
HERE = ["--municipality", "visaginas", "--year", "2023", "--json"]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("GLOBA_LANGUAGE", "en")
    found = tmp_path / "list.csv"
    found.write_text(LIST, encoding="utf-8")
    return str(found)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's own database stands open."""

    @contextmanager
    def records() -> Iterator[None]:
        yield

    monkeypatch.setattr(import_ledger, "records", records)


def test_without_an_account_it_says_what_the_file_holds(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["import-ledger", file, *HERE]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(one["cell"], one["amount"], one["item"], one["project"], one["centre"]) for one in told["amounts"]] == [
        ("G2", "1200.50", "211111", "Globos centras", "Šeimos centras"),
        ("G3", "200.00", "22111.06", "Globos centras", "Šeimos centras"),
        ("G4", "5.00", "22111.06", "", ""),
    ]


def test_a_person_reads_lines(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["import-ledger", file, *HERE[:-1]]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[1].split() == ["1200.50", "G2", "211111", "15101", "40", "Globos", "centras", "Šeimos", "centras"]
    assert said.endswith("Nothing was written.\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--municipality", "nowhere", "--year", "2023"], "nowhere"),
        (["--municipality", "visaginas", "--year", "2023", "--accept"], "--account E-MAIL"),
        (["--municipality", "visaginas"], "--year YEAR"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(file: str, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["import-ledger", file, *arguments]) == commands.REFUSED
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n"), says in said.err) == ("", 1, True)


@pytest.mark.usefixtures("opened")
def test_it_asks_as_the_account_is_asked_and_books_only_what_was_answered(
    file: str, line: PlanLine, municipality: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = [*HERE, "--basis", "cash", "--account", municipality.worker.email]
    assert commands.run(["import-ledger", file, *at, "--accept"]) == import_ledger.OPEN
    told = json.loads(capsys.readouterr().out)
    assert ([one["key"] for one in told["questions"] if one["open"]], told["accepted"]) == ([FIRST, SECOND], None)
    assert not Entry.objects.exists()
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({FIRST: "1.1.1", SECOND: OUT}), encoding="utf-8")
    assert commands.run(["import-ledger", file, *at, "--answers", str(answers), "--accept"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert ([one["line"] for one in told["entries"]], told["without_line"]) == (["1.1.1", "1.1.1", None], "5.00")
    assert (Entry.objects.count(), line.entries.count(), told["accepted"] is None) == (3, 2, False)


@pytest.mark.usefixtures("opened", "line")
def test_who_books_nowhere_is_refused(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["import-ledger", file, *HERE, "--basis", "cash", "--account", "nobody@globa.example"]) == commands.REFUSED
    assert "may not book in the ledger of" in capsys.readouterr().err
