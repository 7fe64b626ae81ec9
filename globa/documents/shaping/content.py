"""What kind of thing stands in a cell, told by the cell alone."""

from __future__ import annotations

import re
from enum import StrEnum

ITEM = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=[\s ]|\D|$)")
DASHES = ("-", "–", "—", "−")
AMOUNT = re.compile(r"[-–−]?\d[\d\s.\u00a0\u202f]*(?:,\d{1,2})?")
NUMBER = re.compile(r"[-–−+]?\d[\d\s.,\u00a0\u202f]*%?")
SOURCE = re.compile(r"biudž|lėš|įmok|išmok|kompensac|aliment|paskol|param|fond|dotacij", re.IGNORECASE)


class Kind(StrEnum):
    NOTHING = "nothing"
    DASH = "dash"
    NUMBER = "number"
    MONEY = "money"
    TEXT = "text"


def item(text: str) -> str:
    """“1.2.3” where a text is numbered so, with a point or without; a date or an amount is none."""
    found = ITEM.match(text)
    if not found or not re.match(r"\.?\s*[^\d\s.,]", text[found.end(1) :]):
        return ""
    return found[1]


def kind(text: str) -> str:
    """A numbered text is of a kind by how deep its number is: “item 3”."""
    if not text:
        return Kind.NOTHING
    if text in DASHES:
        return Kind.DASH
    if number := item(text):
        return f"item {number.count('.') + 1}"
    if NUMBER.fullmatch(text):
        return Kind.NUMBER
    return Kind.MONEY if _is_money(text) else Kind.TEXT


def _is_money(text: str) -> bool:
    """An amount or a dash, and then the name of a source or a bracket."""
    begun = AMOUNT.match(text)
    rest = text[begun.end() :] if begun else text[1:] if text.startswith(DASHES) else ""
    return bool(rest) and (rest.lstrip().startswith("(") or bool(SOURCE.search(rest[:60])))


def is_total(text: str) -> bool:
    return bool(re.match(r"(?:iš\s+viso|viso|bendra\s+suma|suma)\b", text.strip(), re.IGNORECASE))
