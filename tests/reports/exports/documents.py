"""Documents made by hand, with every kind of block in them."""

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

FINGERPRINT = "9f2c01ab" * 8
DRAFT = Seal(on=date(2024, 1, 15))
SIGNED = Seal(
    on=date(2024, 1, 22),
    fingerprint=FINGERPRINT,
    number="AL-2023-A1",
    signatures=(Signed("direktorė", "Rūta Girėnaitė", date(2024, 1, 22)),),
    explained=(Explained("43 ≠ 35", "Ranka įrašytas skaičius paliktas kaip pavyzdys."),),
)
MONTHS = ["saus.", "vas.", "kov.", "bal.", "geg.", "birž.", "liep.", "rugp.", "rugs.", "spal.", "lapkr.", "gruod."]


def key(code: str, part: str = "") -> FigureKey:
    return FigureKey(code, "school", part) if part else FigureKey(code)


def value(code: str, number: int | Decimal | None, unit: str = "children", part: str = "", **more: object) -> Value:
    return Value(key(code, part), code, number, unit, "2023", evidence_count=3, **more)  # type: ignore[arg-type]


def values(*given: Value) -> dict[str, Value]:
    return {str(one.key): one for one in given}


KNOWN = values(
    value("homes.opening", 33),
    value("homes.came", 6),
    value("homes.left", 14),
    value("homes.closing", 25),
    value("homes.places", 1834, "places"),
    value("staff.posts", Decimal("44.25"), "posts"),
    value("budget.spent", Decimal("1356326.61"), "EUR"),
    value("staff.trained", Decimal("61"), "percent", of=25, to=41),
    value("papers.acts", None, "documents", recorded=False),
    *(value("services.month", 148 + 3 * place, "services", part=month) for place, month in enumerate(MONTHS)),
)
TEXT = Passage(
    "homes.text",
    (
        Paragraph((Words("Metų pradžioje gyveno "), Computed(key("homes.opening"), True), Words(", pabaigoje – "),
                   Computed(key("homes.closing")), Words("; iš viso "), Typed("43", 43, noun="vaikai"), Words(" vaikai."))),
        Paragraph((Words("Panaudota "), Computed(key("budget.spent")), Words(", aktų "), Computed(key("papers.acts")), Words("."))),
    ),
)  # fmt: skip
TABLE = Table(
    "homes.table",
    "1 lentelė. Vaikai ir vietos 2024 m. sausio 1 d.",
    "Namai",
    ("Vietos", "Vaikai", "Pastaba"),
    (
        Row(Cell(Words("Girios namai"), note="nuo 2024-01-01"),
            (Cell(Computed(key("homes.places"))), Cell(Computed(key("homes.opening"))), Cell(Words("=1+1")))),
        Row(Cell(Words("Rasos namai")), (Cell(Words("")), Cell(Typed("46", 46)), Cell(Words("")))),
        Row(Cell(Words("Iš viso")), (Cell(Computed(key("homes.places"))), Cell(Computed(key("homes.closing"))), Cell(Words(""))),
            is_total=True),
    ),
    day=date(2024, 1, 1),
)  # fmt: skip
BALANCE = Balance("homes.balance", key("homes.opening"), (key("homes.came"),), (key("homes.left"),), key("homes.closing"))
BY_MONTH = Picture(
    "services.months", PictureKind.BARS, "Paslaugos pagal mėnesius", tuple(Point(month, key("services.month", month)) for month in MONTHS)
)
PARTS = Picture(
    "services.parts", PictureKind.PARTS, "Paslaugų dalys", tuple(Point(month, key("services.month", month)) for month in MONTHS[:6])
)
TREND = Picture(
    "homes.years",
    PictureKind.TREND,
    "Vaikai per metus",
    (Point("2021", key("papers.acts")), Point("2022", key("homes.opening")), Point("2023", key("homes.closing"))),
)
PLAN = Picture(
    "plan",
    PictureKind.TARGET,
    "Planas ir rezultatas",
    (
        Point("Vaikai namuose metų pabaigoje", key("homes.closing"), 28, Comparator.AT_MOST),
        Point("Išmokyti darbuotojai", key("staff.trained"), 65, Comparator.AT_LEAST),
    ),
)
CHART = OrganisationChart(
    "chart",
    "Įstaigos sandara",
    date(2024, 1, 1),
    ChartUnit(
        "Šeimos centras",
        (Person("direktorius", "", Decimal(1)), Person("pavaduotojas", "", Decimal("0.5"))),
        (
            ChartUnit("Globos centras", (Person("socialinis darbuotojas", "", Decimal(3)),), (ChartUnit("Grupė", ()),)),
            ChartUnit("Bendruomeniniai namai", ()),
        ),
    ),
)


def document(*sections: Section, language: str = "lt", title: str = "2023 metų veiklos ataskaita") -> Document:
    return Document("activity", 1, title, "here", "Pavyzdžio šeimos centras", "2023", language, sections or SECTIONS, dict(KNOWN))


SECTIONS = (
    Section("homes", "1", "Bendruomeniniai namai", (TEXT, TABLE, BALANCE)),
    Section("services", "1.1", "Paslaugos", (BY_MONTH, PARTS, TREND)),
    Section("plan", "2", "Planas", (PLAN, CHART)),
)


def of_length(times: int) -> Document:
    """The same sections so many times over: some forty pages are twelve of them."""
    return document(*(section for _place in range(times) for section in SECTIONS))
