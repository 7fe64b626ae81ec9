"""The file goes to the reader's page and back sealed: bound to who brought it and for which organisation, and kept nowhere."""

from __future__ import annotations

import base64
import binascii
import json
import uuid
from dataclasses import dataclass
from datetime import date

from globa.importers.checked_documents.sealing import opened, sealed
from globa.importers.ledger.proposing import Asked

PURPOSE = "ledger file"
END = b"\0"


@dataclass(frozen=True)
class Carried:
    """`once` is the key of the request: what is sent twice is booked once."""

    name: str
    content: bytes
    asked: Asked
    once: uuid.UUID


def carry(carried: Carried, *, reader: uuid.UUID, organisation: uuid.UUID) -> str:
    said = {"name": carried.name, "day": carried.asked.day.isoformat(), "basis": carried.asked.basis, "once": str(carried.once)}
    whole = json.dumps(said).encode() + END + carried.content
    return base64.b64encode(sealed(whole, owner=reader, row=organisation, purpose=PURPOSE)).decode()


def carried_back(text: str, *, reader: uuid.UUID, organisation: uuid.UUID) -> Carried | None:
    """None for what somebody else brought, for another organisation, and for what was changed on its way."""
    try:
        whole = opened(base64.b64decode(text, validate=True), owner=reader, row=organisation, purpose=PURPOSE)
    except (binascii.Error, ValueError):
        return None
    if whole is None:
        return None
    head, _end, content = whole.partition(END)
    said = json.loads(head)
    asked = Asked(date.fromisoformat(said["day"]), said["basis"])
    return Carried(said["name"], content, asked, uuid.UUID(said["once"]))
