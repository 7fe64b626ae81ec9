"""
Which amounts make up a difference: the smallest sets of them whose sum it is, to the cent, and all such sets.

Sets of k are met in the middle: sums of k/2 of them on one side, looked up for the sums of the rest. Amounts of several sources are one
whole number, each source with digits of its own, so that a set explains the difference of every source or of none. Of many amounts some
few make any difference by chance: sets so large that this is likely are not looked for.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from math import comb

from globa.checker.finding import Part

MOST_PARTS = 6
MOST_SETS = 12
ALWAYS, BY_CHANCE = 2, 20
SECONDS = 1
ALL_SECONDS = 6
SOURCE_BITS = 60
LOOK_AT_CLOCK = 4096


class Patience:
    """How long may still be spent on explaining, in all and on one difference."""

    def __init__(self, seconds: int = SECONDS, in_all: int = ALL_SECONDS) -> None:
        self.seconds = seconds
        self.left: float = in_all

    def begin(self) -> Deadline:
        return Deadline(min(float(self.seconds), max(self.left, 0)), self)


class Deadline:
    def __init__(self, seconds: float, of: Patience) -> None:
        self.began = time.monotonic()
        self.end = self.began + seconds
        self.of = of
        self.asked = 0

    def is_over(self) -> bool:
        """The clock itself is dear: it is looked at now and then."""
        self.asked += 1
        return self.asked % LOOK_AT_CLOCK == 1 and time.monotonic() > self.end

    def put_down(self) -> None:
        self.of.left -= time.monotonic() - self.began


@dataclass(frozen=True)
class Explained:
    """`is_whole` is False where the time or the number of sets ran out, so that there may be others, or smaller ones."""

    sets: tuple[tuple[Part, ...], ...]
    is_whole: bool = True


def explain(difference: Decimal, parts: Sequence[Part], patience: Patience, *, most_parts: int | None = None) -> Explained:
    """The smallest sets whose sum is `difference`; of amounts that are alike every one is named."""
    scale = _scale([difference, *(part.amount for part in parts)])
    return _explain(_whole(difference, scale), [(part, _whole(part.amount, scale)) for part in parts], patience, most_parts)


def explain_by_source(
    difference: Mapping[str, Decimal],
    parts: Sequence[tuple[Part, Mapping[str, Decimal]]],
    patience: Patience,
    *,
    most_parts: int | None = None,
) -> Explained:
    """As `explain`, but the set has to make up the difference of each source."""
    sources = sorted({*difference, *(source for _part, amounts in parts for source in amounts)})
    scale = _scale([*difference.values(), *(one for _part, amounts in parts for one in amounts.values())])
    packed = [(part, _packed(amounts, sources, scale)) for part, amounts in parts]
    return _explain(_packed(difference, sources, scale), packed, patience, most_parts)


def _packed(amounts: Mapping[str, Decimal], sources: Sequence[str], scale: int) -> int:
    return sum(_whole(amounts.get(source, Decimal(0)), scale) << (place * SOURCE_BITS) for place, source in enumerate(sources))


def _scale(amounts: Sequence[Decimal]) -> int:
    return max((-int(one.as_tuple().exponent) for one in amounts), default=0)


def _whole(amount: Decimal, scale: int) -> int:
    return int(amount.scaleb(max(scale, 0)))


def _explain(target: int, parts: Sequence[tuple[Part, int]], patience: Patience, most_parts: int | None) -> Explained:
    useful = [(part, amount) for part, amount in parts if amount]
    deadline = patience.begin()
    try:
        return _smallest(target, useful, deadline, most_parts or _most([amount for _part, amount in useful]))
    finally:
        deadline.put_down()


def _most(amounts: Sequence[int]) -> int:
    """The largest sets that are not likely to make up a difference by chance."""
    spread = sum(abs(amount) for amount in amounts)
    sizes = (size for size in range(ALWAYS + 1, MOST_PARTS + 1) if comb(len(amounts), size) * BY_CHANCE > spread)
    return next(sizes, MOST_PARTS + 1) - 1


def _smallest(target: int, parts: Sequence[tuple[Part, int]], deadline: Deadline, most_parts: int) -> Explained:
    if not target:
        return Explained(())
    amounts = [amount for _part, amount in parts]
    for size in range(1, min(most_parts, len(parts)) + 1):
        sets: list[tuple[int, ...]] = []
        for found in _of_size(size, target, amounts, deadline):
            if found is None or len(sets) == MOST_SETS:
                return Explained(_named(sets, parts), is_whole=False)
            sets.append(found)
        if sets:
            return Explained(_named(sets, parts))
    return Explained(())


def _named(sets: Sequence[tuple[int, ...]], parts: Sequence[tuple[Part, int]]) -> tuple[tuple[Part, ...], ...]:
    return tuple(tuple(parts[place][0] for place in one) for one in sorted(sets))


def _of_size(size: int, target: int, amounts: Sequence[int], deadline: Deadline) -> Iterator[tuple[int, ...] | None]:
    """
    Places of each set of this size once, in rising order; None when time ran out.

    The lower half of a set ends before its upper half begins, so that no set is met twice.
    """
    low = size // 2
    if comb(len(amounts), size - low) > 5_000_000:
        yield None
        return
    sums: dict[int, list[tuple[int, ...]]] = {}
    for lower in combinations(range(len(amounts)), low):
        if deadline.is_over():
            yield None
            return
        sums.setdefault(sum(amounts[place] for place in lower), []).append(lower)
    for upper in combinations(range(len(amounts)), size - low):
        if deadline.is_over():
            yield None
            return
        for lower in sums.get(target - sum(amounts[place] for place in upper), ()):
            if not lower or lower[-1] < upper[0]:
                yield (*lower, *upper)
