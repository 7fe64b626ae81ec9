"""Everything that a document needs, counted at once; an answer becomes a value when a place names it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.utils.translation import gettext
from msgspec import structs

from globa.facts.engines.engine import Engine
from globa.indicators import compiled
from globa.indicators.card import Card
from globa.indicators.dimensions import REST
from globa.indicators.parting import Parted, parted
from globa.indicators.pieces import line_key
from globa.indicators.scope import Scope
from globa.reports.assembling.wanted import Dimensions, Wanted
from globa.reports.document import FigureKey, Value
from globa.reports.part_names import names_of_each
from globa.vocabulary.period import Period

BY_SIZE = ("school", "municipality", "service")
"""Dimensions whose parts read best with the largest first."""
BY_CODE = ("main_item", "item", "source")
"""Classifications: 211111 stands before 22111.01, as in every budget."""
OF_SOMEBODY = ("dwelling",)
"""Parts that may be called after a person are named only where the form shows them."""


@dataclass
class Counted:
    """`values` are those that somebody asked for, by the text of their key; names of parts are looked up when they are needed."""

    engine: Engine
    parted: Mapping[int, Mapping[tuple[str, Dimensions], Parted]]
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    values: dict[str, Value] = field(default_factory=dict)

    def value(self, key: FigureKey) -> Value:
        if str(key) not in self.values:
            self.values[str(key)] = self._value(key)
        return self.values[str(key)]

    def card(self, code: str) -> Card:
        return compiled.catalogue().cards[code]

    def name(self, dimension: str, code: str) -> str:
        """One query: whoever asks for one name gets those of all parts."""
        if code not in self.names.get(dimension, {}):
            wanted = {one: codes - set(self.names.get(one, ())) for one, codes in self._found.items() if one not in OF_SOMEBODY}
            for one, names in names_of_each(wanted | {dimension: {code, *self._found.get(dimension, ())}}).items():
                self.names.setdefault(one, {}).update(names)
        return self.names[dimension][code]

    def codes(self, columns: Iterable[FigureKey], dimension: str) -> list[str]:
        """The parts that any of the columns has, in the order in which they are best read, the rest last."""
        keys = [FigureKey(column.code, dimension, years_back=column.years_back) for column in columns]
        found = {code for key in keys for (code,) in self._parted(key).parts}
        closed = self._closed(keys[0].code, dimension)

        def place(code: str) -> tuple[bool, int, object, list[tuple[int, str]]]:
            size = -(self.value(structs.replace(keys[0], part=code)).value or 0) if dimension in BY_SIZE else 0
            return code == REST, closed.index(code) if code in closed else len(closed), size, _order(dimension, code)

        return sorted(found, key=place)

    def pairs(self, code: str, dimensions: Dimensions) -> set[tuple[str, ...]]:
        return set(self.parted[0][code, dimensions].parts)

    def _closed(self, code: str, dimension: str) -> tuple[str, ...]:
        card = self.card(code)
        line = compiled.catalogue().dialects[self.engine.dialect].lines[line_key(card, card.line_names[0])]
        return tuple(line.codes.get(dimension, ()))

    def _parted(self, key: FigureKey) -> Parted:
        return self.parted[key.years_back][key.code, tuple(key.where)]

    @cached_property
    def _found(self) -> dict[str, set[str]]:
        """By dimension, the codes that anything was broken down into."""
        found: dict[str, set[str]] = {}
        for (_code, names), answer in (pair for one in self.parted.values() for pair in one.items()):
            for place, name in enumerate(names):
                found.setdefault(name, set()).update(codes[place] for codes in answer.parts)
        return found

    def _value(self, key: FigureKey) -> Value:
        figure = self._parted(key).part(tuple(key.where.values()))
        card = figure.indicator
        part = ", ".join(self.name(dimension, code) for dimension, code in key.where.items())
        title = gettext(card.title)
        return Value(
            key, f"{title}: {part}" if part else title, figure.value, card.unit.code, figure.when, figure.of, figure.to,
            figure.recorded and not figure.not_recorded_by, figure.evidence_count, card.fingerprint,
        )  # fmt: skip

    def with_all_parts(self) -> None:
        """Name every part of this year that is told by one dimension, so that the checks can add them up."""
        for (code, dimensions), found in self.parted[0].items():
            if len(dimensions) == 1 and dimensions[0] not in OF_SOMEBODY:
                for (part,) in found.parts:
                    self.value(FigureKey(code, dimensions[0], part))


def counted(wanted: Wanted, scope: Scope, engine: Engine) -> Counted:
    """Whole figures and parts of all years, in one statement a fact table."""
    scopes = {back: replace(scope, period=years_before(scope.period, back)) for back in wanted.years_back}
    answers = parted(list(scopes.values()), wanted.groups, engine)
    return Counted(engine, dict(zip(scopes, answers, strict=True)))


def years_before(period: Period, years: int) -> Period:
    return period.years_before(years) if years else period


def _order(dimension: str, code: str) -> list[tuple[int, str]]:
    """school-2 before school-10, but classifications letter by letter."""
    if dimension in BY_CODE:
        return [(0, code)]
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", code)]
