"""
A table as its reader sees it: which rows are heads, what each row and column is called, and the numbers in between.

Rows and columns are treated alike: `turned()` is the same table with its rows as columns, so that a rule about rows is one about columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from globa.checker.amounts import CENT, Amount, amount, is_rounded
from globa.checker.folding import folded, is_of_which, is_total
from globa.checker.labels import Named, code_behind, is_code_head, is_codes, is_numbering, is_short_code, leading_code, nests_in
from globa.documents.document import Cell, Place, Row, Table

LEAST_OF_MONEY = 1000


@dataclass(frozen=True)
class Entry:
    """A row or a column: its label (`words` is the label without its code), and the entry that it is a part of („iš jų“, a longer code)."""

    label: str
    place: Place
    code: str = ""
    is_total: bool = False
    parent: int | None = None
    words: str = ""

    @property
    def is_nested(self) -> bool:
        return self.parent is not None


@dataclass(frozen=True)
class Grid:
    """`squares` hold a number, None for an empty cell, or the text of a cell that is no number."""

    table: Table
    number: int
    rows: tuple[Entry, ...]
    columns: tuple[Entry, ...]
    squares: tuple[tuple[Amount | str | None, ...], ...]
    sections: tuple[int, ...] = ()
    pairs: tuple[tuple[str, Amount, Place], ...] = ()
    is_turned: bool = False

    def at(self, row: int, column: int) -> Amount | None:
        found = self.squares[row][column]
        return found if isinstance(found, Amount) else None

    def turned(self) -> Grid:
        columns = tuple(zip(*self.squares, strict=True)) if self.squares else ()
        return Grid(self.table, self.number, self.columns, self.rows, columns, (), (), not self.is_turned)

    def amounts(self) -> Iterator[tuple[int, int, Amount]]:
        for row, line in enumerate(self.squares):
            for column, found in enumerate(line):
                if isinstance(found, Amount):
                    yield row, column, found


def grid(table: Table, number: int) -> Grid | None:
    """None for a table without a row of numbers: a layout, or text only."""
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row.cells)]
    first = _first_row_of_data(rows)
    if first is None or first >= len(rows):
        return None
    heads, body = rows[:first], rows[first:]
    columns = _numeric_columns(heads, body)
    if not columns:
        return None
    return _made(table, number, heads, body, columns)


def _made(table: Table, number: int, heads: Sequence[Row], body: Sequence[Row], columns: Sequence[int]) -> Grid:
    labelled = [place for place in range(len(body[0].cells)) if place not in columns and place < columns[-1]]
    paired = _column_of_pairs(heads, body, labelled, columns)
    named = [place for place in labelled if place != paired]
    heads = _heads_of_columns(heads)
    coded = {place for place in named if is_code_head(_head(heads, place))}
    heading = tuple(_entries([_column_entry(heads, body, column, paired) for column in columns], [True] * len(columns)))
    squares = [[_square(row.cells[column], heading[place].label) for place, column in enumerate(columns)] for row in body]
    has_numbers = [any(isinstance(square, Amount) for square in line) for line in squares]
    entries = tuple(_entries([_row_entry(row, named, coded) for row in body], has_numbers))
    pairs = _pairs(body, paired) if paired is not None else ()
    if paired is not None:
        _take_out(squares, body, columns.index(paired + 1), paired)
    exact = tuple(tuple(line) for line in _with_hidden_digits(squares))
    return Grid(table, number, entries, heading, exact, _sections(body, columns), pairs)


def _first_row_of_data(rows: Sequence[Row]) -> int | None:
    """Rows of codes, of column numbers and of section names above the first true row belong to the head."""
    first = next((place for place, row in enumerate(rows) if not row.is_head and len(_numbers(row)) >= 1 and not _is_head_like(row)), None)
    if first is None:
        return None
    while first + 1 < len(rows) and _is_codes_above(rows, first):
        first = next((place for place in range(first + 1, len(rows)) if _numbers(rows[place])), len(rows))
    return first


def _is_head_like(row: Row) -> bool:
    """1 | 2 | 3 | 4 under the heads, the first of them too."""
    found = [amount(cell.text, cell.place) for cell in _filled(row)]
    return all(one is not None and one.is_bare for one in found) and is_numbering([one.value for one in found if one])


def _is_codes_above(rows: Sequence[Row], first: int) -> bool:
    """Bare numbers above cells that all carry decimals, or a line of a section after them: codes of funds, not amounts."""
    numbers = _numbers(rows[first])
    if len(numbers) < 2 or not all(one.is_bare for one in numbers):
        return False
    below = [one for row in rows[first + 1 :] for one in _numbers(row)]
    with_decimals = sum(one.step < 1 or one.is_cut for one in below)
    section = not _numbers(rows[first + 1]) and len(_filled(rows[first + 1])) == 1
    return with_decimals * 10 >= len(below) * (5 if section else 8) > 0


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.text.strip() and not cell.is_covered]


def _numbers(row: Row) -> list[Amount]:
    found = (amount(cell.text, cell.place) for cell in row.cells[1:] if not cell.is_covered)
    return [one for one in found if one is not None]


def _numeric_columns(heads: Sequence[Row], body: Sequence[Row]) -> list[int]:
    return [place for place in range(len(body[0].cells)) if _is_numeric(place, heads, body)]


def _is_numeric(column: int, heads: Sequence[Row], body: Sequence[Row]) -> bool:
    texts = [row.cells[column].text.strip() for row in body if not row.cells[column].is_covered]
    filled = [text for text in texts if text and text not in {"-", "–", "—"}]
    numbers = [one for text in filled if (one := amount(text, Place()))]
    if not numbers or (column == 0 and _is_label_column(heads, filled, numbers)):
        return False
    if is_code_head(_head(heads, column)) or is_codes(filled):
        return False
    return len(numbers) * 2 >= len(filled)


def _is_label_column(heads: Sequence[Row], filled: Sequence[str], numbers: Sequence[Amount]) -> bool:
    """The first column names the rows, unless there is nothing else to name them and it is all numbers under a head."""
    head = folded(_head(heads, 0))
    return not (is_total(head) or (len(numbers) == len(filled) and len(filled) == 1 and bool(head)))


def _head(heads: Sequence[Row], column: int) -> str:
    texts = (" ".join(row.cells[column].text.split()) for row in heads if column < len(row.cells))
    return " ".join(dict.fromkeys(text for text in texts if text and not amount(text, Place())))


def _column_entry(heads: Sequence[Row], body: Sequence[Row], column: int, paired: int | None) -> Entry:
    """The nearest head tells whether it is a total, the whole of its heads what it is called. Labels and their numbers share one head."""
    column_of_head = column - 1 if paired == column - 1 and not _head(heads, column) else column
    texts = [" ".join(row.cells[column_of_head].text.split()) for row in heads]
    own = next((text for text in reversed(texts) if text and not amount(text, Place())), "")
    label = _head(heads, column_of_head)
    place = heads[-1].cells[column].place if heads else body[0].cells[column].place
    return Entry(label, place, is_total=is_total(own) or (is_total(label) and not is_of_which(own) and label.startswith(own)))


def _heads_of_columns(heads: Sequence[Row]) -> Sequence[Row]:
    """Without the rows of one cell over the whole table, which are its title."""
    several = [row for row in heads if len(_filled(row)) > 1]
    return several or heads


def _row_entry(row: Row, named: Sequence[int], coded: set[int]) -> Entry:
    texts = {place: " ".join(row.cells[place].text.split()) for place in named if not row.cells[place].is_covered}
    codes = [text for place, text in texts.items() if is_codes([text]) or (place in coded and is_short_code(text))]
    codes = codes or [found for text in texts.values() if (found := leading_code(text))]
    label = " ".join(text for text in texts.values() if text)
    named_by = [text for text in texts.values() if text and text not in codes]
    place = row.cells[named[0]].place if named else row.cells[0].place
    is_sum = any(is_total(text) and not is_of_which(text) for text in named_by)
    code = codes[0].rstrip(".") if codes else code_behind(label)
    return Entry(label, place, code, is_sum, words=" ".join(named_by))


def _entries(plain: Sequence[Entry], has_numbers: Sequence[bool]) -> Iterator[Entry]:
    """Each with its parent, if an entry above says that it has parts."""
    named = [Named(one.words or one.label, one.code, has) for one, has in zip(plain, has_numbers, strict=True)]
    for place, one in enumerate(plain):
        yield replace(one, parent=nests_in(place, named))


def _square(cell: Cell, head: str) -> Amount | str | None:
    text = " ".join(cell.text.split())
    if not text or cell.is_covered or text in {"-", "–", "—"}:
        return None
    found = amount(text, cell.place)
    if found is None:
        return text
    return found.rounded() if is_rounded(head) or is_rounded(text) else found


def _with_hidden_digits(squares: Sequence[Sequence[Amount | str | None]]) -> Iterator[list[Amount | str | None]]:
    """Where most numbers are money with cents, one with a single decimal was cut; posts of 2,5 beside 8,25 were not."""
    amounts = [one for line in squares for one in line if isinstance(one, Amount)]
    is_money = any(one.step == CENT and abs(one.value) >= LEAST_OF_MONEY for one in amounts)
    in_cents = is_money and sum(one.step == CENT for one in amounts) * 2 > sum(not one.is_bare for one in amounts)
    for line in squares:
        yield [one.cut_to(CENT) if in_cents and isinstance(one, Amount) and CENT < one.step < 1 else one for one in line]


def _sections(body: Sequence[Row], columns: Sequence[int]) -> tuple[int, ...]:
    """Rows that only name what follows them."""
    numberless = [place for place, row in enumerate(body) if not any(amount(row.cells[column].text, Place()) for column in columns)]
    return tuple(place for place in numberless if len(_filled(body[place])) == 1)


def _column_of_pairs(heads: Sequence[Row], body: Sequence[Row], labelled: Sequence[int], columns: Sequence[int]) -> int | None:
    """A column of short labels that stands after numbers and names what stands to the right of it: „BVGN | 25“, „Viso: | 43“."""
    for place in labelled:
        texts = [row.cells[place].text.strip() for row in body if row.cells[place].text.strip()]
        if place > columns[0] and place + 1 in columns and len(texts) >= 2 and any(is_total(text) for text in texts):
            return place
    return None


def _pairs(body: Sequence[Row], column: int) -> tuple[tuple[str, Amount, Place], ...]:
    found = [(" ".join(row.cells[column].text.split()), amount(row.cells[column + 1].text, row.cells[column + 1].place)) for row in body]
    return tuple((label, one, one.place) for label, one in found if label and one)


def _take_out(squares: list[list[Amount | str | None]], body: Sequence[Row], column: int, paired: int) -> None:
    """A number that its neighbour names is not the total of its row."""
    for line, row in zip(squares, body, strict=True):
        if row.cells[paired].text.strip():
            line[column] = None
