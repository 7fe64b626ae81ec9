"""What a database refuses in the middle of a command, as one sentence for whoever typed it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from globa.config import connection, paths
from globa.config.refusals import DatabaseUnreachable, DatabaseWithoutTables, DataOfAnotherUser, DiskIsFull
from globa.vocabulary.refusal import Refusal

DISK_FULL = "53100"
NO_SUCH_TABLE = {"42P01", "42703", "3F000"}


def as_refusal(error: BaseException) -> Refusal | None:
    """Look through what Django and the driver wrapped around each other; None for what is our own mistake."""
    state = ""
    found: BaseException | None = error
    while found is not None:
        if isinstance(found, Refusal):
            return found
        if isinstance(found, OSError) and found.errno == errno.ENOSPC:
            return DiskIsFull(paths.var())
        if isinstance(found, PermissionError) and found.filename and Path(found.filename).is_relative_to(paths.var()):
            return DataOfAnotherUser(found.filename, _owner(Path(found.filename)))
        state = state or getattr(found, "sqlstate", None) or ""
        if type(found).__name__ == "OperationalError" and not state:
            return DatabaseUnreachable.of(connection.parameters(connection.role()), found)
        found = found.__cause__ or found.__context__
    if state == DISK_FULL:
        return DiskIsFull(paths.var())
    return DatabaseWithoutTables() if state in NO_SUCH_TABLE else None


def _owner(path: Path) -> str:
    """Of the folder above, where the thing itself could not even be made."""
    nearest = next(found for found in (path, *path.parents) if os.access(found, os.F_OK))
    try:
        return nearest.owner()
    except KeyError:
        return str(nearest.stat().st_uid)
