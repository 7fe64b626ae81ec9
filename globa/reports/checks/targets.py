"""Directions of the year that were not reached, and those whose result nobody has told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from globa.planning.directions import Comparator, Direction
from globa.reports.checks.finding import Finding, Severity, stable
from globa.reports.checks.walking import Walk, plain, written
from globa.reports.document import FigureKey, Place, Words
from globa.vocabulary.period import Period

RULE = "target"


def find(walk: Walk, directions: Iterable[Direction]) -> Iterator[Finding]:
    told = dict(_told(walk))
    year = Period.parse(walk.document.period).begins.year
    for one in (one for one in directions if one.year == year):
        value = walk.whole.get(one.indicator)
        if value is not None and value.value is not None and one.met_by(Decimal(value.value)) is False:
            yield _missed(walk, one, told)
        elif not one.indicator and one.code in told and not told[one.code][1]:
            message = _("Direction %(code)s has no figure. Say in words how it went: %(text)s") % {"code": one.code, "text": one.text}
            yield Finding(RULE, Severity.FORM, (told[one.code][0],), message, stable(RULE, one.year, one.code))


def _told(walk: Walk) -> Iterator[tuple[str, tuple[Place, str]]]:
    """By code of the direction: the cell in which its result is told, and what stands there."""
    for section, table in walk.tables:
        for row in table.rows:
            for cell in row.cells:
                if cell.key:
                    text = "".join(span.text if isinstance(span, Words) else "0" for span in cell.spans)
                    yield cell.key.rpartition("/")[2], (walk.in_cell(section, table, row, cell), text.strip())


def _missed(walk: Walk, one: Direction, told: dict[str, tuple[Place, str]]) -> Finding:
    value = walk.whole[one.indicator]
    result, target = value.value or 0, one.target or Decimal(0)
    planned = written(target if target != int(target) else int(target), value.unit)
    if one.comparator != Comparator.EXACTLY:
        planned = f"{one.get_comparator_display()} {planned}"
    reached = written(result, value.unit)
    message = _("“%(text)s” is not reached: planned %(planned)s, reached %(reached)s. Say why.") % {
        "text": one.text, "planned": planned, "reached": reached,
    }  # fmt: skip
    place = (told[one.code][0],) if one.code in told else ()
    figure = FigureKey(one.indicator)
    key = stable(RULE, one.year, one.code, plain(result))
    return Finding(RULE, Severity.SUSPICIOUS, place + walk.places_of(figure), message, key, planned, reached, (figure,))
