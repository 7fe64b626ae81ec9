"""The keys of this installation as they are, without making any."""

from __future__ import annotations

from globa.config import connection, paths
from globa.config.keys import Keys, from_environment, from_file


def keys_at_hand() -> Keys | None:
    """None where an embedded installation has no keys yet: those that would be made now open no backup."""
    if connection.is_external():
        return from_environment()
    path = paths.var() / "keys.json"
    return from_file(path) if path.exists() else None
