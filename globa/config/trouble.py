"""What a database refuses in the middle of a command, as one sentence for whoever typed it."""

from __future__ import annotations

from globa.config import connection, paths
from globa.config.refusals import DatabaseUnreachable, DatabaseWithoutTables, DiskIsFull
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
        if isinstance(found, OSError) and found.errno == 28:
            return DiskIsFull(paths.var())
        state = state or getattr(found, "sqlstate", None) or ""
        if type(found).__name__ == "OperationalError" and not state:
            return DatabaseUnreachable.of(connection.parameters(connection.role()), found)
        found = found.__cause__ or found.__context__
    if state == DISK_FULL:
        return DiskIsFull(paths.var())
    return DatabaseWithoutTables() if state in NO_SUCH_TABLE else None
