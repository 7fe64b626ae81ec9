"""The document as it was read, with the places of the findings marked; a long one in parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from globa.checker.finding import Finding
from globa.documents.document import Block, Cell, Document, Heading, Paragraph, Place, Row, Table
from globa.documents.sentences import of as sentences_of

MOST_SQUARES = 3000
"""Of one part: about as many cells as a reader's browser draws in a blink."""
LONG, LONGER = 60, 400
"""Letters of a cell that wants room, so that its row does not grow down the page."""
NUMBER = re.compile(r"[-–−]?\s*[\d\s.,\u00a0\u202f]*\d\s*%?")


@dataclass(frozen=True)
class Mark:
    """A finding at a place; of its first place it is `is_first`, the others are what it is compared with."""

    number: int
    severity: str
    is_first: bool
    sentences: tuple[int, ...] = ()


@dataclass(frozen=True)
class Square:
    """A cell as it is drawn; `anchor` is empty where no finding leads to it."""

    text: str
    anchor: str = ""
    marks: tuple[Mark, ...] = ()
    columns: int = 1
    rows: int = 1

    @property
    def is_number(self) -> bool:
        return bool(NUMBER.fullmatch(self.text.strip()))

    @property
    def classes(self) -> str:
        """Of a table's cell."""
        named = [
            ("n", self.is_number),
            ("g-long", len(self.text) > LONG),
            ("g-longer", len(self.text) > LONGER),
            (f"g-at g-at--{self.tone}", bool(self.tone)),
        ]
        return " ".join(name for name, holds in named if holds)

    @property
    def pieces(self) -> list[tuple[str, bool]]:
        """The text, and of each piece whether a finding names that very sentence."""
        named = {sentence for mark in self.marks for sentence in mark.sentences}
        if not named:
            return [(self.text, False)]
        said = list(sentences_of(self.text, Place()))
        ends = [*(one.start for one in said[1:]), len(self.text)]
        pieces = [(self.text[one.start : end], one.place.sentence in named) for one, end in zip(said, ends, strict=True)]
        return [(self.text[: said[0].start], False), *pieces] if said else [(self.text, False)]

    @property
    def tone(self) -> str:
        """Of the gravest finding that begins here; what is only compared has a frame of its own."""
        first = sorted({one.severity for one in self.marks if one.is_first})
        return first[0] if first else "compared" if self.marks else ""


@dataclass(frozen=True)
class Drawn:
    """
    A block: `kind` is heading, paragraph or table; a table that goes on from the part before says so in `goes_on`.

    `label` is what a table is called; its caption is not drawn where it stands above the table already.
    """

    kind: str
    square: Square
    head: tuple[tuple[Square, ...], ...] = ()
    body: tuple[tuple[Square, ...], ...] = ()
    level: int = 1
    goes_on: bool = False
    label: str = ""


