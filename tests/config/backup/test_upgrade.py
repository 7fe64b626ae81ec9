"""A new version comes in whole, or everything is as it was and somebody is told what to do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from globa.config import upgrading
from globa.config.upgrading import GLOBA, Upgrade
from tests.config.backup.installation import ROOT, Installation

POLICIES = "SELECT tablename, policyname, roles::text, qual FROM pg_policies ORDER BY 1, 2"
RIGHTS = (
    "SELECT table_schema, table_name, privilege_type FROM information_schema.role_table_grants WHERE grantee = 'globa_web' ORDER BY 1, 2, 3"
)
STANDS = "SELECT name FROM registry_organisation WHERE code = 'here' UNION ALL SELECT to_regclass('left_behind')::text"


def carried_out(failing: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, list[str]]:
    """The code of an upgrade in which one command fails, and the commands that were run."""
    monkeypatch.setenv("GLOBA_LANGUAGE", "en")
    ran: list[str] = []

    def run(command: Sequence[str | Path]) -> int:
        ran.append(str(command[1]) if command[0] == GLOBA else "install")
        return int(ran[-1] == failing)

    return Upgrade(Path("before.backup"), run=run).carry_out(), ran


@pytest.mark.parametrize(
    ("failing", "code", "ran"),
    [
        ("", 0, ["install", "backup", "createcachetable", "migrate", "check"]),
        ("install", 1, ["install"]),
        ("backup", 1, ["install", "backup"]),
        ("migrate", 1, ["install", "backup", "createcachetable", "migrate", "restore"]),
        ("check", 1, ["install", "backup", "createcachetable", "migrate", "check", "restore"]),
    ],
)
def test_what_fails_ends_it_and_only_after_the_backup_is_there_a_way_back(
    failing: str, code: int, ran: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert carried_out(failing, monkeypatch) == (code, ran)


def test_a_way_back_that_fails_says_how_it_is_gone_by_hand(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("GLOBA_LANGUAGE", "en")
    Upgrade(Path("before.backup"), run=lambda command: int(command[1] in ("migrate", "restore"))).carry_out()
    assert "globa restore --replace --as-it-was before.backup" in capsys.readouterr().err


@pytest.mark.parametrize("planted", ["migration", "check"])
def test_after_a_planted_fault_everything_is_as_it_was(
    planted: str, source: Installation, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GLOBA_LANGUAGE", "en")
    before = [source.ask(question) for question in (STANDS, POLICIES, RIGHTS)]
    new = {**source.environment, "DJANGO_SETTINGS_MODULE": "tests.config.backup.broken.settings", "PLANTED": planted}

    def run(command: Sequence[str | Path]) -> int:
        words = [sys.executable, "-m", "globa.config.commands", *command[1:]] if command[0] == GLOBA else ["true"]
        return subprocess.run(words, cwd=ROOT, env=new, capture_output=True).returncode

    backup = folder / f"before-{planted}.backup"
    assert Upgrade(backup, run=run).carry_out() == 1
    said = capsys.readouterr().err
    assert f"The step “{'migrate' if planted == 'migration' else 'check'}” failed" in said
    assert "The database is as it was before the upgrade. Put the previous version of the program back" in said
    assert str(backup) in said
    assert [source.ask(question) for question in (STANDS, POLICIES, RIGHTS)] == before
    source.did("check")


def test_the_backup_before_an_upgrade_says_so_and_when(tmp_path: Path) -> None:
    assert upgrading.place(tmp_path, datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)) == tmp_path / "before-upgrade-2026-03-04T050607Z.backup"
