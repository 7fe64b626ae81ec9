"""
What does not agree in the report on a plan.

Most of it a stranger's reading finds, for whom our report is a plan like any other: money far from its plan, sources that came and went,
units that changed, parts that are more than their whole, a day that is two. What no reader could see is asked of the plan itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from globa.reports.checks import as_a_stranger, unit_values
from globa.reports.checks.finding import Finding, Severity, stable
from globa.reports.checks.walking import WHOLE_BLOCK, Walk, written
from globa.reports.document import Place
from globa.reports.implementation.tables import COLUMNS
from globa.reports.implementation.told import Expected, Goal, Line, Side, Sum, Told
from globa.vocabulary.unit import Unit

RULE = "plan"
GOALS, YEARS, BESIDE, GROUP = "goals.measures", "years.sources", "beside.done", "group.members"
MUST_BE_WRITTEN = ("conclusion.text",)


def find(walk: Walk, plan: Told) -> Iterator[Finding]:
    yield from as_a_stranger.find_in_a_plan(walk)
    yield from unit_values.find(plan)
    for goal in plan.goals:
        for _objective, _measure, line in goal.lines():
            yield from _of_line(goal, line)
    yield from _beside_a_report(plan)
    yield from _of_years(plan)
    yield from _of_the_sitting(plan)
    yield from _not_written(walk)


def _of_line(goal: Goal, line: Line) -> Iterator[Finding]:
    place = Place("goals", f"{GOALS}-{goal.no}", WHOLE_BLOCK, _("measure %(no)s") % {"no": line.no.rpartition("-")[0]})
    for one in line.expected:
        if _is_unanswered(line, one):
            said = {"no": line.no.rpartition("-")[0], "text": one.text.rstrip(".")}
            message = _("%(no)s: “%(text)s” was expected, and nothing says whether it was reached.") % said
            yield Finding(RULE, Severity.SUSPICIOUS, (place,), message, stable(RULE, "unanswered", one.key), asks=True)
    for whole in (*line.planned.sums, *line.used.sums):
        yield from _of_parts(whole, line, place)
    yield from _without_amount(line.planned, line, place)


def _is_unanswered(line: Line, one: Expected) -> bool:
    """A number that was expected needs one that was achieved; words are answered by any words of the line."""
    if one.quantity is None and not one.is_counted:
        return False
    by_hand = any(found.expected == one.key for found in line.achieved) or (not one.is_counted and bool(line.achieved))
    return one.reached is None and not by_hand


def _of_parts(whole: Sum, line: Line, place: Place) -> Iterator[Finding]:
    """Where all parts have an amount they make their whole."""
    amounts = [part.amount for part in whole.parts]
    known = [amount for amount in amounts if amount is not None]
    if not known or len(known) < len(amounts) or whole.amount is None or sum(known, Decimal(0)) == whole.amount:
        return
    stated, made = (written(amount, Unit.EUROS.code) for amount in (whole.amount, sum(known, Decimal(0))))
    message = _("%(line)s: of %(stated)s the parts make %(made)s.") % {"line": line.no, "stated": stated, "made": made}
    yield Finding(RULE, Severity.CONTRADICTION, (place,), message, stable(RULE, "parts", whole.record, stated, made), stated, made)


def _without_amount(side: Side, line: Line, place: Place) -> Iterator[Finding]:
    sources = [one.source for one in side.sums if one.amount is None]
    if sources:
        message = _("%(line)s: a source is named and no amount is.") % {"line": line.no}
        yield Finding(RULE, Severity.FORM, (place,), message, stable(RULE, "dash", line.no, *sources))


def _beside_a_report(plan: Told) -> Iterator[Finding]:
    """Money that may be counted twice: its line asks which of the two counts."""
    goals = {line.no: goal.no for goal, _objective, _measure, line in plan.lines()}
    names = dict(plan.sources)
    for one in plan.stands_beside:
        place = Place("goals", f"{GOALS}-{goals[one.line]}", WHOLE_BLOCK, _("measure %(no)s") % {"no": one.line.rpartition("-")[0]})
        reported, booked = (written(amount, Unit.EUROS.code) for amount in (one.reported, one.booked))
        said = {"line": one.line, "source": names.get(one.source, one.source), "reported": reported, "booked": booked}
        message = _("%(line)s, %(source)s: the report's sum %(reported)s and later entries %(booked)s may be the same money.") % said
        key = stable(RULE, "beside", one.line, one.source, reported, booked)
        yield Finding(RULE, Severity.CONTRADICTION, (place,), message, key, reported, booked)


def _of_years(plan: Told) -> Iterator[Finding]:
    """What the table by year leaves out is said by name, so that nobody looks for it in vain."""
    place = Place("years", YEARS, WHOLE_BLOCK, _("money by year"))
    names = dict(plan.sources)
    for source in dict.fromkeys(row.source for _g, _o, _m, line in plan.lines() for row in line.used.sums if row.column not in COLUMNS):
        message = _("“%(source)s” has no column in the table by year: it stands in the total only.") % {"source": names.get(source, source)}
        yield Finding(RULE, Severity.FORM, (place,), message, stable(RULE, "column", source))
    uncounted = [one for one in plan.beside if one.cost is None]
    if uncounted:
        said = ", ".join(one.body for one in uncounted)
        message = _("Activities beside the plan without an amount are not in the table by year: %(bodies)s.") % {"bodies": said}
        beside = Place("beside", BESIDE, WHOLE_BLOCK, _("activities beside the plan"))
        yield Finding(RULE, Severity.FORM, (beside,), message, stable(RULE, "beside", *(one.no for one in uncounted)))


def _of_the_sitting(plan: Told) -> Iterator[Finding]:
    sitting, place = plan.sitting, Place("group", GROUP, WHOLE_BLOCK, _("working group"))
    if not sitting.members or sitting.day is None or not sitting.order_number:
        message = _("Write down the order of the working group, its members, and the day on which it sat.")
        yield Finding(RULE, Severity.FORM, (place,), message, stable(RULE, "sitting"), asks=True)
    elif not sitting.has_quorum:
        said = {"present": sitting.present, "members": len(sitting.members)}
        message = _("%(present)s of %(members)s members were at the sitting: no more than half of the group.") % said
        yield Finding(RULE, Severity.CONTRADICTION, (place,), message, stable(RULE, "quorum", sitting.present, len(sitting.members)))


def _not_written(walk: Walk) -> Iterator[Finding]:
    for section, passage in walk.passages:
        if passage.key in MUST_BE_WRITTEN and not passage.source.strip():
            message = _("“%(title)s” is not written yet.") % {"title": section.title}
            place = walk.in_passage(section, passage)
            yield Finding(RULE, Severity.FORM, (place,), message, stable(RULE, "empty", passage.key), asks=True)
