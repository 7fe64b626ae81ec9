"""The small pictures of the first page: a dot a family, and a year in steps."""

from __future__ import annotations

from datetime import date

from globa.vocabulary.period import Period
from globa.vocabulary.unit import Unit
from globa.web.numbers import Number, State
from globa.web.pictures.steps import Step, Stepped, steps
from globa.web.today.dots import LINE, dots_of


def test_every_family_has_its_dot_and_those_beyond_the_line_are_late() -> None:
    drawn = dots_of([0, 12, 30, 31, 400, None], 30)
    assert [dot.is_late for dot in drawn.dots] == [False, False, False, True, True, True]
    assert max(float(dot.x) for dot in drawn.dots if not dot.is_late) < LINE < min(float(dot.x) for dot in drawn.dots if dot.is_late)
    assert len({(dot.x, dot.y) for dot in drawn.dots}) == 6


def test_families_that_do_not_fit_share_a_dot() -> None:
    assert (len(dots_of([None] * 72, 30).dots), dots_of([None] * 72, 30).each) == (72, 1)
    many = dots_of([None] * 1000, 30)
    assert (many.each > 1, len(many.dots) * many.each >= 1000) == (True, True)


def year(*values: int | None) -> Stepped:
    numbers = [Number(value, Unit.CHILDREN) if value is not None else Number(None, Unit.CHILDREN, State.NOT_RECORDED) for value in values]
    found = [Step(date(2023, 1 + 2 * at, 1), number) for at, number in enumerate(numbers)]
    return Stepped(Period.year(2023), date(2024, 1, 1), found, 37, "places")


def test_a_number_stays_until_the_day_of_the_next() -> None:
    drawn = steps(year(30, 33), 640)
    assert [tick.label for tick in drawn.scale] == ["0", "10", "20", "30", "40"]
    assert len(drawn.lines) == 1
    heights = [point.split(",")[1] for point in drawn.lines[0].split()]
    assert heights[0] == heights[1] != heights[2] == heights[3]
    assert (drawn.first and drawn.first.label, drawn.last and drawn.last.label, len(drawn.months)) == ("30", "33", 12)


def test_what_was_not_recorded_breaks_the_line() -> None:
    assert len(steps(year(30, None, 33), 640).lines) == 2
    assert steps(year(None), 324).first is None
