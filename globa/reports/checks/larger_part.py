"""A part that is larger than what it is a part of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from django.utils.translation import gettext as _

from globa.indicators.identities import PARTS_OF_A_WHOLE
from globa.reports.checks.finding import Finding, Severity, stable
from globa.reports.checks.walking import Walk, plain, text_of, written
from globa.reports.document import Amount, Computed, FigureKey, Place, Typed, Value, Words
from globa.vocabulary.unit import Unit

RULE = "larger-part"
OF_WHICH = ("iš jų", "iš kurių", "of them", "of which")
NOT_COUNTS = {Unit.PERCENT.code, Unit.YEARS.code}
WITHIN = {
    "homes.girls": "homes.children-at-closing",
    "homes.boys": "homes.children-at-closing",
    "homes.at-school": "homes.children-at-closing",
    "homes.with-disability": "homes.children-at-closing",
    "homes.large-special-needs": "homes.children-at-closing",
    "homes.moderate-intellectual-disability": "homes.children-at-closing",
    "homes.under-permanent-guardianship": "homes.children-at-closing",
    "homes.children-at-closing": "homes.children-served",
    "occupancy.children-in-homes": "occupancy.children",
    "occupancy.children-with-carers": "occupancy.children",
    "foster-centre.new-on-duty-carers": "foster-centre.on-duty-carers",
    "foster-centre.children-with-on-duty-carers-at-closing": "foster-centre.children-with-on-duty-carers",
    "foster-centre.guardian-families-at-closing": "foster-centre.guardian-families",
    "foster-centre.wards-in-families-at-closing": "foster-centre.wards-in-families",
    "foster-centre.positive-conclusions": "foster-centre.conclusions",
    "foster-centre.coordinator-services": "foster-centre.services",
    "foster-centre.psychologist-consultations": "foster-centre.services",
    "foster-centre.attested-person-services": "foster-centre.services",
    "foster-centre.gimk-basic-groups": "foster-centre.gimk-groups",
    "staff.social-work-posts": "staff.filled-posts-at-closing",
    "staff.administration-posts": "staff.filled-posts-at-closing",
    "staff.eu-project-posts": "staff.filled-posts-at-closing",
    "budget.eu-project-spending": "budget.spending",
    "budget.municipal-spending": "budget.spending",
}
"""A figure whose rows are all among the rows of the other."""


def find(walk: Walk) -> Iterator[Finding]:
    for part, whole in WITHIN.items():
        if part in walk.whole and whole in walk.whole:
            yield from _compared(walk, walk.whole[part], walk.whole[whole])
    for (code, _dimension), parts in walk.parts.items():
        if code in walk.whole and walk.whole[code].unit not in NOT_COUNTS:
            for value in parts.values():
                yield from _compared(walk, value, walk.whole[code])
    yield from _shares(walk)
    yield from _of_which(walk)
    yield from _rows(walk)


def _compared(walk: Walk, part: Value, whole: Value) -> Iterator[Finding]:
    if part.value is not None and whole.value is not None and part.value > whole.value >= 0:
        yield _finding(
            walk.places_of(part.key, whole.key), part.title, part.value, whole.title, whole.value, part.unit, (part.key, whole.key)
        )


def _shares(walk: Walk) -> Iterator[Finding]:
    for code in PARTS_OF_A_WHOLE:
        value = walk.whole.get(code)
        if value is not None and value.of is not None and value.to is not None and value.of > value.to:
            yield _finding(walk.places_of(value.key), value.title, value.of, value.title, value.to, "", (value.key,))


def _of_which(walk: Walk) -> Iterator[Finding]:
    """“25 vaikai, iš jų 30 ...”: the second number is a part of the first."""
    for section, passage in walk.passages:
        for paragraph in passage.paragraphs:
            numbers = [(place, span) for place, span in enumerate(paragraph.spans) if isinstance(span, Computed | Typed)]
            for (first, whole), (second, part) in pairwise(numbers):
                between = "".join(span.text for span in paragraph.spans[first + 1 : second] if isinstance(span, Words))
                large, small = walk.number_in(whole), walk.number_in(part)
                if between.lower().rstrip(" –-:").endswith(OF_WHICH) and large is not None and small is not None and small > large:
                    places = tuple(walk.in_passage(section, passage, span) for span in (part, whole))
                    noun = getattr(part, "noun", "") or _("the part")
                    yield _finding(places, noun, small, getattr(whole, "noun", "") or _("the whole"), large, "", ())


def _rows(walk: Walk) -> Iterator[Finding]:
    """Rows “of which” below the row that they are a part of."""
    for section, table in walk.tables:
        whole = None
        for row in table.rows:
            if not row.is_part:
                whole = row
                continue
            for cell, above in zip(row.cells, whole.cells if whole else (), strict=False):
                small, large = walk.number_in(cell.content), walk.number_in(above.content)
                if small is not None and large is not None and small > large and whole is not None:
                    place = walk.in_cell(section, table, row, cell, cell.content)
                    yield _finding((place,), text_of(row.title), small, text_of(whole.title), large, "", ())


def _finding(
    places: tuple[Place, ...], part: str, small: Amount, whole: str, large: Amount, unit: str, figures: tuple[FigureKey, ...]
) -> Finding:
    said = {"part": part, "small": written(small, unit), "whole": whole, "large": written(large, unit)}
    message = _("“%(part)s” is %(small)s, more than the %(large)s of “%(whole)s” of which it is a part.") % said
    names = "<".join(str(key) for key in figures) or f"{part}<{whole}"
    key = stable(RULE, names, plain(small), plain(large))
    return Finding(RULE, Severity.CONTRADICTION, places, message, key, said["small"], said["large"], figures)
