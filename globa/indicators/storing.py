"""Compiled indicators as JSON and back: plain data only, nothing in the file can run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from globa.indicators import card, disclosure, pieces, value, when
from globa.vocabulary import source, unit

CLASSES: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        card.Card, card.Line, source.Source, unit.Unit, disclosure.Disclosure,
        pieces.Compiled, pieces.DialectSQL, pieces.TableSQL, pieces.LineSQL, pieces.FeedSQL,
        when.During, when.AtOpening, when.AtClosing, when.OnDay, when.AtAnyTime, when.All,
        value.Count, value.Distinct, value.Sum, value.Hours, value.Days,
        value.Minimum, value.Maximum, value.Youngest, value.Oldest,
    )
}  # fmt: skip


def dumps(made: Any) -> str:
    return json.dumps(_plain(made), ensure_ascii=False, separators=(",", ":"))


def loads(text: str) -> Any:
    return _made(json.loads(text))


def _plain(thing: Any) -> Any:
    if isinstance(thing, Enum):
        return {"~": type(thing).__name__, "name": thing.name}
    if is_dataclass(thing):
        return {"~": type(thing).__name__} | {field.name: _plain(getattr(thing, field.name)) for field in fields(thing)}
    if isinstance(thing, date):
        return {"~": "date", "iso": thing.isoformat()}
    if isinstance(thing, Mapping):
        return {key: _plain(inner) for key, inner in thing.items()}
    if isinstance(thing, tuple):
        return [_plain(inner) for inner in thing]
    return thing


def _made(plain: Any) -> Any:
    if isinstance(plain, list):
        return tuple(_made(inner) for inner in plain)
    if not isinstance(plain, dict):
        return plain
    inner = {key: _made(one) for key, one in plain.items() if key != "~"}
    kind = plain.get("~")
    if kind is None:
        return inner
    if kind == "date":
        return date.fromisoformat(inner["iso"])
    made = CLASSES[kind]
    return made[inner["name"]] if issubclass(made, Enum) else made(**inner)
