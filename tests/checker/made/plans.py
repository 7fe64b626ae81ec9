"""A plan's report: measures with planned and used money by source, a table of years, amounts that stand only in text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tests.checker.made.pieces import Piece, Square, off
from tests.checker.made.tables import LEAST, printed

SOURCES = (
    "savivaldybės biudžeto lėšos", "valstybės biudžeto lėšos", "ES fondų lėšos", "įmokos už suteiktas paslaugas", "kiti šaltiniai, parama",
    "valstybės biudžeto specialiųjų tikslinių dotacijų lėšos",
)  # fmt: skip
COLUMNS = (
    ("Valstybės biudžeto lėšos Eur", (1, 5)), ("Savivaldybės biudžeto lėšos Eur", (0,)), ("Įmokos už suteiktas paslaugas Eur", (3,)),
    ("ES fondo lėšos Eur", (2,)), ("Kitų šaltinių / paramos lėšos Eur", (4,)),
)  # fmt: skip
HEAD = (
    "Uždaviniai", "Priemonės", "Lėšos eurais, finansavimo šaltiniai", "Atsakingi vykdytojai", "Laukiamas rezultatas",
    "Panaudotos lėšos eurais, finansavimo šaltiniai", "Pasiektas rezultatas arba iškilusios kliūtys",
)  # fmt: skip
VERBS = ("teikti", "organizuoti", "plėtoti", "užtikrinti", "vykdyti", "skatinti")
NOUNS = (
    "dienos socialinę globą vaikams", "laikiną atokvėpį globėjams", "pagalbą į namus", "vaikų vasaros užimtumą", "šeimos mediaciją",
    "asmeninę pagalbą", "trumpalaikę socialinę globą", "psichosocialinę pagalbą krizėse", "savarankiško gyvenimo namus", "įgūdžių ugdymą",
    "lydėjimą jaunuoliams", "maitinimą sunkiai gyvenantiems", "techninės pagalbos priemones", "apgyvendinimą nakvynės namuose",
)  # fmt: skip
PLANNED, EXPECTED, USED, ACHIEVED = 2, 4, 5, 6
ES, MUNICIPAL = 2, 0


@dataclass
class Line:
    """Cents by source."""

    number: str
    name: str
    planned: dict[int, int]
    used: dict[int, int]
    persons: int


def plan(rng: Random, error: str, many: int = 0) -> Piece:
    lines = [_line(rng, number, many) for number in _numbers(rng, many)]
    spoilt = rng.randrange(len(lines))
    rows = [_row(rng, line, error if place == spoilt else "") for place, line in enumerate(lines)]
    planted = _spoil(rng, lines, rows, spoilt, error)
    beside = rng.randint(LEAST, 300_000)
    said = f"Papildomai surengta bendruomenės šventė, jai skirta {printed(beside, 'spaces')} Eur savivaldybės biudžeto lėšų."
    years, of_years = _years(rng, lines, lines[spoilt] if error == "line left out" else None, beside if error == "text counted" else 0)
    end = "Visos plano priemonės įgyvendintos." if error == "all done" else "Priemonės vykdytos pagal planą."
    blocks = (
        "2023 m. socialinių paslaugų plano įgyvendinimo ataskaita",
        [HEAD, *rows],
        said,
        "Panaudotos lėšos 2022 m. ir 2023 m.",
        years,
        end,
    )
    planted += [Square(4, 2, column) for column in of_years]
    return Piece(blocks, tuple(planted))


def _numbers(rng: Random, many: int) -> Sequence[str]:
    if many:
        return [f"{place // 20 + 1}.{place // 5 % 4 + 1}.{place % 5 + 1}" for place in range(many)]
    return [f"1.{task}.{measure}" for task in (1, 2) for measure in range(1, rng.randint(3, 5))]


def _line(rng: Random, number: str, many: int) -> Line:
    planned = {source: rng.randint(200_000, 30_000_000) for source in sorted(rng.sample(range(len(SOURCES)), rng.randint(1, 3)))}
    used = {source: amount * rng.randint(80, 120) // 100 + rng.randint(0, 99) for source, amount in planned.items()}
    name = f"{rng.choice(VERBS)} {rng.choice(NOUNS)}" + (f", {number} programa" if many else "")
    return Line(number, name, planned, used, rng.randint(5, 300))


def _row(rng: Random, line: Line, error: str) -> list[str]:
    if error == "sources":
        (line.used,) = ({source: sum(line.used.values()) for source in range(len(SOURCES)) if source not in line.planned},)
        line.used = {source: amount for place, (source, amount) in enumerate(line.used.items()) if not place}
    if error == "execution":
        line.used = {source: amount * rng.choice((3, 4)) for source, amount in line.planned.items()}
    if error in ("copied", "money total", "misprint"):
        line.used = {0: rng.randint(1, 90) * 100_000, 3: rng.randint(1, 90) * 100_000}
        if error == "copied":
            line.used = {source: amount + rng.randint(11_111, 99_999) for source, amount in line.used.items()}
        line.planned = {0: line.used[0], 3: line.used[3] + 123}
    expected, achieved = f"Paslaugas gaus apie {line.persons} asmenų.", f"Paslaugas gavo {line.persons + rng.randint(-4, 9)} asmenys."
    title = f"{line.number}. {line.name}"
    return ["", title, _cell(rng, line.planned), "Socialinių paslaugų centras", expected, _cell(rng, line.used), achieved]


def _cell(rng: Random, amounts: dict[int, int]) -> str:
    style = rng.choice(("spaces", "spaces", "hard", "none"))
    if len(amounts) == 1:
        ((source, amount),) = amounts.items()
        if source == 1 and rng.random() < 0.3:
            direct = rng.randint(1, amount - 1)
            halves = f"{printed(direct, style)} ir netiesioginės išlaidos – {printed(amount - direct, style)}"
            return f"{printed(amount, style)} ({SOURCES[1]}, iš jų tiesioginės išlaidos – {halves})"
        return f"{printed(amount, style)} {SOURCES[source]}" if rng.random() < 0.7 else f"{printed(amount, style)} ({SOURCES[source]})"
    parts = rng.choice((", ", "; ")).join(f"{printed(amount, style)} {SOURCES[source]}" for source, amount in amounts.items())
    return f"{printed(sum(amounts.values()), style)} ({parts})"


def _spoil(rng: Random, lines: list[Line], rows: list[list[str]], spoilt: int, error: str) -> list[Square]:
    """Change a printed cell, not what the sums are made of."""
    row, line = rows[spoilt], lines[spoilt]
    total = sum(line.used.values())
    parts = ", ".join(f"{printed(amount, 'spaces')} {SOURCES[source]}" for source, amount in line.used.items())
    if error == "money total":
        row[USED] = f"{printed(off(rng, total, least=LEAST), 'spaces')} ({parts})"
    elif error == "money nested":
        halves = f"{printed(total, 'spaces')} ir netiesioginės išlaidos – {printed(LEAST, 'spaces')}"
        row[PLANNED] = f"{printed(total, 'spaces')} (valstybės biudžeto lėšos, iš jų tiesioginės išlaidos – {halves})"
        return [Square(1, spoilt + 1, PLANNED)]
    elif error == "misprint":
        row[USED] = f"{printed(total, 'spaces').replace('000,00', '00,00')} ({parts})"
    elif error == "dash":
        row[PLANNED] = f"- {SOURCES[next(iter(line.used))]}"
        return [Square(1, spoilt + 1, PLANNED)]
    elif error == "all done":
        lines[spoilt].used, row[USED] = {}, "-"
        row[PLANNED] = f"{printed(total, 'spaces')} {SOURCES[0]}"
    elif error == "unit":
        row[EXPECTED], row[ACHIEVED] = f"Paslaugas gaus {line.persons} šeimų.", f"Suteikta {line.persons * 3} konsultacijų."
        return [Square(1, spoilt + 1, ACHIEVED)]
    elif error == "copied":
        other = (spoilt + 1) % len(lines)
        rows[other][USED], rows[other][PLANNED] = row[USED] + " ", f"{printed(total, 'spaces')} {SOURCES[0]}"
        lines[other].used = dict(line.used)
    return [Square(1, spoilt + 1, USED)] if error and error not in ("line left out", "text counted") else []


def _years(rng: Random, lines: Sequence[Line], left_out: Line | None, beside: int) -> tuple[list[list[str]], list[int]]:
    """Two years; of the second the columns in which something is wrong."""
    sums = {source: sum(line.used.get(source, 0) for line in lines if line is not left_out) for source in range(len(SOURCES))}
    sums[MUNICIPAL] += beside
    own = [sum(sums[source] for source in sources) for _name, sources in COLUMNS]
    before = [rng.randint(1_000_000, 90_000_000) for _column in COLUMNS]
    head = ["Metai", "Iš viso panaudota lėšų Eur", *(name for name, _sources in COLUMNS)]
    rows = [
        [year, printed(sum(one), "spaces"), *(printed(cell, "spaces") for cell in one)] for year, one in (("2022", before), ("2023", own))
    ]
    wrong = set(left_out.used if left_out else ()) | ({MUNICIPAL} if beside else set())
    columns = [place + 2 for place, (_name, sources) in enumerate(COLUMNS) if wrong & set(sources)]
    return [head, *rows], [1, *columns] if wrong else []
