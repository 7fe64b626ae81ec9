"""A piece of a made report: blocks with the cells or paragraphs in which an error was planted, before anything has its number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from globa.documents.document import Block, Cell, Document, Heading, Paragraph, Place, Row, Table

HOMES = ("Kalnų namai", "Saulėnų namai", "Ąžuolų namai", "Ežero namai", "Globos centras", "Pušyno namai", "Sodų namai", "Upės namai")
ITEMS = (
    "Darbo užmokestis", "Soc. draudimo įmokos", "Mityba", "Medikamentai", "Ryšių paslaugos", "Transporto išlaikymas", "Apranga ir patalynė",
    "Komandiruotės", "Remontas", "Kvalifikacijos kėlimas", "Informacinės technologijos", "Kitos prekės ir paslaugos",
)  # fmt: skip
SOURCES = (
    "Valstybės biudžeto lėšos", "Savivaldybės biudžeto lėšos", "ES fondų lėšos", "Įmokos už suteiktas paslaugas", "Kiti šaltiniai, parama",
)  # fmt: skip
SERVICES = ("Dienos globa", "Atokvėpis", "Konsultacijos", "Įgūdžių ugdymas", "Mediacija", "Stovykla", "Mokymai", "Lydėjimas")
PROSE = (
    "Įstaiga veikia pagal 2021 m. balandžio 29 d. tarybos sprendimą Nr. TS-81, tel. 8 386 12345.",
    "Licencija Nr. 000000903 išduota 2021-01-07, patikslinta 2021-03-22, adresas Kalnų g. 61A.",
    "Socialinių paslaugų įstatymo 13 straipsnio 3 dalis, 2006 m. kovo 10 d. nutarimas Nr. 583.",
    "Darbuotojai tobulino kvalifikaciją, vyko metodiniai pasitarimai ir supervizijos.",
    "Priėmimo laikas 8.00–17.00 val., budima 24/7, vaikų amžius 8–21 m.",
)


@dataclass(frozen=True)
class Square:
    """Which cell of which block of a piece, counted from nought; a paragraph has neither row nor column."""

    block: int
    row: int = -1
    column: int = -1


@dataclass(frozen=True)
class Piece:
    blocks: tuple[Sequence[Sequence[str]] | str, ...]
    planted: tuple[Square, ...] = ()
    heads: int = 1


Maker = Callable[[Random, str], Piece]


@dataclass(frozen=True)
class Made:
    """`planted` are the places of the error; none in a clean document."""

    document: Document
    planted: frozenset[Place] = field(default_factory=frozenset)


def assembled(pieces: Sequence[Piece]) -> Made:
    blocks: list[Block] = [Heading("2023 m. veiklos ataskaita", Place(paragraph=1))]
    planted: set[Place] = set()
    for piece in pieces:
        start = len(blocks)
        blocks += [_block(one, start + place, piece.heads) for place, one in enumerate(piece.blocks)]
        planted |= {_place(blocks[start + one.block], one) for one in piece.planted}
    return Made(Document("docx", tuple(blocks)), frozenset(planted))


def _block(one: Sequence[Sequence[str]] | str, number: int, heads: int) -> Block:
    if isinstance(one, str):
        return Paragraph(one, Place(paragraph=number))
    rows = []
    for row, texts in enumerate(one):
        cells = tuple(Cell(text, Place(table=number, row=row + 1, column=column + 1)) for column, text in enumerate(texts))
        rows.append(Row(cells, is_head=row < heads))
    return Table(tuple(rows), Place(table=number))


def _place(block: Block, square: Square) -> Place:
    if isinstance(block, Table) and square.row >= 0:
        return replace(block.rows[square.row].cells[square.column].place)
    return block.place


def off(rng: Random, value: int, *, least: int = 1) -> int:
    """A wrong number in its stead, never below nought."""
    by = rng.randint(least, max(least * 4, value // 3 + least))
    return value + by if value < by or rng.random() < 0.5 else value - by
