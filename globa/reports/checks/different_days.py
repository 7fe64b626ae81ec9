"""Stocks of different days in one table, where its headings do not say of which day each is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext as _

from globa.reports.checks.finding import Finding, Severity, stable
from globa.reports.checks.walking import Walk, text_of
from globa.reports.document import Computed, Row, Section, Table
from globa.reports.writing.days import in_a_sentence

RULE = "different-days"


def find(walk: Walk) -> Iterator[Finding]:
    for section, table in walk.tables:
        unsaid = sorted(set(_unsaid(walk, table)))
        days = sorted({day for _row, _column, day in _stocks(walk, table)})
        if unsaid and (len(days) > 1 or table.day is None):
            yield _finding(walk, section, table, days)


def _stocks(walk: Walk, table: Table) -> Iterator[tuple[Row, int, str]]:
    for row in table.rows:
        for column, cell in enumerate(row.cells):
            value = walk.value(cell.content.key) if isinstance(cell.content, Computed) else None
            if value is not None and _is_day(value.when):
                yield row, column, value.when


def _unsaid(walk: Walk, table: Table) -> Iterator[str]:
    """Days that neither the caption nor the heading of their column or row tells."""
    for row, column, day in _stocks(walk, table):
        heading = table.columns[column] if column < len(table.columns) else ""
        said = " ".join((table.caption, heading, text_of(row.title), row.title.note, row.cells[column].note))
        if not any(form in said for form in _forms(day)) and table.day != date.fromisoformat(day):
            yield day


def _forms(day: str) -> set[str]:
    """The day as a heading may write it, in either language."""
    forms = {day}
    for language in {"lt", "en", get_language() or "lt"}:
        with override(language):
            forms.add(in_a_sentence(date.fromisoformat(day)))
    return forms | {one.replace("\N{NO-BREAK SPACE}", " ") for one in forms}


def _is_day(when: str) -> bool:
    return len(when) == len("2023-12-31") and when.count("-") == 2 and ".." not in when


def _finding(walk: Walk, section: Section, table: Table, days: list[str]) -> Finding:
    message = _("The table “%(caption)s” has numbers of %(days)s, and its headings do not say which is of which day.") % {
        "caption": table.caption,
        "days": f" {gettext('and')} ".join(days),
    }
    place = walk.in_block(section, table.key, table.caption)
    return Finding(RULE, Severity.FORM, (place,), message, stable(RULE, table.key, *days), ", ".join(days))
