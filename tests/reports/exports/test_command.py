"""`globa report`: a file of the newest version, and whether a file or number is of a signed one."""

from __future__ import annotations

import json
from contextlib import nullcontext
from pathlib import Path

import pytest

from globa.config import commands
from globa.config.commands import report
from globa.registry.models import User
from globa.reports.exports.fingerprints import found_in
from tests.builders import Place
from tests.reports.signing.world import Signed


@pytest.fixture(autouse=True)
def _in_this_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOBA_LANGUAGE", "en")
    monkeypatch.setattr(report, "records", nullcontext)


def written(file: Path, format: str) -> list[str]:
    return ["report", "activity", "--organisation", "here", "--period", "2023", "--format", format, "--output", str(file)]


@pytest.mark.parametrize("format", report.FORMATS)
def test_a_signed_report_is_written_and_verified(signed: Signed, tmp_path: Path, format: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / f"report.{format}"
    assert commands.run(written(file, format)) == 0
    assert json.loads(capsys.readouterr().out)["fingerprint"] == found_in(file.read_bytes())
    assert commands.run(["report", "verify", str(file)]) == 0
    assert json.loads(capsys.readouterr().out)["report"] == "HE-2023-A1"


def test_a_changed_file_names_its_report_and_is_not_the_signed_one(
    signed: Signed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "report.html"
    commands.run(written(file, "html"))
    file.write_bytes(file.read_bytes().replace(b"Coordinators helped", b"Nobody helped"))
    capsys.readouterr()
    assert commands.run(["report", "verify", str(file)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["signed"], told["report"], told["unchanged"]) == (False, "HE-2023-A1", False)


def test_a_number_that_nobody_signed_is_told_so(signed: Signed, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["report", "verify", "HE-2023-A7"]) == 1
    assert json.loads(capsys.readouterr().out) == {"signed": False, "report": None}


def test_without_a_kept_report_a_draft_is_written(here: Place, director: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report.html"
    assert commands.run(written(file, "html")) == 0
    assert json.loads(capsys.readouterr().out)["signed"] is False
    assert found_in(file.read_bytes()) is None


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["report"], "--format html|docx|pdf|xlsx --output FILE FORM"),
        (["report", "verify"], "FILE|NUMBER"),
        (["report", "verify", "nowhere/report.pdf"], "could not be read"),
        (written(Path("nowhere/report.html"), "html"), "could not be written"),
    ],
)
def test_what_cannot_be_done_is_one_line(signed: Signed, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(arguments) == commands.REFUSED
    assert says in capsys.readouterr().err
