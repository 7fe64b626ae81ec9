"""Which figures a form needs before anything is counted: whole ones by years, and parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from globa.indicators.identities import EQUATIONS
from globa.reports.document import Computed, FigureKey, Paragraph, PictureKind, Span, Typed
from globa.reports.forms.form import BalanceForm, BlockForm, CrossTable, FiguresTable, Form, PartsTable, PictureForm, YearsTable
from globa.reports.texts.references import is_known

Dimensions = tuple[str, ...]


@dataclass
class Wanted:
    """`groups` by indicator: the dimensions that it is told apart by, none for the whole; `years` are how many years back."""

    groups: dict[str, list[Dimensions]] = field(default_factory=dict)
    years: set[int] = field(default_factory=lambda: {0})

    def key(self, key: FigureKey) -> None:
        self.code(key.code)
        self.years.add(key.years_back)
        if key.dimension:
            self.broken(key.code, tuple(key.where))

    def code(self, code: str) -> None:
        self.broken(code, ())

    def broken(self, code: str, dimensions: Dimensions) -> None:
        groups = self.groups.setdefault(code, [])
        if dimensions not in groups:
            groups.append(dimensions)

    @property
    def years_back(self) -> list[int]:
        return sorted(self.years)


def wanted(form: Form, spans: Iterable[Span], targets: Iterable[str]) -> Wanted:
    """Of the form's blocks, the texts as they are now, the year's targets, and the equations that are checked."""
    found = Wanted()
    for _section, block in form.blocks():
        _block(found, block)
    for span in spans:
        if isinstance(span, Computed) and is_known(span.key):
            found.key(span.key)
        elif isinstance(span, Typed) and span.means is not None:
            found.key(span.means)
    for code in (*targets, *_of_equations(form)):
        found.code(code)
    return found


def _of_equations(form: Form) -> Iterator[str]:
    """The report of a plan names few figures of the records, and needs no others beside them."""
    if not form.is_of_a_plan:
        yield from (code for one in EQUATIONS for code in (*one.plus, *one.minus, one.equals))


def _block(found: Wanted, block: BlockForm) -> None:
    for key in _keys(block):
        found.key(key)
    if isinstance(block, PartsTable):
        for column in block.columns:
            found.code(column.figure.code)
            for dimension in dict.fromkeys((block.dimension, *(one for one, _part, _title in block.rest))):
                found.broken(column.figure.code, (dimension,))
    elif isinstance(block, CrossTable):
        found.code(block.figure)
        for one in (block.rows, block.columns, *([block.within] if block.within else [])):
            found.broken(block.figure, (one,))
            if one != block.columns:
                found.broken(block.figure, (one, block.columns))
        if block.within:
            found.broken(block.figure, (block.rows, block.within))
    elif isinstance(block, PictureForm) and block.figure is not None:
        found.code(block.figure.code)
        if block.kind is not PictureKind.TREND:
            found.broken(block.figure.code, (block.by,))


def _keys(block: BlockForm) -> Iterator[FigureKey]:
    if isinstance(block, FiguresTable):
        yield from (key for row in block.rows for key in row.cells if key is not None)
    elif isinstance(block, YearsTable):
        yield from (FigureKey(code, years_back=back) for code in block.figures for back in range(block.years))
    elif isinstance(block, BalanceForm):
        yield from (block.opening, *block.came, *block.left, block.closing)
    elif isinstance(block, PictureForm) and block.kind is PictureKind.TREND and block.figure is not None:
        yield from (FigureKey(block.figure.code, years_back=back) for back in range(block.years))


def spans_of(paragraphs: Iterable[Paragraph]) -> Iterator[Span]:
    for paragraph in paragraphs:
        yield from paragraph.spans
