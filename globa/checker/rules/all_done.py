"""
"All measures are done" beside a measure that was not: its own words say so, or money was planned for it and nothing used.

The first is a contradiction. The second may be meant: a thing may be done for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from globa.checker.amounts import written
from globa.checker.finding import Finding, Severity
from globa.checker.folding import folded
from globa.checker.plans import Measured
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.documents.document import Cell, Place
from globa.documents.sentences import Sentence, sentences
from globa.vocabulary.words import message as _

NAME = "all-done"
DONE = r"(?:igyvendint\w*|ivykdyt\w*|atlikt\w*|vykdyt\w*|realizuot\w*|implemented|carried out|done)"
ALL = re.compile(
    rf"\bvis(?:os|as|i|u)\b (?:[\w.]+ ){{0,5}}?(?:priemon|veikl)\w*(?: \w+){{0,6}}? {DONE}\b"
    rf"|\b(?:priemon|veikl)\w*(?: \w+){{0,4}}? {DONE} (?:100 ?(?:proc|%)|pilnai|visiskai|visa apimtimi|visos)"
    rf"|\ball (?:\w+ ){{0,3}}measures (?:\w+ ){{0,3}}{DONE}\b"
)
SOME = re.compile(r"\bne visos|\bne visi\b|isskyrus|dauguma|\bdalis\b|except|not all|most of")
NOT_DONE = re.compile(
    r"\b(?:ne(?:buvo )?(?:igyvendint|ivykdyt|vykdyt|atlikt|pradet|organizuot|suteikt)\w*|nevykdoma|not (?:implemented|carried out|done))\b"
)
ROW_DONE = re.compile(rf"^(?:priemone (?:\w+ )?)?{DONE}\W*$")
UNDONE = _("“%(all)s” - but %(measure)s: “%(text)s”.")
UNUSED = _("“%(all)s” - but of the money planned for %(measure)s (%(planned)s Eur) nothing was used.")
ROW_UNUSED = _("%(measure)s is called done, but of the %(planned)s Eur planned for it nothing was used.")


def find(read: Read) -> Iterator[Finding]:
    said = [one for one in sentences(read.document) if _says_all(one.text)]
    for plan in read.plans:
        for measured in plan.measures:
            yield from _of_measure(measured, said[:1])


def _says_all(text: str) -> bool:
    words = folded(text)
    return bool(ALL.search(words)) and not SOME.search(words)


def _of_measure(measured: Measured, said: list[Sentence]) -> Iterator[Finding]:
    achieved = measured.achieved
    not_done = NOT_DONE.search(folded(achieved.text)) if achieved else None
    for one in said:
        if achieved and not_done and len(achieved.text) < 200:
            yield _undone(one, measured, achieved)
        elif _unused(measured):
            yield _said(UNUSED, measured, [one.place], one.text)
    if not said and achieved and ROW_DONE.match(folded(achieved.text)) and _unused(measured):
        yield _said(ROW_UNUSED, measured, [achieved.place])


def _undone(one: Sentence, measured: Measured, achieved: Cell) -> Finding:
    text = " ".join(achieved.text.split())
    return finding(
        NAME, Severity.CONTRADICTION, [one.place, achieved.place], UNDONE, measured.number, one.text, text,
        confidence=Decimal("0.85"), all=one.text, measure=measured.name, text=text,
    )  # fmt: skip


def _unused(measured: Measured) -> bool:
    planned, used = measured.planned, measured.used
    return bool(planned and planned.total and used and used.cell.text.strip() and not used.total)


def _said(sentence: str, measured: Measured, places: list[Place], all_of_it: str = "") -> Finding:
    planned, used = measured.planned, measured.used
    assert planned is not None
    assert used is not None
    return finding(
        NAME, Severity.SUSPICIOUS, [*places, used.place, planned.place], sentence, measured.number, planned.total,
        confidence=Decimal("0.8"), measure=measured.name, planned=written(planned.total or Decimal(0)), all=all_of_it,
    )  # fmt: skip
