"""Finding a figure by words and putting a reference to it into a text, with or without scripts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from msgspec import structs

from globa.facts.engines.engine import Engine
from globa.indicators import figures as counting
from globa.indicators.card import Card
from globa.indicators.dimensions import BY_NAME
from globa.indicators.scope import Scope
from globa.indicators.sections import SECTIONS
from globa.reports.counting import card
from globa.reports.document import FigureKey
from globa.reports.part_names import names_of
from globa.reports.texts.references import written
from globa.reports.texts.searching import search
from globa.reports.writing.units import amount, counted
from globa.web.figures.breaking import capital

MARK = "{}"
"""Where the writer wants the number; without it the number goes to the end."""
SHOWN = 8


@dataclass(frozen=True)
class Choice:
    """One reference that may be inserted, as a reader will see it."""

    written: str
    shown: str


@dataclass(frozen=True)
class Candidate:
    title: str
    section: str
    choices: tuple[Choice, ...]
    dimensions: tuple[tuple[str, str], ...] = ()


def inserted(text: str, reference: str) -> str:
    if MARK in text:
        return text.replace(MARK, reference, 1)
    space = "" if not text or text[-1].isspace() else " "
    return f"{text.rstrip(chr(10))}{space}{reference}"


def candidates(asked: str, scope: Scope, engine: Engine) -> list[Candidate]:
    """Figures that the words seem to ask for, each with its value of this year and of the last; a statement a fact table."""
    found = search(asked)[:SHOWN]
    earlier = replace(scope, period=scope.period.year(scope.period.begins.year - 1)) if scope.period.is_year else None
    scopes = [scope, earlier] if earlier else [scope]
    values = {(one.code, one.scope is scope): one for one in counting.compute(scopes, engine, [one.code for one in found])} if found else {}
    return [_candidate(one, values[one.code, True], values.get((one.code, False))) for one in found]


def _candidate(known: Card, now: counting.Figure, before: counting.Figure | None) -> Candidate:
    key = FigureKey(known.code)
    choices = [Choice(written(key), _shown(known, now)), Choice(written(key, True), _shown(known, now, True))]
    if choices[0].shown == choices[1].shown:
        choices.pop()
    if before is not None and before.value is not None:
        last_year = _("a year earlier: %(number)s") % {"number": _shown(known, before)}
        choices.append(Choice(written(structs.replace(key, years_back=1)), last_year))
    dimensions = tuple((f"{known.code}:{name}", _by(name)) for name in known.dimensions if name != "month")
    return Candidate(capital(_(known.title)), _(SECTIONS[known.section]), tuple(choices), dimensions)


def _by(dimension: str) -> str:
    return _(BY_NAME[dimension].title)


def _shown(known: Card, figure: counting.Figure, with_unit: bool = False) -> str:
    if figure.value is None:
        return _("not recorded")
    return counted(known.unit, figure.value) if with_unit else amount(known.unit, figure.value)


def parts(asked: str, scope: Scope, engine: Engine) -> list[Candidate]:
    """The parts of one figure by one dimension, "code:dimension"; nothing where there are no such parts."""
    code, _colon, dimension = asked.partition(":")
    known = card(code)
    if dimension not in known.dimensions:
        return []
    found = counting.breakdown(scope, code, dimension, engine)
    names = names_of(dimension, [one.code for one in found])
    choices = tuple(_part(known, dimension, one, names[one.code]) for one in found)
    return [Candidate(f"{capital(_(known.title))}: {_by(dimension)}", _(SECTIONS[known.section]), choices)]


def _part(known: Card, dimension: str, one: counting.Breakdown, name: str) -> Choice:
    return Choice(written(FigureKey(known.code, dimension, one.code)), f"{name}: {_shown(known, one.figure)}")
