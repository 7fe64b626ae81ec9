"""The command line: what it prints, and what it refuses in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from globa.config import commands
from globa.config.commands import figures, published
from globa.config.keys import KEY_BYTES, from_file
from globa.config.refusals import KeysUnreadable
from globa.config.settings import GLOBA_KEYS
from globa.vocabulary.period import Period

OUTSIDE = "postgresql://globa_web:not-to-be-said@127.0.0.1:1/globa"


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert commands.run(arguments) == commands.REFUSED
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOBA_LANGUAGE", "en")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["figurse"], "There is no command “globa figurse”"),
        (["figures"], "--organisation CODE --period PERIOD"),
        (["figures", "--organisation", "a", "--period", "20x3"], "“20x3” is not a period"),
        (["figures", "--organisation", "a", "--period", "2023", "--engine", "spark"], "There is no engine “spark”"),
        (["evidence", "--organisation", "a", "--period", "2023"], "--figure CODE"),
        (["published"], "REPORT"),
        (["database", "drop"], "{roles}"),
    ],
)
def test_a_command_that_is_not_understood_is_one_line_with_the_way_to_write_it(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert says in refused(arguments, capsys)


def test_an_unreachable_database_is_one_line_without_the_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", OUTSIDE)
    said = refused(["check"], capsys)
    assert "127.0.0.1:1/globa cannot be reached" in said
    assert "not-to-be-said" not in said


def test_an_outside_database_without_its_owner_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("DATABASE_URL", OUTSIDE)
    monkeypatch.setattr("globa.config.connection.role", lambda: "owner")
    from globa.config.connection import address
    from globa.config.refusals import SettingMissing

    with pytest.raises(SettingMissing, match="DATABASE_OWNER_URL"):
        address("owner")


def test_figures_are_printed_as_json_on_stdout(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[tuple[str, Period, str]] = []

    def counted(organisation: str, period: Period, engine: str) -> list[dict[str, object]]:
        asked.append((organisation, period, engine))
        return [{"code": "homes.children", "value": 35, "recorded": True}]

    monkeypatch.setattr("globa.reports.counting.figures", counted)
    assert figures.main(["--organisation", "a", "--period", "2023", "--engine", "duckdb", "--json"]) == 0
    assert asked == [("a", Period.year(2023), "duckdb")]
    assert json.loads(capsys.readouterr().out) == [{"code": "homes.children", "value": 35, "recorded": True}]


@pytest.mark.parametrize(("agree", "code"), [([True, True], 0), ([True, False], 1), ([], 1)])
def test_a_published_report_succeeds_only_when_every_row_agrees(agree: list[bool], code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("globa.reports.published.compare", lambda name, engine: [{"id": "B1", "agrees": one} for one in agree])
    assert published.main(["alytus-2023", "--json"]) == code


def test_the_roles_are_printed_for_an_administrator(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run(["database", "roles"]) == 0
    assert "NOBYPASSRLS" in capsys.readouterr().out


def test_keys_are_made_once_and_for_their_user_only(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    first = from_file(path)
    assert from_file(path) == first
    assert path.stat().st_mode & 0o777 == 0o600
    assert {len(key) for key in first.encryption.values()} == {KEY_BYTES}
    assert first.encryption != GLOBA_KEYS


def test_broken_keys_are_never_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    path.write_text("{}")
    with pytest.raises(KeysUnreadable):
        from_file(path)
    assert path.read_text() == "{}"
