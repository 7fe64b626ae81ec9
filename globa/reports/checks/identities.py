"""Equations between figures, on the values that stand in the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.utils.translation import gettext as _

from globa.indicators import identities
from globa.indicators.figures import Breakdown, Figure
from globa.indicators.identities import Broken, Equation
from globa.reports.checks.finding import Finding, Severity, stable
from globa.reports.checks.walking import Walk, plain, written
from globa.reports.document import Amount, FigureKey

RULE = "identity"
NOT_WHOLLY_SHOWN = ("dwelling",)
"""Of these a document holds only the parts that it shows; the totals of its tables are checked instead."""


@dataclass(frozen=True)
class _Plain:
    """What an equation asks of a figure."""

    code: str
    value: Amount | None
    not_recorded_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Part:
    code: str
    figure: _Plain


def find(walk: Walk) -> Iterator[Finding]:
    figures = [_Plain(code, value.value) for code, value in walk.whole.items()]
    breakdowns: dict[tuple[str, str], Any] = {
        (code, dimension): [_Part(part, _Plain(code, value.value)) for part, value in parts.items()]
        for (code, dimension), parts in walk.parts.items()
        if dimension not in NOT_WHOLLY_SHOWN
    }
    for broken in identities.check(cast(list[Figure], figures), cast(dict[tuple[str, str], list[Breakdown]], breakdowns)):
        yield _finding(walk, broken)


def _finding(walk: Walk, broken: Broken) -> Finding:
    identity = broken.identity
    whole = identity.equals if isinstance(identity, Equation) else identity.indicator
    keys = (
        tuple(FigureKey(code) for code in (*identity.plus, *identity.minus, identity.equals))
        if isinstance(identity, Equation)
        else (FigureKey(whole), *(FigureKey(whole, identity.dimension, code) for code, _number in broken.numbers))
    )
    unit = walk.whole[whole].unit
    message = _("“%(title)s”: %(says)s Here %(arithmetic)s.") % {
        "title": walk.whole[whole].title,
        "says": _(identity.says),
        "arithmetic": broken.arithmetic,
    }
    key = stable(RULE, identity.code, plain(broken.made), plain(broken.expected))
    stated, true = written(broken.made, unit), written(broken.expected, unit)
    return Finding(RULE, Severity.CONTRADICTION, walk.places_of(*keys), message, key, stated, true, keys)
