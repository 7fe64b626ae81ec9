"""The document of figures, filled with what was counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from globa.facts.engines.engine import Engine
from globa.indicators import figures as counting
from globa.indicators.disclosure import Disclosure
from globa.indicators.figures import Breakdown, Figure, State
from globa.indicators.scope import Scope
from globa.indicators.sections import SECTIONS
from globa.planning.directions import Direction
from globa.registry.accounts.users import User
from globa.reports.counting import by_section
from globa.web.figures import document
from globa.web.figures.breaking import broken_down, by_month
from globa.web.figures.document import Balance, Block, Matrix, Parts, Sentence, Special, Table
from globa.web.figures.living import number
from globa.web.figures.occupancy import occupancy
from globa.web.figures.places import Place
from globa.web.numbers import Number


@dataclass(frozen=True)
class Drawn:
    """A block ready for its template, figures/blocks/<kind>.html."""

    kind: str
    title: str
    what: Mapping[str, Any]

    @property
    def template(self) -> str:
        return f"figures/blocks/{self.kind}.html"


@dataclass(frozen=True)
class Chapter:
    """`is_unrecorded`: nobody recorded anything of it, so that one line says more than its tables."""

    code: str
    title: str
    blocks: tuple[Drawn, ...]
    is_unrecorded: bool


@dataclass
class Sheet:
    """Draws the chapters; keeps the breakdowns that it needed on the way, for the checks."""

    user: User
    place: Place
    scope: Scope
    engine: Engine
    computed: Sequence[Figure]
    breakdowns: dict[tuple[str, str], Sequence[Breakdown]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_code = {figure.code: figure for figure in self.computed}

    def chapters(self) -> list[Chapter]:
        sections = by_section(self.computed)
        return [self._chapter(code, sections[code]) for code in SECTIONS if code in sections]

    def _chapter(self, code: str, figures: Sequence[Figure]) -> Chapter:
        is_unrecorded = all(figure.state is State.NOT_RECORDED for figure in figures)
        blocks = () if is_unrecorded else tuple(self._blocks(code, figures))
        return Chapter(code, _(SECTIONS[code]), blocks, is_unrecorded)

    def _blocks(self, code: str, figures: Sequence[Figure]) -> Iterator[Drawn]:
        """What is not recorded at all is named in one line at the end, and not drawn empty."""
        unrecorded = {figure.code for figure in figures if figure.state is State.NOT_RECORDED}
        shown = [block for block in document.DOCUMENT.get(code, ()) if not block.mentions or not unrecorded.issuperset(block.mentions)]
        for block in shown:
            yield from self._drawn(block)
        named = document.mentioned(code)
        rest = [figure.code for figure in figures if figure.code not in named | unrecorded and not _is_a_passed_check(figure)]
        if rest:
            yield self._table(Table(_("Also counted") if shown else "", tuple(rest)))
        seen = {code for block in shown for code in block.mentions}
        if left_out := [figure for figure in figures if figure.code in unrecorded - seen]:
            yield Drawn("unrecorded", "", {"figures": [(_(one.indicator.title), self.place.figure(one.code)) for one in left_out]})

    def _drawn(self, block: Block) -> Iterator[Drawn]:
        if not all(code in self.by_code for code in block.mentions):
            return
        if isinstance(block, Sentence):
            numbers = {name: (self._number(code), name not in block.bare) for name, code in block.codes.items()}
            yield Drawn("sentence", "", {"text": str(block.text), "numbers": numbers})
        elif isinstance(block, Balance):
            names = ("was", "came", "left", "now")
            yield Drawn("balance", str(block.title), dict(zip(names, map(self._number, block.mentions), strict=True)))
        elif isinstance(block, Table):
            yield self._table(block)
        elif isinstance(block, Matrix):
            yield self._matrix(block)
        elif isinstance(block, Parts):
            yield from self._parts(block)
        else:
            yield from self._special(block)

    def _number(self, code: str) -> Number:
        return number(self.by_code[code], self.place)

    def _table(self, block: Table) -> Drawn:
        rows = [(_(self.by_code[code].indicator.title), self._number(code), self.place.figure(code)) for code in block.codes]
        return Drawn("table", str(block.title), {"rows": rows})

    def _matrix(self, block: Matrix) -> Drawn:
        rows = [(title, [self._number(code) if code else None for code in codes]) for title, codes in block.rows]
        return Drawn("matrix", str(block.title), {"of": block.of, "columns": block.columns, "rows": rows})

    def _parts(self, block: Parts) -> Iterator[Drawn]:
        whole = self.by_code[block.code]
        if not whole.recorded or not whole.value:
            return
        found = self._broken(block.code, block.dimension)
        if block.as_what == "months":
            if self.place.period.is_year:
                yield Drawn("months", str(block.title), {"columns": by_month(self.place, whole, found)})
        else:
            broken = broken_down(self.place, whole, block.dimension, found)
            yield Drawn(
                block.as_what if block.as_what == "bar" else "parts",
                str(block.title),
                {"broken": broken, "whole": self._number(block.code)},
            )

    def _broken(self, code: str, dimension: str) -> Sequence[Breakdown]:
        if (code, dimension) not in self.breakdowns:
            wanted = self._dimensions_of(code)
            found = counting.breakdowns(self.scope, self.by_code[code].indicator, self.engine, wanted)
            self.breakdowns |= {(code, name): found[name] for name in wanted}
        return self.breakdowns[code, dimension]

    @staticmethod
    def _dimensions_of(code: str) -> list[str]:
        """Everything that the document shows of a figure, so that one statement answers it."""
        blocks: Iterable[Block] = (block for blocks in document.DOCUMENT.values() for block in blocks)
        return [block.dimension for block in blocks if isinstance(block, Parts) and block.code == code]

    def _special(self, block: Special) -> Iterator[Drawn]:
        if block.name == "occupancy":
            table = occupancy(self.user, self.place, self.scope, self.engine, self.by_code)
            if table:
                self.breakdowns |= {(code, name): parts for code, broken in table.found.items() for name, parts in broken.items()}
                yield Drawn("occupancy", "", {"table": table})
        elif self.place.period.is_year and (rows := list(self._targets())):
            yield Drawn("targets", _("Directions of the year"), {"rows": rows})

    def _targets(self) -> Iterator[dict[str, Any]]:
        year = self.place.period.begins.year
        for direction in Direction.objects.visible_to(self.user).in_force().filter(organisation__in=self.scope.organisations, year=year):
            figure = self.by_code.get(direction.indicator)
            yield {
                "direction": direction,
                "reached": number(figure, self.place) if figure else None,
                "planned": Number(direction.target, figure.indicator.unit) if figure and direction.target is not None else None,
                "is_met": direction.met_by(figure.value if figure else None),
            }


def _is_a_passed_check(figure: Figure) -> bool:
    """What only the institution needs to see, and only when there is any: people whose sex is not recorded."""
    return figure.disclosure is Disclosure.INTERNAL and not figure.value
