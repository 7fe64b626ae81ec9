"""
A document as bytes that are the same for the same content, and back again.

The fingerprint is the hash of these bytes, not of a file: the same report as Word, PDF or page has one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from globa.reports import document
from globa.reports.document import Document

CLASSES: dict[str, type] = {
    name: thing for name, thing in vars(document).items() if isinstance(thing, type) and (is_dataclass(thing) or issubclass(thing, Enum))
}


def canonical(of: Document) -> bytes:
    """JSON with sorted keys and no spaces; decimals as text, so that nothing is rounded."""
    return json.dumps(plain(of), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def in_groups(text: str) -> str:
    """Four letters a group, as it stands on every page; the first sixteen tell two reports apart."""
    return " ".join(text[place : place + 4].upper() for place in range(0, 16, 4))


def read(content: bytes | str) -> Document:
    made = _made(json.loads(content))
    assert isinstance(made, Document)
    return made


def plain(thing: Any) -> Any:
    """The plain form of one thing; a field at its default is left out, so that a field added later changes no fingerprint."""
    if isinstance(thing, Enum):
        return {"~": type(thing).__name__, "name": thing.name}
    if is_dataclass(thing):
        told = {field.name: plain(value) for field in fields(thing) if (value := getattr(thing, field.name)) != field.default}
        return {"~": type(thing).__name__} | told
    if isinstance(thing, Decimal):
        return {"~": "decimal", "is": str(thing)}
    if isinstance(thing, date):
        return {"~": "date", "is": thing.isoformat()}
    if isinstance(thing, Mapping):
        return {str(name): plain(inner) for name, inner in thing.items()}
    if isinstance(thing, list | tuple):
        return [plain(inner) for inner in thing]
    return thing


def _made(plain_thing: Any) -> Any:
    if isinstance(plain_thing, list):
        return tuple(_made(inner) for inner in plain_thing)
    if not isinstance(plain_thing, dict):
        return plain_thing
    kind = plain_thing.get("~")
    if kind == "decimal":
        return Decimal(plain_thing["is"])
    if kind == "date":
        return date.fromisoformat(plain_thing["is"])
    inner = {name: _made(one) for name, one in plain_thing.items() if name != "~"}
    if kind is None:
        return inner
    made = CLASSES[kind]
    return made[inner["name"]] if issubclass(made, Enum) else made(**inner)
