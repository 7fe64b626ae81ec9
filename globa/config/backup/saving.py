"""Making a backup, beside whoever works: the dump, the counts and the fingerprints are of one instant."""

from __future__ import annotations

import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from globa.config import connection
from globa.config.backup import contents, packing, postgres
from globa.config.backup.database import Database
from globa.config.backup.key_marks import KeyMarks
from globa.config.backup.manifest import Manifest
from globa.config.backup.program import program
from globa.config.backup.refusals import FileIsThere, NoSuchFolder, NotABackup
from globa.config.keys import Keys
from globa.config.refusals import DatabaseWithoutTables

NAME = "globa-{when}.backup"
MADE_NAMES = "globa-????-??-??T??????Z.backup"


def save(place: Path, database: Database, keys: Keys, files: Path) -> packing.Backup:
    """Write the backup into the file, or under a name of its own into the folder. `files` is where files lie outside the database."""
    made_at = datetime.now(UTC)
    path = named(place, made_at)
    programs = postgres.for_server(database.version())
    with database.opened() as asking, packing.writing(path) as into:
        snapshot = _hold_still(asking)
        with _dumped(programs, database, snapshot) as dump:
            into.add(packing.DUMP, dump)
        into.add_folder(files)
        found = contents.contents(asking)
        marks = KeyMarks.of(keys, contents.keys_in_use(asking, tuple(keys.encryption)))
        into.close_with(
            Manifest(
                id=str(uuid.uuid4()),
                made_at=made_at.isoformat(timespec="seconds"),
                program=program(),
                server=asking.info.server_version // 10000,
                tools=programs.version,
                roles={role: connection.parameters(role).get("user", "") for role in connection.ADDRESSES},
                keys=marks,
                contents=found,
                files=tuple(into.packed),
            )
        )
    return packing.read(path)


def named(place: Path, made_at: datetime) -> Path:
    path = place / NAME.format(when=made_at.strftime("%Y-%m-%dT%H%M%SZ")) if place.is_dir() else place
    if path.exists():
        raise FileIsThere(path)
    if not path.parent.is_dir():
        raise NoSuchFolder(path.parent)
    return path


def newest(place: Path) -> Path:
    """The file itself, or the newest in the folder."""
    made = sorted(place.glob(MADE_NAMES)) if place.is_dir() else [place]
    if not made:
        raise NotABackup(place, "-")
    return made[-1]


def forget_older(folder: Path, keep: int) -> list[Path]:
    """Remove all but the newest; only files whose name was made here."""
    made = sorted(folder.glob(MADE_NAMES), reverse=True)
    for path in made[keep:]:
        path.unlink()
    return made[keep:]


def _hold_still(asking: contents.Opened) -> str:
    """What is recorded from now on is in neither the dump nor the counts."""
    asking.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    if asking.execute("SELECT to_regclass('public.django_migrations')").fetchone() == (None,):
        raise DatabaseWithoutTables
    row = asking.execute("SELECT pg_export_snapshot()").fetchone()
    assert row is not None
    return str(row[0])


@contextmanager
def _dumped(programs: postgres.Programs, database: Database, snapshot: str) -> Iterator[IO[bytes]]:
    """As the owner, whose own policy shows every row: row security stays on, or PostgreSQL would refuse to dump."""
    command = [
        *(programs.program("pg_dump"), "--format=custom", "--compress=6", "--enable-row-security", f"--snapshot={snapshot}"),
        *("--no-password", *(f"--exclude-table-data=public.{name}" for name in contents.PASSING)),
        *("--dbname", database.address),
    ]
    with tempfile.TemporaryFile("w+") as errors:
        running = subprocess.Popen(
            command, env=database.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, cwd="/"
        )
        assert running.stdout is not None
        try:
            yield running.stdout
        finally:
            running.stdout.close()
            code = running.wait()
        if code:
            errors.seek(0)
            raise postgres.failed("pg_dump", errors.read())
