"""Tables of a made report. Money is in cents until it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from tests.checker.made.pieces import HOMES, ITEMS, SERVICES, SOURCES, Piece, Square, off

LEAST = 20_000
MANY = (200, 240)
UTILITIES = ("šildymas", "elektra", "vanduo", "šiukšlės")
TOTALS = ("Iš viso", "IŠ VISO", "Viso:", "Iš viso (faktas)", "Bendra suma")


def printed(cents: int, style: str) -> str:
    whole, rest = divmod(cents, 100)
    grouped = f"{whole:,}".replace(",", {"dots": ".", "spaces": " ", "hard": "\u00a0", "none": ""}[style])
    return f"{grouped},{rest:02d}"


def budget(rng: Random, error: str) -> Piece:
    """Items by source with totals both ways; some rows divided by a longer code, some cells cut at their edge."""
    style = rng.choice(("dots", "spaces", "hard", "none"))
    items, sources = rng.sample(ITEMS, rng.randint(4, 10)), rng.sample(SOURCES, rng.randint(2, 4))
    grid = [[rng.randint(1, 9_000_000) if rng.random() < 0.7 else 0 for _source in sources] for _item in items]
    for line in grid:
        line[0] = line[0] or rng.randint(20_000, 900_000)
    rows: list[list[str | int]] = [
        [item, f"22111.{place + 1:02d}", *line, sum(line)] for place, (item, line) in enumerate(zip(items, grid, strict=True))
    ]
    totals = [sum(line[column] for line in grid) for column in range(len(sources))]
    parts = _divided(rng, rows) if error == "nested" or rng.random() < 0.5 else []
    rows.append([rng.choice(TOTALS), "", *totals, sum(totals)])
    wrong = _wrong(rng, rows, error, parts)
    cut = rng.random() < 0.3
    written = [
        [_cell(rng, cell, style, cut=cut and (place, column) not in wrong) for column, cell in enumerate(row)]
        for place, row in enumerate(rows)
    ]
    heads = [["Straipsnis", "Kodas", *sources, "Iš viso"]]
    if rng.random() < 0.3:
        heads.append([str(place + 1) for place in range(len(sources) + 3)])
    planted = tuple(Square(0, row + len(heads), column) for row, column in wrong)
    return Piece(([*heads, *written],), planted)


def _divided(rng: Random, rows: list[list[str | int]]) -> list[int]:
    """Some item gets two to four rows with its code and a letter; returns where they stand."""
    place = rng.randrange(len(rows))
    whole = rows[place]
    names = [f"{whole[0]}, {what}" for what in UTILITIES[: rng.randint(2, 4)]]
    left = [int(cell) for cell in whole[2:]]
    children: list[list[str | int]] = []
    for number, name in enumerate(names):
        is_last = number == len(names) - 1
        taken = [one if is_last else rng.randint(0, one) for one in left[:-1]]
        left = [one - part for one, part in zip(left, [*taken, sum(taken)], strict=True)]
        children.append([name, f"{whole[1]} {'ABCD'[number]}", *taken, sum(taken)])
    rows[place + 1 : place + 1] = children
    return [place + 1 + number for number in range(len(children))]


def _wrong(rng: Random, rows: list[list[str | int]], error: str, parts: list[int]) -> set[tuple[int, int]]:
    last, width = len(rows) - 1, len(rows[0])
    plain = [row for row in range(last) if row not in parts]
    square = {
        "column total": lambda: (last, rng.choice([column for column in range(2, width - 1) if rows[last][column]])),
        "row total": lambda: (rng.choice(plain), width - 1),
        "part": lambda: rng.choice([(row, column) for row in plain for column in range(2, width - 1) if rows[row][column]]),
        "nested": lambda: (rng.choice(parts), rng.choice([column for column in range(2, width - 1) if rows[parts[0] - 1][column]])),
    }
    if error not in square:
        return set()
    row, column = square[error]()
    rows[row][column] = off(rng, int(rows[row][column]), least=LEAST)
    if error == "nested":
        rows[row][width - 1] = sum(int(cell) for cell in rows[row][2 : width - 1])
        return {(row, column), (row, width - 1)}
    return {(row, column)}


def _cell(rng: Random, cell: str | int, style: str, *, cut: bool) -> str:
    if isinstance(cell, str):
        return cell
    if not cell:
        return rng.choice(("", "-", "0,00")) if not cut else ""
    text = printed(cell, style)
    return text[: -rng.randint(1, 2)] if cut and rng.random() < 0.15 else text


def people(rng: Random, error: str) -> Piece:
    """Children by home and sex, the total first or last, sometimes the homes across."""
    homes = rng.sample(HOMES, rng.randint(3, 7))
    rows = [(home, rng.randint(1, 9), rng.randint(1, 9)) for home in homes]
    table: list[list[str | int]] = [[home, girls, boys, girls + boys] for home, girls, boys in rows]
    table.append(["Iš viso", *[sum(int(row[column]) for row in table) for column in (1, 2, 3)]])
    wrong: set[tuple[int, int]] = set()
    if error:
        row, column = {
            "column total": (len(table) - 1, rng.choice((1, 2))),
            "row total": (rng.randrange(len(table) - 1), 3),
            "part": (rng.randrange(len(table) - 1), rng.choice((1, 2))),
        }[error]
        table[row][column] = off(rng, int(table[row][column]))
        wrong = {(row, column)}
    order = rng.choice(((0, 1, 2, 3), (0, 3, 1, 2)))
    lines = [["Namai", "Mergaitės", "Berniukai", "Iš viso"], *[[str(cell) for cell in row] for row in table]]
    lines = [[line[column] for column in order] for line in lines]
    planted = [(row + 1, order.index(column)) for row, column in wrong]
    if rng.random() < 0.3:
        lines, planted = [list(line) for line in zip(*lines, strict=True)], [(column, row) for row, column in planted]
    return Piece((lines,), tuple(Square(0, row, column) for row, column in planted))


def subtotals(rng: Random, error: str) -> Piece:
    """Goals with their own totals and a grand total."""
    rows: list[list[str]] = []
    grand, wrong = 0, list[int]()
    groups = rng.randint(2, 4)
    spoilt = rng.randrange(groups) if error == "subtotal" else -1
    for group in range(groups):
        amounts = [rng.randint(LEAST, 5_000_000) for _part in range(rng.randint(2, 5))]
        rows += [[f"{group + 1}.{place + 1} uždavinys", printed(one, "spaces")] for place, one in enumerate(amounts)]
        told = off(rng, sum(amounts), least=LEAST) if group == spoilt else sum(amounts)
        grand += told
        wrong += [len(rows) + 1] if group == spoilt else []
        rows.append([f"Iš viso {group + 1} tikslui", printed(told, "spaces")])
    rows.append(["Iš viso", printed(off(rng, grand, least=LEAST) if error == "grand total" else grand, "spaces")])
    wrong += [len(rows)] if error == "grand total" else []
    return Piece(([["Tikslai", "Lėšos, Eur"], *rows],), tuple(Square(0, row, 1) for row in wrong))


def of_which(rng: Random, error: str) -> Piece:
    """Services with „iš jų“ rows: some of the whole, never more; girls and boys are all of it."""
    rows: list[list[str]] = []
    wrong: list[int] = []
    for service in rng.sample(SERVICES, rng.randint(2, 5)):
        whole = rng.randint(10, 60)
        girls = rng.randint(1, whole - 1)
        rows.append([service, str(whole)])
        kind = rng.choice(("sex", "some"))
        if error and not wrong:
            kind = "sex" if error == "sexes" else "some"
        told = [girls, whole - girls] if kind == "sex" else [rng.randint(0, whole), rng.randint(0, whole)]
        if error and not wrong:
            told = [off(rng, girls), whole - girls] if error == "sexes" else [whole + rng.randint(1, 9), told[1]]
            wrong.append(len(rows) + 1)
        names = ("iš jų mergaitės", "iš jų berniukai") if kind == "sex" else ("iš jų su negalia", "iš jų iš kaimo")
        rows += [[name, str(one)] for name, one in zip(names, told, strict=True)]
    return Piece(([["Paslauga", "Vaikų skaičius"], *rows],), tuple(Square(0, row, 1) for row in wrong))


def flow(rng: Random, error: str) -> Piece:
    """What there was, came, left and is there; with its parts as rows or as columns."""
    labels = ["Metų pradžioje", "Atvyko iš tėvų", "Atvyko iš kitos įstaigos", "Grįžo pas tėvus", "Išvyko kitur", "Metų pabaigoje"]
    lines: list[list[str | int]] = []
    for home in rng.sample(HOMES, rng.randint(1, 4)):
        opening, came, left = rng.randint(10, 40), [rng.randint(0, 9) for _way in range(2)], [rng.randint(0, 5) for _way in range(2)]
        lines.append([home, opening, *came, *left, opening + sum(came) - sum(left)])
    wrong: list[tuple[int, int]] = []
    if error:
        line = rng.randrange(len(lines))
        lines[line][-1] = off(rng, int(lines[line][-1]))
        wrong = [(line + 1, len(labels))]
    table = [["Namai", *labels], *[[str(cell) for cell in line] for line in lines]]
    if rng.random() < 0.5:
        table, wrong = [list(line) for line in zip(*table, strict=True)], [(column, row) for row, column in wrong]
    return Piece((table,), tuple(Square(0, row, column) for row, column in wrong))


def pairs(rng: Random, error: str) -> Piece:
    """
    Homes across, and in the last two columns names with their numbers and a total of these.

    More children than any other piece tells of: as many of them, divided otherwise there, would be a contradiction and rightly found.
    """
    homes = rng.sample(HOMES, rng.randint(3, 5))
    girls, boys = ([rng.randint(*MANY) for _home in homes] for _sex in range(2))
    own, other = sum(girls) + sum(boys), rng.randint(3, 20)
    total = off(rng, own + other) if error else own + other
    rows = [
        ["Vieta", *homes, "Iš viso:", ""],
        ["Iš viso (faktas)", *[str(one + two) for one, two in zip(girls, boys, strict=True)], "BVGN", str(own)],
        ["mergaitės", *map(str, girls), "GC", str(other)],
        ["berniukai", *map(str, boys), "Viso:", str(total)],
    ]
    return Piece((rows,), (Square(0, 3, len(homes) + 2),) if error else ())


def percents(rng: Random, _error: str) -> Piece:
    counts = [rng.randint(1, 40) for _row in range(rng.randint(2, 6))]
    rows = [[name, str(one), f"{one * 100 / sum(counts):.1f}".replace(".", ",")] for name, one in zip(SERVICES, counts, strict=False)]
    return Piece(([["Paslauga", "Kartai", "Dalis, %"], *rows, ["Iš viso", str(sum(counts)), "100"]],))


def prices(rng: Random, _error: str) -> Piece:
    lines = [(name, rng.randint(2, 9), rng.randint(500, 90_000)) for name in rng.sample(("Lova", "Stalas", "Kėdė", "Spinta", "Lempa"), 4)]
    rows = [[name, str(many), printed(price, "none"), printed(many * price, "none")] for name, many, price in lines]
    return Piece(([["Prekė", "Kiekis", "Kaina", "Iš viso"], *rows],))


def distinct(rng: Random, _error: str) -> Piece:
    """Persons counted once, who are in several services."""
    counts = [rng.randint(5, 40) for _row in range(rng.randint(3, 6))]
    total = rng.randint(max(counts), sum(counts))
    rows: Sequence[Sequence[str]] = [[name, str(one)] for name, one in zip(SERVICES, counts, strict=False)]
    return Piece(([["Paslauga", "Asmenų skaičius"], *rows, ["Iš viso asmenų (unikalių)", str(total)]],))


def hidden(rng: Random, _error: str) -> Piece:
    """A number that is not told, and one that is told as more than."""
    counts = [rng.randint(5, 40) for _row in range(5)]
    shown = [str(one) for one in counts]
    shown[rng.randrange(5)] = rng.choice(("n. d.", "***", "duomenų nėra"))
    shown[rng.randrange(5)] = f"daugiau kaip {min(counts)}"
    rows = [[name, one] for name, one in zip(SERVICES, shown, strict=False)]
    return Piece(([["Paslauga", "Kartai"], *rows, ["Iš viso", str(sum(counts))]],))
