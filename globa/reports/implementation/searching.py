"""The search box of a text in a plan's report: the plan's figures by the words of its goals, measures and sources, or by their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from globa.reports.document import FigureKey
from globa.reports.implementation.told import Told
from globa.reports.plan_figures import FIGURES, OF_YEAR, PLANNED, REACHED, USED
from globa.reports.texts.stems import stem, words


def search(told: Told, asked: str, most: int) -> list[tuple[FigureKey, str]]:
    """Figures in which every word is heard, the shortest said first, each with the words by which it was found."""
    wanted = [stem(word) for word in words(asked)]
    numbers = {part for part in asked.split() if part[0].isdigit()}
    found = [(key, said) for key, said in _offered(told) if _hears(key, said, wanted, numbers)] if wanted or numbers else []
    return sorted(found, key=lambda one: (len(one[0].where), len(one[1])))[:most]


def _hears(key: FigureKey, said: str, wanted: list[str], numbers: set[str]) -> bool:
    heard = [stem(word) for word in words(said)]
    are_heard = all(any(one.startswith(word) for one in heard) for word in wanted if word not in numbers and not word[0].isdigit())
    return are_heard and numbers <= set(key.where.values())


def _offered(told: Told) -> Iterator[tuple[FigureKey, str]]:
    sources = dict(told.sources)
    for code in (PLANNED, USED):
        yield FigureKey(code), _(FIGURES[code].title)
        for dimension, part, text in _places(told):
            yield FigureKey(code, dimension, part), f"{_(FIGURES[code].title)}: {part} {text}"
        for source in _paying(told):
            yield FigureKey(code, "source", source), f"{_(FIGURES[code].title)}: {sources.get(source, source)}"
    yield FigureKey(OF_YEAR), _(FIGURES[OF_YEAR].title)
    for column, title in told.columns:
        yield FigureKey(OF_YEAR, "column", column), f"{_(FIGURES[OF_YEAR].title)}: {title}"
    for _line, one in told.expected():
        if one.is_counted:
            yield FigureKey(REACHED, "expected", one.key), f"{_(FIGURES[REACHED].title)}: {one.key} {one.text}"


def _places(told: Told) -> Iterator[tuple[str, str, str]]:
    """Every goal, objective and measure once, and the lines of a measure that has several, by who answers for them."""
    seen: set[tuple[str, str]] = set()
    for goal, objective, measure, line in told.lines():
        rows = [("goal", goal.no, goal.text), ("objective", objective.no, objective.text), ("measure", measure.no, measure.text)]
        rows += [("line", line.no, f"{measure.text} {', '.join(line.bodies)}")] if len(measure.lines) > 1 else []
        for dimension, part, text in rows:
            if (dimension, part) not in seen:
                seen.add((dimension, part))
                yield dimension, part, text


def _paying(told: Told) -> list[str]:
    found = {row.source for *_above, line in told.lines() for side in (line.planned, line.used) for row in side.sums}
    return sorted(found)
