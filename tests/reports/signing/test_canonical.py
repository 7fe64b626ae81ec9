"""A document is one text, and the text is that document again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec import ValidationError

from globa.reports.document import (
    Balance,
    Block,
    Cell,
    ChartUnit,
    Comparator,
    Computed,
    Document,
    FigureKey,
    OrganisationChart,
    Paragraph,
    Passage,
    Person,
    Picture,
    PictureKind,
    Point,
    Row,
    Section,
    Table,
    Typed,
    Value,
    Words,
)
from globa.reports.exports import sample
from globa.reports.signing.canonical import canonical, fingerprint, read

HOMES = FigureKey("homes.at-school", "school", "school-4", 1, (("sex", "girls"),))
DAY = date(2023, 12, 31)
BLOCKS: list[Block] = [
    Passage(
        "vision",
        (Paragraph((Words('He said {"is":"1","~":"decimal"}'), Typed("apie 5,50", Decimal("5.50"), Comparator.ABOUT))),),
        before="",
    ),
    Table(
        "t",
        "Kam",
        "Ką",
        ("Iš viso",),
        (Row(Cell(Words("Ąžuolas")), (Cell(Computed(HOMES, True)), Cell(Typed("4", 4))), is_total=True),),
        DAY,
    ),
    Balance("b", HOMES, (HOMES,), (), HOMES),
    Picture("p", PictureKind.TARGET, "Siekta", (Point("2023", HOMES, Decimal("0.10"), Comparator.AT_LEAST),)),
    OrganisationChart("c", "Etatai", DAY, ChartUnit("Centras", (), (ChartUnit("Namai", (Person("worker", "Ona", Decimal("1.00")),)),))),
]


def document(*blocks: Block) -> Document:
    value = Value(HOMES, "Mokosi", Decimal("33.3"), "percent", "2023", 1, 3, evidence_count=1)
    return Document("activity", 1, "T", "al", "Al", "2023", "lt", (Section("s", "1", "S", blocks),), {str(HOMES): value})


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_every_kind_of_block_is_read_as_it_was_written(block: Block) -> None:
    assert read(canonical(document(block)).decode()) == document(block)


def test_decimals_stay_decimals_and_whole_numbers_whole() -> None:
    value = read(canonical(document()).decode()).values[str(HOMES)]
    assert (str(value.value), type(value.of)) == ("33.3", int)


def test_a_report_signed_long_ago_keeps_its_fingerprint() -> None:
    assert fingerprint(canonical(document(*BLOCKS))) == "f348e04da8941e57fd06e14a6ff5f6092fe646d8862f96f69083785c7727d9c6"


def test_the_sample_is_read_as_it_was_written() -> None:
    assert read(canonical(sample.document()).decode()) == sample.document()


@pytest.mark.parametrize("wrong", ["{}", '{"~":"Words","text":""}', canonical(document()).decode().replace('"key":"s"', '"clef":"s"')])
def test_what_is_no_document_is_not_read_as_one(wrong: str) -> None:
    with pytest.raises(ValidationError):
        read(wrong)
