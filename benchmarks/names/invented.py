"""Names of people who do not exist: made of syllables, some of them had by many, in the forms that sex and marriage give."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from typing import TypeVar

BEGINNINGS = re.findall(
    r"\w+", "Ba Be Bo Bu Da Do Du Ga Ge Gu Ja Jo Ju Ka Ke Ku La Le Lu Ma Mi Mo Na Ne No Pa Pe Po Ra Re Ri Sa Si Su Ša Še Ta To Va Vi Za Žu"
)
MIDDLES = re.findall(
    r"\w+", "bai dau ger kau lai man min nar rai ras sau šin tau ti vai val vy žei gin drė lin sta ška trau gil den mar bri ska čiu"
)
ENDINGS = {
    "ausk": ("as", "ienė", "aitė"), "on": ("as", "ienė", "aitė"), "ait": ("is", "ienė", "ytė"), "ut": ("is", "ienė", "ytė"),
    "evič": ("ius", "ienė", "iūtė"), "k": ("us", "ienė", "utė"), "eik": ("a", "ienė", "aitė"), "el": ("is", "ienė", "ytė"),
}  # fmt: skip
FAMILIES, GIVEN = 60_000, 800
Made = TypeVar("Made")


def people(number: int, seed: int = 2026) -> Iterator[tuple[str, str, str]]:
    """Given name, family name and sex; the same number and seed give the same ones."""
    dice = random.Random(seed)
    families = _distinct(FAMILIES, partial(_family, dice))
    given = {sex: _distinct(GIVEN, partial(_given, dice, sex)) for sex in ("male", "female")}
    of_families, of_given = _weights(len(families)), _weights(GIVEN)
    for _one in range(number):
        sex = dice.choice(("male", "female"))
        first = dice.choices(given[sex], cum_weights=of_given)[0]
        stem, forms = dice.choices(families, cum_weights=of_families)[0]
        yield first, stem + (forms[0] if sex == "male" else dice.choice(forms[1:])), sex


def mistyped(name: str, dice: random.Random) -> str:
    """One slip somewhere in the name: a letter missing, too many, another one, or two in each other's place."""
    places = [place for place, letter in enumerate(name[:-1]) if letter != " " and name[place + 1] != " "]
    at, other = dice.choice(places), dice.choice("aeiklmnorstuv")
    return dice.choice((name[:at] + name[at + 1 :], name[:at] + other + name[at:], name[:at] + other + name[at + 1 :],
                        name[:at] + name[at + 1] + name[at] + name[at + 2 :]))  # fmt: skip


def _distinct(number: int, make: Callable[[], Made]) -> list[Made]:
    found: dict[Made, None] = {}
    while len(found) < number:
        found[make()] = None
    return list(found)


def _family(dice: random.Random) -> tuple[str, tuple[str, ...]]:
    stem = dice.choice(BEGINNINGS) + "".join(dice.choices(MIDDLES, k=dice.choice((1, 1, 2))))
    ending = dice.choice(list(ENDINGS))
    return stem + ending, ENDINGS[ending]


def _given(dice: random.Random, sex: str) -> str:
    middles = "".join(dice.choices(MIDDLES, k=dice.choice((1, 2))))
    return dice.choice(BEGINNINGS) + middles + dice.choice(("as", "us", "is") if sex == "male" else ("a", "ė"))


def _weights(number: int) -> list[float]:
    """As names are had: the first by many, the last by few."""
    return list(accumulate(1 / (place + 20) for place in range(number)))
