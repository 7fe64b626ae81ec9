"""The sums that a file states, beside what its cells add up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from globa.importers.ledger.doubts import Check
from globa.importers.ledger.known import ItemKey, item_key
from globa.importers.ledger.read_amounts import ReadAmount, ReadLedger, Sum, Total


def checks(read: ReadLedger, settled: Mapping[str, Sum], inside: Collection[str]) -> Iterator[Check]:
    """Of rows and columns, of everything, and of wholes that stand above their parts."""
    keys = {one.cell: key for one in read.amounts if (key := item_key(one.item))}
    for total in read.totals:
        if not total.sum.flaw or total.sum.slack:
            yield _check(total.cell, total.sum, [settled[one.cell] for one in _under(read, total, keys) if one.cell in settled])
    parts = _parts(read, keys)
    for one in read.amounts:
        if one.cell in inside and one.cell in settled and one.cell in keys and not keys[one.cell][2]:
            below = parts[one.column, *keys[one.cell][:2]]
            yield _check(one.cell, settled[one.cell], [settled[part.cell] for part in below if part.cell in settled])


def _under(read: ReadLedger, total: Total, keys: Mapping[str, ItemKey]) -> list[ReadAmount]:
    """What a sum adds up; a part of an item that has a row of its own is not added to its column again."""
    if total.row is not None:
        return [one for one in read.amounts if one.row == total.row]
    wholes = {key for key in keys.values() if not key[2]}
    added = [one for one in read.amounts if one.cell not in keys or not keys[one.cell][2] or (*keys[one.cell][:2], "") not in wholes]
    return [one for one in added if total.column in ("", one.column)]


def _parts(read: ReadLedger, keys: Mapping[str, ItemKey]) -> Mapping[tuple[str, str, int], list[ReadAmount]]:
    """By column and item."""
    found = defaultdict[tuple[str, str, int], list[ReadAmount]](list)
    for one in read.amounts:
        if one.cell in keys and keys[one.cell][2]:
            found[one.column, *keys[one.cell][:2]].append(one)
    return found


def _check(cell: str, stated: Sum, parts: Sequence[Sum]) -> Check:
    """Both may be larger by what was cut away: they agree where their bounds touch."""
    counted = sum((part.value for part in parts), Decimal(0))
    room = sum((part.slack for part in parts), Decimal(0))
    agrees = stated.value <= counted + room and counted <= stated.value + stated.slack
    return Check(cell, stated.text, stated.value, counted, agrees)
