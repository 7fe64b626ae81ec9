"""
Money from a source that was not planned, and a planned source that paid nothing, in a measure that has both a plan and money used.

Suspicious: sources come and go in a year, but whoever reads totals alone never sees it. A source with a dash beside it was planned.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from globa.checker.amounts import written
from globa.checker.finding import Finding, Severity
from globa.checker.plans import Measured, MoneyCell
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.documents.numbers.money import Part
from globa.vocabulary.words import message as _

NAME = "sources"
NEW = _("%(measure)s: money was used of sources that were not planned: %(new)s.")
GONE = _("%(measure)s: nothing was used of planned sources: %(gone)s.")
BOTH = _("%(measure)s: planned and not used: %(gone)s; used and not planned: %(new)s.")
SURE, ALIKE = Decimal("0.9"), Decimal("0.6")


def find(read: Read) -> Iterator[Finding]:
    for plan in read.plans:
        for measured in plan.measures:
            if measured.planned is not None and measured.used is not None and _has_money(measured.used):
                yield from _switched(measured, measured.planned, measured.used)


def _has_money(cell: MoneyCell) -> bool:
    return bool(cell.total) and all(part.source for line in cell.lines for part in line.parts)


def _switched(measured: Measured, planned: MoneyCell, used: MoneyCell) -> Iterator[Finding]:
    before, after = _named(planned), _named(used)
    if not before:
        return
    new = {code: after[code] for code in after.keys() - before.keys()}
    gone = {code: before[code] for code in before.keys() - after.keys()}
    if new or gone:
        sentence = BOTH if new and gone else NEW if new else GONE
        confidence = ALIKE if {*new, *gone} == {"VB", "VB_STD"} else SURE
        yield finding(
            NAME, Severity.SUSPICIOUS, [used.place, planned.place], sentence, measured.number, *sorted(new), *sorted(gone),
            confidence=confidence, measure=measured.name, new=_said(new), gone=_said(gone),
        )  # fmt: skip


def _named(cell: MoneyCell) -> dict[str, list[Part]]:
    """Its parts by source; none where a part names no source, for then it may be any."""
    parts = [part for line in cell.lines for part in line.parts]
    if any(not part.source for part in parts):
        return {}
    found: dict[str, list[Part]] = {}
    for part in parts:
        found.setdefault(part.source, []).append(part)
    return found


def _said(parts: dict[str, list[Part]]) -> str:
    return "; ".join(_of_source(parts[code]) for code in sorted(parts))


def _of_source(parts: list[Part]) -> str:
    known = [part.value for part in parts if part.value is not None]
    return f"{parts[0].raw} ({written(sum(known, Decimal(0)))})" if known else parts[0].raw
