"""
What the checker of strangers' documents finds in our own: it reads the words and numbers that a reader will see.

Only what somebody typed is told, for figures that are computed have identities of their own. The rules that would load a dictionary are
left out: what they look for, one figure with several values and girls and boys of one whole, our own rules find by the figure itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from textwrap import shorten

from django.utils.translation import gettext as _

from globa.checker.finding import Finding as Noticed
from globa.checker.finding import Severity as Gravity
from globa.documents.document import Block, Heading, Paragraph
from globa.documents.document import Cell as Square
from globa.documents.document import Document as Read
from globa.documents.document import Place as Spot
from globa.documents.document import Row as Line
from globa.documents.document import Table as Grid
from globa.reports.checks.finding import Finding, Severity, stable
from globa.reports.checks.walking import WHOLE_BLOCK, Walk
from globa.reports.document import Cell, Passage, Place, Section, Span, Table, Typed
from globa.reports.writing.spans import spans

RULE = "as-a-stranger"
LONGEST_CAPTION = 60
ASKING = ("execution", "all-done")
"""Rules whose findings are explained before anybody signs, though they contradict nothing."""
GRAVITY = {Gravity.CONTRADICTION: Severity.CONTRADICTION, Gravity.SUSPICIOUS: Severity.SUSPICIOUS, Gravity.FORM: Severity.FORM}


def find(walk: Walk, found: Sequence[Finding]) -> Iterator[Finding]:
    """`found` is what our own rules say already: of the same blocks nothing is said twice."""
    # Loaded with the first report that somebody typed into: pages without reports need no rules.
    from globa.checker.checking import check
    from globa.checker.rules import flows, flows_in_text, misprints, totals

    seen = Seen(walk)
    if not seen.typed:
        return
    told = {place.block for one in found if one.severity == Severity.CONTRADICTION for place in one.places}
    for noticed in check(seen.document, rules=(totals, flows, flows_in_text, misprints)):
        made = _finding(seen.places, noticed)
        if any(_where(spot) in seen.typed for spot in noticed.places) and not {place.block for place in made.places} <= told:
            yield made


def find_in_a_plan(walk: Walk) -> Iterator[Finding]:
    """A report on a plan is read wholly: what its cells say was typed by many people, long before the report was made of them."""
    from globa.checker.checking import check
    from globa.checker.rules import all_done, breakdowns, copied_rows, dates_and_addresses, execution, nested, sources, unit_changed

    seen = Seen(walk)
    rules = (execution, sources, unit_changed, all_done, breakdowns, nested, copied_rows, dates_and_addresses)
    for noticed in check(seen.document, rules=rules):
        found = _finding(seen.places, noticed)
        yield replace(found, asks=noticed.rule in ASKING)


@dataclass
class Seen:
    """`places` are those of the report by those of the read document; `typed` hold a number that somebody typed."""

    walk: Walk
    places: dict[Spot, Place] = field(default_factory=dict)
    typed: set[Spot] = field(default_factory=set)
    paragraphs: int = 0
    tables: int = 0

    def __post_init__(self) -> None:
        self.document = Read("docx", tuple(block for section in self.walk.document.sections for block in self._section(section)))

    def _section(self, section: Section) -> Iterator[Block]:
        yield Heading(f"{section.number} {section.title}".strip(), self._paragraph())
        for block in section.blocks:
            if isinstance(block, Passage):
                yield from self._passage(section, block)
            elif isinstance(block, Table):
                yield self._table(section, block)

    def _paragraph(self) -> Spot:
        self.paragraphs += 1
        return Spot(paragraph=self.paragraphs)

    def _passage(self, section: Section, passage: Passage) -> Iterator[Block]:
        for paragraph in passage.paragraphs:
            spot = self._paragraph()
            self._remember(spot, self.walk.in_passage(section, passage, _typed(paragraph.spans)), paragraph.spans)
            yield Paragraph(spans(self.walk.document, paragraph.spans), spot)

    def _table(self, section: Section, table: Table) -> Grid:
        """Rows that are parts of the one above are left out: our tables say so themselves, and no words of theirs do."""
        self.tables += 1
        head = Line(tuple(Square(text, self._square(1, at)) for at, text in enumerate((table.head, *table.columns), 1)), is_head=True)
        rows = [row for row in table.rows if not row.is_part]
        lines = []
        for number, row in enumerate(rows, 2):
            cells = [row.title, *row.cells, *[None] * (len(table.columns) - len(row.cells))]
            lines.append(Line(tuple(self._cell(section, table, cell, self._square(number, at)) for at, cell in enumerate(cells, 1))))
        return Grid((head, *lines), Spot(table=self.tables), table.caption)

    def _square(self, row: int, column: int) -> Spot:
        return Spot(table=self.tables, row=row, column=column)

    def _cell(self, section: Section, table: Table, cell: Cell | None, spot: Spot) -> Square:
        if cell is None:
            return Square("", spot)
        typed = _typed(cell.spans)
        place = Place(section.key, cell.key or table.key, typed.at if typed else WHOLE_BLOCK, self._called(section, table))
        self._remember(spot, place, cell.spans)
        return Square(spans(self.walk.document, cell.spans), spot)

    def _called(self, section: Section, table: Table) -> str:
        caption = shorten(table.caption, LONGEST_CAPTION, placeholder="…")
        return _("%(section)s, table “%(caption)s”") % {"section": section.number, "caption": caption}

    def _remember(self, spot: Spot, place: Place, written: tuple[Span, ...]) -> None:
        self.places[spot] = place
        if _typed(written):
            self.typed.add(spot)


def _typed(written: tuple[Span, ...]) -> Typed | None:
    return next((one for one in written if isinstance(one, Typed)), None)


def _where(spot: Spot) -> Spot:
    return Spot(table=spot.table, row=spot.row, column=spot.column, paragraph=spot.paragraph)


def _finding(places: Mapping[Spot, Place], noticed: Noticed) -> Finding:
    found = dict.fromkeys(places[_where(spot)] for spot in noticed.places if _where(spot) in places)
    sentence = _(noticed.sentence)
    message = sentence % noticed.values if noticed.values else sentence
    return Finding(RULE, GRAVITY[noticed.severity], tuple(found), message, stable(RULE, noticed.id))
