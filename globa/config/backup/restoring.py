"""Putting a backup back in place of an empty database, or of everything that is there."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from globa.config.backup.database import Database
from globa.config.backup.filling import Manner, fill
from globa.config.backup.packing import Backup
from globa.config.backup.refusals import KeysDoNotOpen, MadeByANewerGloba, NotEmpty, StillInUse
from globa.config.keys import Keys


def refuse_unless_openable(backup: Backup, keys: Keys | None) -> None:
    """Asked before anything is made or changed: with other keys every personal code would stay closed."""
    if missing := backup.manifest.keys.missing_in(keys):
        raise KeysDoNotOpen(missing)


def refuse_newer(backup: Backup, known: set[str]) -> None:
    """`known` are the steps of this program's own tables and of its libraries."""
    for step in backup.manifest.contents.migrations:
        if step not in known:
            raise MadeByANewerGloba(backup.path, step)


def restore(backup: Backup, database: Database, files: Path, *, replacing: bool, manner: Manner = Manner.ANEW) -> None:
    """
    Put it back, whole or not at all.

    Anew, the tables have neither rights nor policies afterwards, so that nobody but the owner reads them: a migration must follow.
    """
    backup.refuse_if_damaged()
    if not replacing and not database.is_empty():
        raise NotEmpty(database.shown)
    if others := database.others():
        raise StillInUse(others)
    draft = files.with_name(f"{files.name}.coming")
    shutil.rmtree(draft, ignore_errors=True)
    unpacked = backup.unpack_files(draft)
    fill(backup, database, manner)
    if unpacked or files.exists():
        _change_places(draft, files)


def _change_places(coming: Path, files: Path) -> None:
    """What lay there is kept under another name: whoever replaced it may still want it."""
    if files.exists() and any(files.iterdir()):
        files.rename(files.with_name(f"{files.name}.{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}"))
    if coming.exists():
        shutil.rmtree(files, ignore_errors=True)
        coming.rename(files)
