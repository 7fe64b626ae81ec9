"""`globa word-template`: tried, taken into use and put away from the command line."""

from __future__ import annotations

import json
from contextlib import nullcontext
from pathlib import Path

import pytest

from globa.config import commands
from globa.config.commands import word_template
from globa.reports.exports.word_templates import WordTemplate, in_use
from tests.builders import Place
from tests.reports.exports.packing import part_of, saying

WHERE = ["--organisation", "here", "--form", "activity"]


@pytest.fixture(autouse=True)
def _in_this_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOBA_LANGUAGE", "en")
    monkeypatch.setattr(word_template, "records", nullcontext)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "own.docx"
    path.write_bytes(saying("Mūsų {{ title }}"))
    return path


def test_a_template_is_only_tried(here: Place, file: Path) -> None:
    sample = file.with_name("sample.docx")
    assert commands.run(["word-template", str(file), *WHERE, "--try", str(sample)]) == 0
    assert "Mūsų 2023 metų ataskaita" in part_of(sample.read_bytes(), "word/document.xml").decode()
    assert not WordTemplate.objects.exists()


@pytest.mark.owner
def test_a_template_is_taken_and_put_away(here: Place, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["word-template", str(file), *WHERE]) == 0
    assert json.loads(capsys.readouterr().out) == {"organisation": "here", "form": "activity", "file": "own.docx", "in_use": True}
    assert in_use(here.organisation.pk, "activity") == file.read_bytes()
    assert commands.run(["word-template", *WHERE, "--put-away", "Old letterhead"]) == 0
    assert (in_use(here.organisation.pk, "activity"), WordTemplate.objects.get().put_away_because) == (None, "Old letterhead")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([*WHERE], "--put-away REASON"),
        ([*WHERE, "--put-away", " "], "--put-away REASON"),
        (["nowhere/own.docx", *WHERE], "could not be read"),
        ([*WHERE, "--put-away", "Old"], "nothing to put away"),
        (["--organisation", "here", "--form", "activty", "--put-away", "Old"], "no report “activty”"),
    ],
)
def test_what_cannot_be_done_is_one_line(here: Place, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["word-template", *arguments]) == commands.REFUSED
    assert says in capsys.readouterr().err
