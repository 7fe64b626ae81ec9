"""
References in a text: {homes.arrivals}, {homes.arrivals:unit} with its unit, {homes.arrivals@1} of last year, {year} for a word.

A text with a reference that names nothing is still shown, with its braces; whoever saves one is told by `checked`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from globa.indicators import compiled
from globa.indicators.card import Card
from globa.indicators.refusals import NoSuchBreakdown
from globa.reports.document import FigureKey
from globa.reports.plan_figures import is_of_a_plan
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _

BRACES = re.compile(r"\{([^{}\n]*)\}")
WITH_UNIT = ":unit"
WORDS = (
    "year", "last-year", "next-year", "period", "first-day", "last-day", "next-day", "new-year",
    "organisation", "licence", "licence-from", "licence-amended",
    "plan", "plan-approved", "plan-decision", "goal", "goal-text", "column-year", "year-before",
    "group-order", "group-ordered", "sitting", "sitting-place", "present", "members",
)  # fmt: skip


class UnknownWord(Refusal):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("“{%(name)s}” names neither a figure nor a word of the report. Choose a figure from the search, or one of: %(known)s."),
            name=name,
            known=", ".join(WORDS),
        )


@dataclass(frozen=True)
class Reference:
    """`inner` is what stands between the braces; `key` is None where it is a word or nothing known."""

    inner: str
    begins: int
    ends: int
    key: FigureKey | None
    with_unit: bool

    @property
    def names_a_figure(self) -> bool:
        return self.key is not None and (is_known(self.key) or is_of_a_plan(self.key))


def references(text: str) -> Iterator[Reference]:
    for found in BRACES.finditer(text):
        inner = found[1].strip()
        key = FigureKey.parse(inner.removesuffix(WITH_UNIT))
        yield Reference(inner, found.start(), found.end(), key, inner.endswith(WITH_UNIT))


def written(key: FigureKey, with_unit: bool = False) -> str:
    """As the search box puts it into a text."""
    return f"{{{key}{WITH_UNIT if with_unit else ''}}}"


def card_of(key: FigureKey) -> Card:
    """The card of the key's indicator; refused where there is none, or where it has no such parts."""
    card = compiled.card_of(compiled.catalogue(), key.code)
    for dimension in key.where:
        if dimension not in card.dimensions:
            raise NoSuchBreakdown(card.title, dimension, card.dimensions)
    return card


def is_known(key: FigureKey) -> bool:
    card = compiled.catalogue().cards.get(key.code)
    return card is not None and set(key.where) <= set(card.dimensions)


def checked(text: str) -> str:
    """Return the text if everything in its braces is known; a page asks before it saves."""
    for reference in references(text):
        if reference.key is not None and not is_of_a_plan(reference.key):
            card_of(reference.key)
        elif reference.key is None and reference.inner not in WORDS:
            raise UnknownWord(reference.inner)
    return text


def with_living_number(source: str, at: int, typed: str, key: FigureKey) -> str:
    """Put a living number in the place of a typed one; the text as it was where the typed one is no longer there."""
    if source[at : at + len(typed)] != typed:
        return source
    return source[:at] + written(key) + source[at + len(typed) :]
