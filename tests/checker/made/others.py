"""Shapes that are easily misread: shares, averages, posts, thousands, heads of two levels, groups with their total on top, one row."""

from __future__ import annotations

from random import Random

from tests.checker.made.pieces import HOMES, PROSE, SERVICES, Piece, Square, off
from tests.checker.made.tables import printed

POSTS = (
    ("Direktorius", "A1"), ("Psichologas", "A1"), ("Socialinis darbuotojas", "A arba B"), ("Globos koordinatorius", "A arba B"),
    ("Individualios priežiūros darbuotojas", "C"), ("Vairuotojas", "C"), ("Pastatų priežiūros darbininkas", "D"),
)  # fmt: skip
BANDS = ("0–3 m.", "4–6 m.", "7–9 m.", "10–14 m.", "15–17 m.", "18–21 m.")


def comma(hundredths: int) -> str:
    return printed(hundredths, "none").rstrip("0").rstrip(",")


def plan_and_fact(rng: Random, _error: str) -> Piece:
    lines = [(name, rng.randint(5, 90), rng.randint(5, 90), rng.randint(100, 9_000)) for name in rng.sample(SERVICES, 4)]
    planned, done = sum(line[1] for line in lines), sum(line[2] for line in lines)
    rows = [[name, str(one), str(other), comma(other * 10_000 // one), printed(price, "none")] for name, one, other, price in lines]
    total = ["Iš viso", str(planned), str(done), comma(done * 10_000 // planned), printed(rng.randint(100, 9_000), "none")]
    return Piece(([["Priemonė", "Planuota", "Įvykdyta", "Įvykdymo proc.", "Vidutinė kaina, Eur"], *rows, total],))


def facts(rng: Random, _error: str) -> Piece:
    """Lines of other things; a line that begins with „Iš viso“ sums up none of them."""
    rows = [["Vaikų skaičius", str(rng.randint(10, 60))], ["Darbuotojų skaičius", str(rng.randint(10, 60))]]
    rows += [["Vidutinis vaikų amžius", comma(rng.randint(800, 1_700))], ["Iš viso parengta dokumentų", str(rng.randint(1, 300))]]
    return Piece(([["Rodiklis", "2023 m."], *rows],))


def mixed_columns(rng: Random, _error: str) -> Piece:
    rows = [[home, *(str(rng.randint(3, 40)) for _column in range(3))] for home in rng.sample(HOMES, rng.randint(1, 4))]
    return Piece(([["Namai", "Iš viso vaikų", "Darbuotojai", "Kambariai"], *rows],))


def thousands(rng: Random, _error: str) -> Piece:
    exact = [[rng.randint(1_000, 9_000_000) for _year in range(2)] for _row in range(rng.randint(3, 7))]
    rows = [[name, *(comma(round(one / 10_000) * 10) for one in line)] for name, line in zip(SERVICES, exact, strict=False)]
    totals = [comma(round(sum(line[year] for line in exact) / 10_000) * 10) for year in range(2)]
    head = rng.choice((["Sritis", "2022 m., tūkst. Eur", "2023 m., tūkst. Eur"], ["Sritis", "2022 m.", "2023 m."]))
    return Piece(("Lėšos pagal sritis, tūkst. Eur", [head, *rows, ["Iš viso", *totals]]))


def change(rng: Random, _error: str) -> Piece:
    lines = [(name, rng.randint(5, 90), rng.randint(5, 90)) for name in rng.sample(SERVICES, rng.randint(3, 6))]
    rows = [[name, str(one), str(other), str(other - one)] for name, one, other in lines]
    before, now = sum(line[1] for line in lines), sum(line[2] for line in lines)
    total = ["Iš viso", str(before), str(now), str(now - before)]
    return Piece(([["Paslauga", "2022 m.", "2023 m.", "Pokytis"], *rows, total],))


def indicators(rng: Random, _error: str) -> Piece:
    """A numbered list of which the lower numbers are no parts."""
    rows = [["1.", "Gyventojų skaičius", "25"], ["1.1.", "Užimtumo valandos", str(rng.randint(100, 900))], ["1.2.", "Išvykos", "7"]]
    return Piece(([["Eil. Nr.", "Rodiklis", "Reikšmė"], *rows, ["2.", "Darbuotojų skaičius", str(rng.randint(10, 40))]],))


def posts(rng: Random, error: str) -> Piece:
    lines = [(name, level, rng.randint(1, 40) * 25) for name, level in POSTS]
    total = sum(line[2] for line in lines)
    rows = [[str(place), name, level, comma(many)] for place, (name, level, many) in enumerate(lines, start=1)]
    told = comma(total + rng.choice((-1, 1)) * rng.randint(1, 20) * 25 if error else total)
    return Piece(
        ([["Eil. Nr.", "Pareigybės pavadinimas", "Lygis", "Etatų skaičius"], *rows, ["", "Iš viso", "", told]],),
        (Square(0, len(rows) + 1, 3),) if error else (),
    )


def two_levels(rng: Random, error: str) -> Piece:
    """Girls, boys and all of them, twice."""
    rows: list[list[str | int]] = []
    for home in rng.sample(HOMES, rng.randint(2, 5)):
        counts = [rng.randint(1, 9) for _column in range(4)]
        rows.append([home, *counts[:2], sum(counts[:2]), *counts[2:], sum(counts[2:])])
    planted: tuple[Square, ...] = ()
    if error:
        row, column = rng.randrange(len(rows)), rng.choice((3, 6))
        rows[row][column] = off(rng, int(rows[row][column]))
        planted = (Square(0, row + 2, column),)
    heads = [["Namai", *["2022 m."] * 3, *["2023 m."] * 3], ["", *("Mergaitės", "Berniukai", "Iš viso") * 2]]
    return Piece(([*heads, *[[str(cell) for cell in row] for row in rows]],), planted, heads=2)


def on_top(rng: Random, error: str) -> Piece:
    """Groups whose total stands above their lines."""
    rows: list[list[str]] = []
    planted = []
    groups = rng.randint(2, 4)
    spoilt = rng.randrange(groups) if error else -1
    for group in range(groups):
        many = [[rng.randint(3, 90) for _year in range(2)] for _line in range(rng.randint(2, 4))]
        totals = [sum(line[year] for line in many) for year in range(2)]
        if group == spoilt:
            totals[1] = off(rng, totals[1])
            planted.append(Square(0, len(rows) + 1, 2))
        rows.append([f"{HOMES[group]}, iš viso", *map(str, totals)])
        rows += [[name, *map(str, line)] for name, line in zip(rng.sample(SERVICES, len(many)), many, strict=True)]
    return Piece(([["Paslaugos", "2022 m.", "2023 m."], *rows],), tuple(planted))


def municipalities(rng: Random, error: str) -> Piece:
    """One row: a total, girls and boys, and where they come from."""
    girls, boys = rng.randint(3, 20), rng.randint(3, 20)
    total = girls + boys
    near, far = rng.randint(1, total - 2), 1
    cells = [total, off(rng, girls) if error else girls, boys, near, far, total - near - far]
    head = ["Iš viso", "Mergaitės", "Berniukai", "Alytaus m.", "Alytaus raj.", "Lazdijų raj."]
    return Piece(([head, [str(cell) for cell in cells]],), (Square(0, 1, 1),) if error else ())


def ages(rng: Random, error: str) -> Piece:
    rows = [(home, [rng.randint(0, 9) for _band in BANDS]) for home in rng.sample(HOMES, rng.randint(2, 5))]
    table: list[list[str | int]] = [[home, *many, sum(many)] for home, many in rows]
    planted: tuple[Square, ...] = ()
    if error:
        row = rng.randrange(len(table))
        table[row][-1] = off(rng, int(table[row][-1]))
        planted = (Square(0, row + 1, len(BANDS) + 1),)
    return Piece(([["Namai", *BANDS, "Iš viso"], *[[str(cell) for cell in row] for row in table]],), planted)


def twice(rng: Random, error: str) -> Piece:
    many = rng.randint(100, 900)
    again = off(rng, many) if error else many
    said = "Per 2023 metus įstaigos psichologas suteikė {} konsultacijų globojamiems vaikams."
    return Piece((said.format(many), *PROSE, said.format(again)), (Square(0), Square(len(PROSE) + 1)) if error else ())


def dated(rng: Random, error: str) -> Piece:
    one, other = f"2023-05-{rng.randint(1, 28):02d}", f"2023-06-{rng.randint(1, 28):02d}"
    said = "Bendradarbiavimo sutartis Nr. A-15 pasirašyta {}."
    return Piece((said.format(one), said.format(other if error else one)), (Square(0), Square(1)) if error else ())


def crossed(rng: Random, error: str) -> Piece:
    """The same children by home and by municipality."""
    homes = rng.sample(HOMES, 3)
    counts = [(rng.randint(2, 9), rng.randint(2, 9)) for _home in homes]
    girls, boys = (sum(one[sex] for one in counts) for sex in range(2))
    rows = [[home, str(one), str(two), str(one + two)] for home, (one, two) in zip(homes, counts, strict=True)]
    first = [["Namai", "Mergaitės", "Berniukai", "Iš viso"], *rows, ["Iš viso", str(girls), str(boys), str(girls + boys)]]
    moved = rng.randint(1, girls - 1) if error else 0
    second = [["Iš viso", "Mergaitės", "Berniukai"], [str(girls + boys), str(girls - moved), str(boys + moved)]]
    planted = tuple(Square(1, 1, column) for column in (1, 2)) if error else ()
    return Piece((first, second), planted)
