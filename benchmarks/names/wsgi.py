"""What `globa run` serves, over the database of a million people."""

from __future__ import annotations

from benchmarks.names.database import NAMES
from globa.config import roles

roles.DATABASE = NAMES

from globa.config.wsgi import application  # noqa: E402 - the settings ask for the database when they are read

__all__ = ["application"]
