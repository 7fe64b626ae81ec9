"""Sentences of a made report."""

from __future__ import annotations

from random import Random

from tests.checker.made.pieces import PROSE, Piece, Square, off
from tests.checker.made.tables import printed


def prose(rng: Random, _error: str) -> Piece:
    return Piece(tuple(rng.sample(PROSE, rng.randint(1, 3))))


def bracket(rng: Random, error: str) -> Piece:
    one, other = rng.randint(1, 30), rng.randint(1, 30)
    whole = off(rng, one + other) if error else one + other
    text = rng.choice((
        f"Krizių įveikimo pagalba suteikta {whole} asmenims ({one} suaugusiems asmenims ir {other} vaikams).",
        f"Dienos centrą lankė {whole} vaikai („Žiniukai“ – {one} vaikai, „Maža šalis“ – {other} vaikai).",
        f"Iš viso gyveno {whole} vaikai: {one} mergaitės ir {other} berniukai.",
    ))  # fmt: skip
    return Piece((text,), (Square(0),) if error else ())


def listed(rng: Random, error: str) -> Piece:
    """A list with persons and hours, and its total at the end: here persons are counted anew in every activity."""
    names = ("Konsultacijos", "Savitarpio grupės", "Įgūdžių grupės", "Tėvystės mokymai", "Mediacija", "Priežiūra")
    lines = [(name, rng.randint(2, 190), rng.randint(2, 490)) for name in rng.sample(names, rng.randint(3, 6))]
    persons, hours = sum(line[1] for line in lines), sum(line[2] for line in lines)
    if error == "hours":
        hours = off(rng, hours)
    if error == "persons":
        persons += rng.randint(1, 40)
    text = "; ".join(f"{place}. {name} – {many} asm. / {long} val." for place, (name, many, long) in enumerate(lines, start=1))
    return Piece((f"Vykdoma: {text} (iš viso {persons} asmenų suteiktos {hours} val.)",), (Square(0),) if error else ())


def part(rng: Random, error: str) -> Piece:
    whole = rng.randint(5, 60)
    some = whole + rng.randint(1, 9) if error else rng.randint(1, whole)
    text = f"Trumpalaikę globą gavo {whole} vaikai, iš jų {some} vaikai su sunkia negalia."
    return Piece((text,), (Square(0),) if error else ())


def flow(rng: Random, error: str) -> Piece:
    opening, came, left = rng.randint(10, 40), rng.randint(1, 9), rng.randint(1, 9)
    closing = off(rng, opening + came - left) if error else opening + came - left
    text = (
        f"Metų pradžioje namuose gyveno {opening} vaikai. Per metus atvyko {came} vaikai, išvyko {left} vaikai. "
        f"Metų pabaigoje gyveno {closing} vaikai."
    )
    return Piece((text,), (Square(0),) if error else ())


def pairs(rng: Random, error: str) -> Piece:
    one, other, third = (rng.randint(1, 40) for _home in range(3))
    total = off(rng, one + other + third) if error else one + other + third
    return Piece((f"Vaikų skaičius: Kalnų namai – {one}, Saulėnų namai – {other}, Globos centras – {third}, iš viso – {total}.",),
                 (Square(0),) if error else ())  # fmt: skip


def bullets(rng: Random, error: str) -> Piece:
    many = [rng.randint(2, 90) for _line in range(rng.randint(2, 5))]
    names = ("konsultacijos", "mokymai", "stovyklos", "išvykos", "susitikimai")
    lines = [f"– {name} {one} val.;" for name, one in zip(names, many, strict=False)]
    total = off(rng, sum(many)) if error else sum(many)
    return Piece((*lines, f"Iš viso {total} val."), tuple(Square(place) for place in range(len(lines) + 1)) if error else ())


def vague(rng: Random, _error: str) -> Piece:
    """What is about, open or of several kinds is not added up."""
    many = rng.randint(10, 40)
    return Piece((rng.choice((
        f"Paslaugas gavo apie {many} vaikų ({many // 3} mergaičių ir {many // 3} berniukų).",
        f"Dalyvavo {many} vaikų (pvz., 3 vaikai iš Alytaus ir 2 vaikai iš Varėnos).",
        f"Suteiktos paslaugos globėjams ({many} asmenų, {many + 7} val., {many + 20} kartų).",
        f"Organizuotos 2 grupės (viena grupė {many} žmonių; antra grupė {many + 1} žmonių).",
        f"Suteikta daugiau kaip 1 800 konsultacijų, iš jų {many} konsultacijų naktį.",
        f"Išleista {printed(many * 100_000, 'spaces')} Eur, t. y. apie {many} proc. plano.",
    )),))  # fmt: skip
