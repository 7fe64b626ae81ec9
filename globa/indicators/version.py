"""Which declarations these are, told by their text."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
DECLARATIONS = ("indicators/**/*.py", "facts/tables.py", "facts/columns.py", "vocabulary/unit.py")
LIBRARIES = ("ibis-framework", "sqlglot")


@cache
def version() -> str:
    """A hash over the text of everything that an indicator is made of, and over the libraries that compile it."""
    digest = hashlib.sha256()
    for pattern in DECLARATIONS:
        for path in sorted(PACKAGE.glob(pattern)):
            digest.update(path.name.encode() + path.read_bytes())
    for library in LIBRARIES:
        digest.update(metadata.version(library).encode())
    return digest.hexdigest()[:24]
