"""Reading back from a file which signed report it says it is."""

from __future__ import annotations

import io
import re
import zipfile

from globa.reports.exports.seal import KEYWORD

WRITTEN = re.compile(re.escape(KEYWORD.encode()) + rb"([0-9a-f]{64})\b")
PROPERTIES = "docProps/core.xml"
LARGEST = 1_000_000


def found_in(content: bytes) -> str | None:
    """The fingerprint in the properties of a Word file, workbook, PDF or page that Globa made; None where there is none."""
    properties = _properties(content) if content.startswith(b"PK") else content
    found = set(WRITTEN.findall(properties))
    return found.pop().decode() if len(found) == 1 else None


def _properties(content: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed, packed.open(PROPERTIES) as part:
            return part.read(LARGEST)
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, OSError):
        return b""
