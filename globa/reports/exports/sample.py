"""An invented report with every kind of block, on which an office's template is tried before it is used."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from globa.reports.document import (
    Balance,
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
from globa.reports.exports.seal import Explained, Seal, Signed

DAY = date(2024, 1, 22)
DRAFT = Seal(on=DAY)
SIGNED = Seal(
    on=DAY,
    fingerprint="0123456789abcdef" * 4,
    number="PV-2023-A1",
    signatures=(Signed("direktorė", "Vardenė Pavardenė", DAY),),
    explained=(Explained("43 ≠ 35", "pavyzdys"),),
)
OPENING, CAME, LEFT, CLOSING = (FigureKey(f"sample.{name}") for name in ("opening", "came", "left", "closing"))
SPENT, UNKNOWN = FigureKey("sample.spent"), FigureKey("sample.unknown")
NUMBERS: tuple[tuple[FigureKey, int | Decimal | None, str], ...] = (
    (OPENING, 33, "children"),
    (CAME, 6, "children"),
    (LEFT, 14, "children"),
    (CLOSING, 25, "children"),
    (SPENT, Decimal("1356326.61"), "EUR"),
    (UNKNOWN, None, "documents"),
)
TEXT = Passage(
    "text",
    (
        Paragraph((Words("Metų pradžioje gyveno "), Computed(OPENING, True), Words(", pabaigoje – "), Computed(CLOSING), Words("."))),
        Paragraph((Words("<Ženklai> & „kabutės“: "), Typed("43", 43), Words(", "), Computed(SPENT), Words(", "), Computed(UNKNOWN))),
    ),
)
TABLE = Table(
    "table",
    "1 lentelė. Vaikai",
    "Namai",
    ("Pradžioje", "Pabaigoje", "Pastaba"),
    (
        Row(Cell(Words("Girios namai"), "nuo sausio"), (Cell(Computed(OPENING)), Cell(Computed(CLOSING)), Cell(Words("=1+1")))),
        Row(Cell(Words("iš jų mergaitės")), (Cell(Typed("7", 7)), Cell(Computed(CAME)), Cell(Words("")))),
        Row(Cell(Words("Iš viso")), (Cell(Computed(OPENING)), Cell(Computed(CLOSING)), Cell(Words(""))), is_total=True),
    ),
    note="Pavyzdys.",
)
BALANCE = Balance("balance", OPENING, (CAME,), (LEFT,), CLOSING)
POINTS = (Point("2021", UNKNOWN), Point("2022", OPENING), Point("2023", CLOSING))
PLANNED = (Point("Vaikai", CLOSING, 28, Comparator.AT_MOST), Point("Atvykę", CAME, 10, Comparator.AT_LEAST))
PICTURES = (
    *(Picture(kind.value, kind, kind.value, POINTS) for kind in (PictureKind.BARS, PictureKind.PARTS, PictureKind.TREND)),
    Picture("plan", PictureKind.TARGET, "Planas", PLANNED),
)
CHART = OrganisationChart(
    "chart", "Sandara", DAY, ChartUnit("Centras", (Person("direktorė", "Vardenė Pavardenė", Decimal(1)),), (ChartUnit("Skyrius", ()),))
)


def document() -> Document:
    values = {
        str(key): Value(key, key.code, number, unit, "2023", recorded=number is not None, evidence_count=1) for key, number, unit in NUMBERS
    }
    sections = (
        Section("first", "1", "Pirmas skyrius", (TEXT, TABLE, BALANCE)),
        Section("second", "1.1", "Antras skyrius", PICTURES),
        Section("third", "1.1.1", "Trečias skyrius", (CHART,)),
    )
    return Document("sample", 1, "2023 metų ataskaita", "sample", "Pavyzdžio šeimos centras", "2023", "lt", sections, values)
