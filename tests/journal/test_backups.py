"""The last backup is remembered, and that it was tried only of that very one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings

from globa.journal.backups import LastBackup, last_backup, remember, remember_verified

MADE = LastBackup("one", datetime(2026, 3, 4, 5, 6, tzinfo=UTC), 1_000)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path / "files")
    return tmp_path


def test_where_none_was_made_none_is_known() -> None:
    assert last_backup() is None


def test_what_cannot_be_read_is_not_known(folder: Path) -> None:
    (folder / "last-backup.json").write_text('{"id": "one"}')
    assert last_backup() is None


def test_a_backup_counts_as_tried_only_when_it_was_that_one() -> None:
    remember(MADE)
    remember_verified("another")
    assert last_backup() == MADE
    remember_verified("one")
    known = last_backup()
    assert known is not None
    assert known.verified_at is not None
    assert (known.id, known.made_at, known.size) == (MADE.id, MADE.made_at, MADE.size)
