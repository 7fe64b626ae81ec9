"""Tables that page breaks or a converter cut into several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from globa.documents.document import Block, Cell, Heading, Paragraph, Place, Row, Table
from globa.documents.shaping.content import is_total
from globa.documents.shaping.heads import Parted, is_alike, is_repeated, parted


@dataclass
class Whole:
    """A table as it is put together; `breaks` are the numbers of the body rows that begin a new piece."""

    place: Place
    titles: tuple[Row, ...]
    heads: tuple[Row, ...]
    body: list[Row] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)
    page: int | None = None

    def takes(self, piece: Table, cut: Parted, *, at_page: bool) -> bool:
        """A piece with the same head, or with none, is of the same table; one with other titles or another head is not."""
        if not self.body or not self._is_as_wide(piece):
            return False
        if cut.titles and not is_repeated(self.titles, cut.titles):
            return False
        if is_repeated(self.heads, cut.heads):
            return at_page or bool(cut.titles) or not is_total(self.body[-1].cells[0].text)
        if cut.heads and not (at_page and self.heads and not cut.titles and not is_alike(self.heads, cut.heads)):
            return False
        return not any(row.is_head for row in piece.rows)

    def _is_as_wide(self, piece: Table) -> bool:
        """Empty squares at the right end of lines are not counted: text files drop some of them."""
        own = [*self.heads, *self.body]
        return len(own[0].cells) == len(piece.rows[0].cells) or said_width(own) == said_width(piece.rows)

    def take(self, piece: Table, cut: Parted) -> None:
        self._take_heads()
        rows = cut.body if is_repeated(self.heads, cut.heads) else piece.rows
        width = len([*self.heads, *self.body][0].cells)
        self.breaks.add(len(self.body))
        self.body.extend(wide(row, width) for row in rows)
        self.page = _page(piece)

    def _take_heads(self) -> None:
        """A page that ended below the heads left them alone."""
        cut = parted(tuple(self.body), is_cut_off=True) if not self.heads and len(self.body) < 6 else None
        if cut and cut.heads and not cut.body:
            self.titles, self.heads, self.body = cut.titles, cut.heads, []


def said_width(rows: Sequence[Row]) -> int:
    return max((number + 1 for row in rows for number, text in enumerate(row.texts) if text), default=0)


def wide(row: Row, width: int) -> Row:
    missing = (Cell("", row.cells[-1].place) for _ in range(width - len(row.cells)))
    return replace(row, cells=(*row.cells[:width], *missing))


def _page(piece: Table) -> int | None:
    return piece.rows[-1].cells[0].place.page


def put_together(blocks: Sequence[Block]) -> Iterator[Heading | Paragraph | Whole]:
    """Text between two pieces parts them."""
    whole: Whole | None = None
    for block in blocks:
        if isinstance(block, Table):
            cut = parted(block.rows)
            if whole and whole.takes(block, cut, at_page=whole.page is not None and whole.page != block.place.page):
                whole.take(block, cut)
                continue
            if whole:
                yield whole
            whole = Whole(block.place, cut.titles, cut.heads, list(cut.body), set(), _page(block))
            continue
        if whole:
            yield whole
            whole = None
        yield block
    if whole:
        yield whole
