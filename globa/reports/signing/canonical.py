"""
A document as bytes that are the same for the same content, and back again.

The fingerprint is the hash of these bytes, not of a file: the same report as Word, PDF or page has one.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from msgspec.json import Decoder
from msgspec.structs import fields

from globa.reports import document
from globa.reports.document import Document, Part

CHOICES: dict[str, type[Enum]] = {
    name: thing for name, thing in vars(document).items() if isinstance(thing, type) and issubclass(thing, Enum)
}
WRAPPED = re.compile(rf'\{{"(?:is|name)":"([^"]*)","~":"(decimal|date|{"|".join(CHOICES)})"\}}')
"""What JSON has no kind of its own for, as `plain` writes it. No text looks like it: within one a quotation mark is escaped."""
DOCUMENT = Decoder(Document)


def canonical(of: Document) -> bytes:
    """JSON with sorted keys and no spaces; decimals as text, so that nothing is rounded."""
    return json.dumps(plain(of), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def in_groups(text: str) -> str:
    """Four letters a group, as it stands on every page; the first sixteen tell two reports apart."""
    return " ".join(text[place : place + 4].upper() for place in range(0, 16, 4))


def read(content: str) -> Document:
    return DOCUMENT.decode(WRAPPED.sub(_unwrapped, content))


def _unwrapped(found: re.Match[str]) -> str:
    """As the reader of JSON expects it in a place that is declared to hold a decimal, a day or a choice."""
    inside, kind = found.groups()
    return f'"{CHOICES[kind][inside].value if kind in CHOICES else inside}"'


def plain(thing: Any) -> Any:
    """The plain form of one thing; a field at its default is left out, so that a field added later changes no fingerprint."""
    if isinstance(thing, Enum):
        return {"~": type(thing).__name__, "name": thing.name}
    if isinstance(thing, Part):
        told = {name: plain(value) for name, default in _defaults(type(thing)).items() if (value := getattr(thing, name)) != default}
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


@cache
def _defaults(kind: type[Part]) -> dict[str, Any]:
    """Of each field in order; where there is none, something that equals no value."""
    return {field.name: field.default for field in fields(kind)}
