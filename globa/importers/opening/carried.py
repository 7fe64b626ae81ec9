"""What was read goes to the reader's page and back sealed: bound to who read it and where, and kept nowhere."""

from __future__ import annotations

import base64
import binascii
import json
import uuid
from dataclasses import dataclass
from datetime import date

from globa.importers.checked_documents.sealing import opened, sealed
from globa.importers.opening.reading import ReadRow, ReadTable

PURPOSE = "opening table"


@dataclass(frozen=True)
class Carried:
    """`once` is the key of the request: what is sent twice is recorded once."""

    table: ReadTable
    on: date
    once: uuid.UUID


def carry(carried: Carried, *, reader: uuid.UUID, organisation: uuid.UUID) -> str:
    said = {
        "on": carried.on.isoformat(),
        "once": str(carried.once),
        "unread": carried.table.unread,
        "rows": [[row.line, row.cells] for row in carried.table.rows],
    }
    return base64.b64encode(sealed(json.dumps(said).encode(), owner=reader, row=organisation, purpose=PURPOSE)).decode()


def carried_back(text: str, *, reader: uuid.UUID, organisation: uuid.UUID) -> Carried | None:
    """None for what somebody else read, for another organisation, and for what was changed on its way."""
    try:
        content = opened(base64.b64decode(text, validate=True), owner=reader, row=organisation, purpose=PURPOSE)
    except (binascii.Error, ValueError):
        return None
    if content is None:
        return None
    said = json.loads(content)
    rows = tuple(ReadRow(line, cells) for line, cells in said["rows"])
    return Carried(ReadTable(rows, tuple(said["unread"])), date.fromisoformat(said["on"]), uuid.UUID(said["once"]))