@dataclass
class Original:
    """`spots` says of each marked place in which part, and at which anchor, it is drawn."""

    document: Document
    findings: Sequence[Finding]
    parts: list[list[Drawn]] = field(default_factory=list)
    spots: dict[Place, tuple[int, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._marks = _marks(self.findings)
        self._anchors, self._above = 0, ""
        for blocks in _parts(self.document.blocks):
            self.parts.append([self._drawn(block, goes_on) for block, goes_on in blocks])

    def _drawn(self, block: Block, goes_on: bool) -> Drawn:
        above, self._above = self._above, "" if isinstance(block, Table) else block.text
        if isinstance(block, Heading):
            return Drawn("heading", self._square(block.text, [block.place]), level=min(block.level, 3))
        if isinstance(block, Paragraph):
            return Drawn("paragraph", self._square(block.text, [block.place]))
        caption = self._square("" if block.caption == above else block.caption, [block.place])
        return Drawn("table", caption, self._rows(block.head), self._rows(block.body), goes_on=goes_on, label=block.caption)

    def _rows(self, rows: Sequence[Row]) -> tuple[tuple[Square, ...], ...]:
        spans = list(_spans(rows))
        return tuple(
            tuple(
                replace(self._square(cell.text, _places(cell, is_first=not at)), columns=across, rows=down)
                for at, (cell, (across, down)) in enumerate(zip(row.cells, sizes, strict=True))
                if across
            )
            for row, sizes in zip(rows, spans, strict=True)
        )

    def _square(self, text: str, places: Iterable[Place]) -> Square:
        marked = [place for place in map(spot, places) if place in self._marks]
        if not marked:
            return Square(text)
        self._anchors += 1
        anchor = f"p-{self._anchors}"
        self.spots.update(dict.fromkeys(marked, (len(self.parts), anchor)))
        return Square(text, anchor, tuple(dict.fromkeys(mark for place in marked for mark in self._marks[place])))


def _places(cell: Cell, *, is_first: bool) -> list[Place]:
    """What is said of a whole row is marked at its first cell."""
    own = [cell.place, *cell.also]
    return [*own, *(replace(place, column=None) for place in own)] if is_first else own


def spot(place: Place) -> Place:
    """A sentence is marked by the cell or paragraph it stands in."""
    return replace(place, sentence=None)


def _marks(findings: Sequence[Finding]) -> dict[Place, list[Mark]]:
    found: dict[Place, list[Mark]] = {}
    for number, finding in enumerate(findings, 1):
        for at, place in enumerate(dict.fromkeys(spot(place) for place in finding.places)):
            named = tuple(one.sentence for one in finding.places if one.sentence and spot(one) == place)
            found.setdefault(place, []).append(Mark(number, str(finding.severity), at == 0, named))
    return found


def _parts(blocks: Iterable[Block]) -> Iterator[list[tuple[Block, bool]]]:
    """Parts of about equal size; a block that is too large for one goes on in the next."""
    part: list[tuple[Block, bool]] = []
    room = MOST_SQUARES
    for block, goes_on in _pieces(blocks):
        size = _size(block)
        if size > room and part:
            yield part
            part, room = [], MOST_SQUARES
        part.append((block, goes_on))
        room -= size
    if part:
        yield part


def _pieces(blocks: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    for block in blocks:
        if not isinstance(block, Table) or _size(block) <= MOST_SQUARES:
            yield block, False
            continue
        at_once = max(1, MOST_SQUARES // max(1, len(block.rows[0].cells)))
        body = block.body
        for begins in range(0, len(body), at_once):
            yield replace(block, rows=(*block.head, *body[begins : begins + at_once])), begins > 0


def _size(block: Block) -> int:
    """In squares; a line of text is about one."""
    if isinstance(block, Table):
        return len(block.rows) * max(1, len(block.rows[0].cells)) if block.rows else 1
    return 1 + len(block.text) // 80


def _spans(rows: Sequence[Row]) -> Iterator[list[tuple[int, int]]]:
    """Columns and rows that each cell takes; (0, 0) where another cell covers the square."""
    taken: set[tuple[int, int]] = set()
    for down, row in enumerate(rows):
        sizes = []
        for across, cell in enumerate(row.cells):
            if (down, across) in taken:
                sizes.append((0, 0))
                continue
            wide = 1 if cell.is_covered else _wide(row, down, across, taken)
            tall = 1 if cell.is_covered else _tall(rows, down, across, wide)
            taken |= {(down + below, across + beside) for below in range(tall) for beside in range(wide)}
            sizes.append((wide, tall))
        yield sizes


def _wide(row: Row, down: int, across: int, taken: set[tuple[int, int]]) -> int:
    text, end = row.cells[across].text, across + 1
    while end < len(row.cells) and row.cells[end].is_covered and row.cells[end].text in ("", text) and (down, end) not in taken:
        end += 1
    return end - across


def _tall(rows: Sequence[Row], down: int, across: int, wide: int) -> int:
    text, end = rows[down].cells[across].text, down + 1
    while end < len(rows) and all(one.is_covered and one.text in ("", text) for one in rows[end].cells[across : across + wide]):
        end += 1
    return end - down
