"""Other figures of the same rows: persons, times and hours stand side by side and are never added."""

from __future__ import annotations

from globa.indicators import compiled
from globa.indicators.card import Card
from globa.vocabulary.unit import Unit

MOST = 5
# People at services are rows of their own, one a recipient of a service.
SAME_ROWS = {"attendances": ("services", "activity = service")}


def siblings(card: Card) -> list[Card]:
    """Return figures of the same rows in other units or at other times; those of the same time first."""
    if card.is_ratio:
        return []
    others = [other for other in compiled.catalogue().cards.values() if other.code != card.code and _counts(other)]
    same = [other for other in others if _rows(other) == _rows(card) and _rows(card)[1]] or _with_all_rows(card, others)
    return sorted(same, key=lambda other: (other.lines[0].when != card.lines[0].when, other.unit is card.unit))[:MOST]


def _counts(card: Card) -> bool:
    """An age is no count of the rows, nor is a share."""
    return not card.is_ratio and card.unit is not Unit.YEARS


def _with_all_rows(card: Card, others: list[Card]) -> list[Card]:
    """Without a condition, a whole table is the same rows only at the same time."""
    return [other for other in others if _rows(other) == _rows(card) and other.lines[0].when == card.lines[0].when]


def _rows(card: Card) -> tuple[str, frozenset[str]]:
    table, rows = card.lines[0].table, frozenset(card.lines[0].rows)
    other, condition = SAME_ROWS.get(table, ("", ""))
    return (other, rows - {condition}) if condition in rows else (table, rows)
