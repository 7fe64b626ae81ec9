"""What is not recorded, recorded without a word that matters, or recorded long after it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext

from globa.indicators import compiled
from globa.indicators.dimensions import BY_NAME, REST
from globa.indicators.sections import SECTIONS
from globa.reports.checks.finding import Finding, Severity, stable
from globa.reports.checks.lateness import Late
from globa.reports.checks.walking import Walk, plain, written
from globa.reports.document import Amount, FigureKey, Picture, Value
from globa.reports.plan_figures import is_of_a_plan
from globa.reports.writing.days import month
from globa.vocabulary.period import Period

RULE = "missing"
MONTH = "month"


def find(walk: Walk) -> Iterator[Finding]:
    yield from _not_recorded(walk)
    yield from _without_a_word(walk)
    yield from _empty_months(walk)


def _not_recorded(walk: Walk) -> Iterator[Finding]:
    """One finding a chapter of figures, not one a figure."""
    by_section: dict[str, list[Value]] = {}
    for key in walk.computed:
        value = walk.value(key)
        if value is not None and not key.years_back and not is_of_a_plan(key) and (value.value is None or not value.recorded):
            by_section.setdefault(_section_of(key.code), []).append(value)
    for section, values in sorted(by_section.items()):
        titles = list(dict.fromkeys(value.title for value in values))
        message = ngettext(
            "Not recorded, or not by everybody: %(titles)s.",
            "%(count)s figures are not recorded, or not by everybody: %(titles)s.",
            len(titles),
        ) % {"count": len(titles), "titles": ", ".join(titles)}
        keys = tuple(value.key for value in values)
        yield Finding(
            RULE, Severity.SUSPICIOUS, walk.places_of(*keys), message, stable(RULE, section, *sorted(map(str, keys))), figures=keys
        )


def _section_of(code: str) -> str:
    card = compiled.catalogue().cards.get(code)
    return SECTIONS.get(card.section, "") if card else ""


def _without_a_word(walk: Walk) -> Iterator[Finding]:
    """Records in which the home, the school or the reason is not said."""
    for (code, dimension), parts in walk.parts.items():
        rest, whole = parts.get(REST), walk.whole.get(code)
        if rest is not None and rest.value and rest.key in walk.computed and whole is not None:
            said = {
                "title": whole.title,
                "rest": written(rest.value, rest.unit),
                "whole": written(whole.value or 0, whole.unit),
                "dimension": _(BY_NAME[dimension].title) if dimension in BY_NAME else dimension,
            }
            message = _("“%(title)s”: for %(rest)s of %(whole)s the records do not say “%(dimension)s”.") % said
            key = stable(RULE, code, dimension, plain(rest.value))
            yield Finding(RULE, Severity.SUSPICIOUS, walk.places_of(rest.key), message, key, said["rest"], figures=(rest.key,))


def _empty_months(walk: Walk) -> Iterator[Finding]:
    """A month without a single record between months with many."""
    for section, block in walk.document.blocks():
        if not isinstance(block, Picture) or not block.points or any(point.key.dimension != MONTH for point in block.points):
            continue
        numbers = {point.key.part: _number(walk, point.key) for point in block.points}
        empty = [part for part, number in numbers.items() if not number]
        if empty and len(numbers) - len(empty) > len(empty) and max(numbers.values()) >= 5:
            names = ", ".join(month(Period.parse(part).begins, "long") for part in empty)
            message = _("“%(caption)s”: nothing is recorded for %(months)s.") % {"caption": block.caption, "months": names}
            place = walk.in_block(section, block.key, block.caption)
            yield Finding(RULE, Severity.SUSPICIOUS, (place,), message, stable(RULE, block.points[0].key.code, *empty), names)


def find_late(walk: Walk, late: Iterable[Late]) -> Iterator[Finding]:
    for one in late:
        # By its own number: "more than 31 days after" is another case in Lithuanian than "more than 32 days after".
        days = npgettext("after more than", "%(days)s day", "%(days)s days", one.after_days) % {"days": written(one.after_days)}
        message = ngettext(
            "%(count)s of %(of)s services was recorded more than %(days)s after it was given.",
            "%(count)s of %(of)s services were recorded more than %(days)s after they were given.",
            one.count,
        ) % {"count": written(one.count), "of": written(one.of), "days": days}
        yield Finding(
            "late", Severity.SUSPICIOUS, (), message, stable("late", one.table, one.count, one.of), written(one.count), written(one.of)
        )


def _number(walk: Walk, key: FigureKey) -> Amount:
    value = walk.value(key)
    return (value.value if value else None) or 0
