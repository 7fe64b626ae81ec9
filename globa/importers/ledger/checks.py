"""The sums that a file states, beside what its cells add up to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from globa.importers.ledger.doubts import Check
from globa.importers.ledger.known import item_key
from globa.importers.ledger.read_amounts import ReadAmount, ReadLedger, Sum, Total


def checks(read: ReadLedger, settled: Mapping[str, Sum], inside: Collection[str]) -> Iterator[Check]:
    """Of rows and columns, of everything, and of wholes that stand above their parts."""
    for total in read.totals:
        if not total.sum.flaw or total.sum.slack:
            yield _check(total.cell, total.sum, [settled[one.cell] for one in _under(read, total, inside) if one.cell in settled])
    for one in read.amounts:
        if one.cell in inside and one.cell in settled and (parts := _parts(read, one)):
            yield _check(one.cell, settled[one.cell], [settled[part.cell] for part in parts if part.cell in settled])


def _under(read: ReadLedger, total: Total, inside: Collection[str]) -> list[ReadAmount]:
    """What a sum adds up; a part of a row that is there too is not added to its column again."""
    if total.row is not None:
        return [one for one in read.amounts if one.row == total.row]
    whole = [one for one in read.amounts if not _is_part_of_another(read, one, inside)]
    return [one for one in whole if total.column in ("", one.column)]


def _is_part_of_another(read: ReadLedger, one: ReadAmount, inside: Collection[str]) -> bool:
    key = item_key(one.item)
    return bool(key and key[2]) and any(item_key(other.item) == (*key[:2], "") for other in read.amounts if key)


def _parts(read: ReadLedger, whole: ReadAmount) -> list[ReadAmount]:
    """Of the same column."""
    key = item_key(whole.item)
    if key is None or key[2]:
        return []
    keys = [(item_key(one.item), one) for one in read.amounts if one.column == whole.column]
    return [one for found, one in keys if found and found[:2] == key[:2] and found[2]]


def _check(cell: str, stated: Sum, parts: Sequence[Sum]) -> Check:
    """Both may be larger by what was cut away: they agree where their bounds touch."""
    counted = sum((part.value for part in parts), Decimal(0))
    room = sum((part.slack for part in parts), Decimal(0))
    agrees = stated.value <= counted + room and counted <= stated.value + stated.slack
    return Check(cell, stated.text, stated.value, counted, agrees)
