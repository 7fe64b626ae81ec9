"""Small documents for the checks: texts as a person wrote them, tables cell by cell, and what the records make."""

from __future__ import annotations

from collections.abc import Iterable

from globa.indicators import compiled, published
from globa.reports.assembling import spoken
from globa.reports.document import (
    Amount,
    Block,
    Cell,
    Computed,
    Document,
    FigureKey,
    Passage,
    Row,
    Section,
    Span,
    Table,
    Value,
    Words,
)
from globa.reports.forms import read as form_of
from globa.reports.texts.meaning import Surroundings
from globa.reports.texts.reading import read
from globa.vocabulary.period import Period

YEAR = Period.year(2023)


def document(*blocks: Block, values: Iterable[Value] = ()) -> Document:
    section = Section("one", "1", "One", blocks)
    return Document("activity", 1, "Report", "here", "Here", "2023", "en", (section,), {str(one.key): one for one in values})


def value(key: str, number: Amount | None, **details: object) -> Value:
    """A counted figure, as its declaration says it."""
    named = FigureKey.parse(key)
    assert named is not None
    card = compiled.catalogue().cards[named.code]
    return Value(named, card.title, number, card.unit.code, card.label(YEAR), recorded=number is not None, **details)  # type: ignore[arg-type]


def around(subject: str = "") -> Surroundings:
    return Surroundings(YEAR, subject=FigureKey(subject) if subject else None, spoken=spoken(form_of("activity", 2023)))


def text(source: str, key: str = "text") -> Passage:
    return Passage(key, read(source, {}, around()), source, by_hand=True)


def table(*rows: Row, columns: tuple[str, ...] = ("Number",), caption: str = "Table") -> Table:
    return Table("table", caption, "What", columns, rows)


def row(title: str, *cells: str | Cell, **details: bool) -> Row:
    return Row(Cell(Words(title)), tuple(one if isinstance(one, Cell) else cell(one) for one in cells), **details)


def cell(key: str) -> Cell:
    named = FigureKey.parse(key)
    return Cell(Computed(named) if named else Words(key))


def typed_cell(source: str, key: str, subject: str) -> Cell:
    spans: tuple[Span, ...] = tuple(span for one in read(source, {}, around(subject)) for span in one.spans)
    return Cell(spans[0], key=key, rest=spans[1:])


def true_values() -> list[Value]:
    """What the records of the demonstration make of each whole figure that was printed in Alytus 2023."""
    whole = {one.indicator: one.true_number for one in published.rows("alytus-2023") if not one.dimension}
    return [value(code, int(number) if number == int(number) else number) for code, number in whole.items()]
