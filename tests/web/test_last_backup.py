"""The age of the last backup stands where the administrator looks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation

from globa.journal.backups import LastBackup, remember, remember_verified


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path / "files")


def shown() -> str:
    with translation.override("en"):
        return Template("{% load backups %}{% last_backup %}").render(Context())


def made(ago: timedelta) -> None:
    remember(LastBackup("one", datetime.now(UTC) - ago, 5_000_000))


def test_where_none_was_made_that_is_a_warning() -> None:
    assert "No backup was made on this machine yet" in shown()


def test_the_backup_of_this_night_is_shown_without_a_warning() -> None:
    made(timedelta(hours=7))
    assert "Last backup:" in shown()
    assert "It was not tried yet." in shown()
    assert "older than a night" not in shown()


def test_one_that_was_tried_says_so() -> None:
    made(timedelta(hours=7))
    remember_verified("one")
    assert "It was put back beside and found whole" in shown()


def test_one_that_is_older_than_a_night_is_a_warning() -> None:
    made(timedelta(hours=27))
    assert "The last backup is older than a night" in shown()
