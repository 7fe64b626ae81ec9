"""
A stated sum over all measures, or those of a goal, that their lines do not make; the difference is explained by naming lines.

A line left out makes the sum too small; an amount that stands only in running text, counted along, makes it too large. Where sums stand by
source, the lines have to explain the difference of every source. Suspicious where it explains nothing: the document may hold a part only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from globa.checker.amounts import written
from globa.checker.explaining import Explained, explain, explain_by_source
from globa.checker.finding import Finding, Part, Severity
from globa.checker.rollups import EVERYTHING, Rollup, Stated, rollups
from globa.checker.running_text import amounts_of_text
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.vocabulary.words import message as _

NAME = "roll-up"
TOO_MUCH = _("“%(label)s” says %(printed)s, but the measures make %(sum)s: %(off)s too much.")
TOO_LITTLE = _("“%(label)s” says %(printed)s, but the measures make %(sum)s: %(off)s too little.")
HALF = Decimal("0.5")


@dataclass(frozen=True)
class Counted:
    """A line of a measure with its amounts by source; one of running text, which no measure holds, has `is_beside`."""

    part: Part
    amounts: Mapping[str, Decimal]
    is_beside: bool = False

    def of(self, sources: frozenset[str]) -> Decimal:
        return sum((amount for code, amount in self.amounts.items() if not sources or code in sources), Decimal(0))


def find(read: Read) -> Iterator[Finding]:
    for rollup in rollups(read):
        first = rollup.stated[0] if rollup.stated else None
        if first is not None:
            lines = list(_lines(read, first))
            broken = [one for one in rollup.stated if one.value != _made(lines, one)]
            if len(lines) > 1 and broken:
                yield from _told(read, rollup, lines, broken)


def _lines(read: Read, first: Stated) -> Iterator[Counted]:
    for plan in read.plans:
        for measured in plan.measures:
            cell = measured.side(first.side)
            if cell is None or not f"{measured.number}.".startswith(f"{first.scope}." if first.scope else ""):
                continue
            for line in cell.lines:
                by_source = line.by_source() or ({"": line.total} if line.total is not None else {})
                if by_source:
                    whole = sum(by_source.values(), Decimal(0))
                    yield Counted(Part(cell.place, measured.name, whole), by_source)


def _made(lines: Sequence[Counted], stated: Stated) -> Decimal:
    return sum((line.of(stated.sources) for line in lines if not line.is_beside), Decimal(0))


def _is_of_these(rollup: Rollup, lines: Sequence[Counted], broken: Sequence[Stated]) -> bool:
    """Whether it speaks of these measures at all: something agrees, or nothing is far off."""
    if len(broken) < len(rollup.stated):
        return True
    return all(abs(one.value - _made(lines, one)) <= HALF * max(one.value, _made(lines, one)) for one in broken[:1])


def _told(read: Read, rollup: Rollup, lines: list[Counted], broken: Sequence[Stated]) -> Iterator[Finding]:
    everything = [*lines, *_beside(read, [code for one in broken for code in sorted(one.sources)[:1]])]
    together = _by_all_sources(read, everything, lines, broken)
    if not together.sets and not _is_of_these(rollup, lines, broken):
        return
    for stated in broken:
        makes = _made(lines, stated)
        explained = _narrowed(together, everything, stated) or _alone(read, everything, stated, stated.value - makes)
        is_proved = bool(explained.sets) or len(broken) < len(rollup.stated)
        yield _said(stated, makes, explained, is_contradiction=is_proved and rollup.is_sure)


def _beside(read: Read, sources: Sequence[str]) -> Iterator[Counted]:
    """Amounts of running text. One whose words name no source may have been counted for any of those that differ."""
    for place, text, value, source in amounts_of_text(read):
        for code in [source] if source else [*dict.fromkeys(sources)] or [""]:
            yield Counted(Part(place, text, value), {code: value}, is_beside=True)


def _by_all_sources(read: Read, everything: Sequence[Counted], lines: Sequence[Counted], broken: Sequence[Stated]) -> Explained:
    """Lines that explain the difference of every source at once, with the total's sign: what was left out is taken away."""
    by_source = [one for one in broken if one.sources != EVERYTHING]
    if len(broken) < 2 or not by_source:
        return Explained(())
    differences = {_key(one.sources): one.value - _made(lines, one) for one in by_source}
    columns = [one.sources for one in by_source]
    signed = [(line.part, {_key(codes): _sign(line) * line.of(codes) for codes in columns}) for line in everything]
    return explain_by_source(differences, signed, read.patience)


def _key(sources: frozenset[str]) -> str:
    return "+".join(sorted(sources))


def _sign(line: Counted) -> int:
    return 1 if line.is_beside else -1


def _narrowed(together: Explained, everything: Sequence[Counted], stated: Stated) -> Explained | None:
    """The lines that explain all sources, with what each has of this one."""
    amounts = {id(line.part): line.of(stated.sources) for line in everything}
    sets = [tuple(Part(part.place, part.text, amounts[id(part)]) for part in one if amounts[id(part)]) for one in together.sets]
    return Explained(tuple(sets), together.is_whole) if sets and all(sets) else None


def _alone(read: Read, everything: Sequence[Counted], stated: Stated, difference: Decimal) -> Explained:
    """What was left out or counted beside; failing that, what was counted twice."""
    signed = [Part(line.part.place, line.part.text, _sign(line) * line.of(stated.sources)) for line in everything]
    found = explain(difference, signed, read.patience)
    if not found.sets and difference > 0:
        found = explain(difference, [Part(one.place, one.text, abs(one.amount)) for one in signed], read.patience)
    return Explained(tuple(tuple(Part(part.place, part.text, abs(part.amount)) for part in one) for one in found.sets), found.is_whole)


def _said(stated: Stated, makes: Decimal, explained: Explained, *, is_contradiction: bool) -> Finding:
    difference = stated.value - makes
    return finding(
        NAME, Severity.CONTRADICTION if is_contradiction else Severity.SUSPICIOUS,
        [stated.place], TOO_MUCH if difference > 0 else TOO_LITTLE, stated.label, written(stated.value), written(makes),
        difference=difference, explained=explained, confidence=Decimal("0.95") if is_contradiction else Decimal("0.5"),
        label=stated.label, printed=written(stated.value), sum=written(makes), off=written(abs(difference)),
    )  # fmt: skip
