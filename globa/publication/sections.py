"""The sections of a centre's public page, and how their plain text becomes paragraphs and lists. Knows no table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

LANGUAGES = ("lt", "en")
SECTIONS = ("about", "services", "becoming", "hours", "night")
CONTACTS = ("phone", "night_phone", "email", "street_address")
ITEM = "- "


@dataclass(frozen=True)
class Block:
    """A paragraph, or a list of items."""

    is_list: bool
    lines: tuple[str, ...]


def blocks(text: str) -> tuple[Block, ...]:
    """An empty line parts paragraphs; lines that begin with “- ” are a list, wherever they stand."""
    return tuple(block for part in text.replace("\r\n", "\n").split("\n\n") for block in _of_part(part))


def _of_part(part: str) -> Iterator[Block]:
    kept: list[str] = []
    were_items = False
    for line in filter(None, (line.strip() for line in part.split("\n"))):
        is_item = line.startswith(ITEM)
        if kept and is_item != were_items:
            yield Block(were_items, tuple(kept))
            kept = []
        were_items = is_item
        kept.append(line.removeprefix(ITEM).strip() if is_item else line)
    if kept:
        yield Block(were_items, tuple(kept))
