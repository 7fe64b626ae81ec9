"""What figures are called: by their titles, by reports that were printed, and in the sentences that explain them."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext, override

from globa.indicators import compiled, published
from globa.indicators.card import Card
from globa.indicators.sections import SECTIONS
from globa.reports.texts.stems import english, stems

Name = frozenset[str]
ASIDE = re.compile(r"\([^)]*\d[^)]*\)")
PRINTED = "alytus-2023"
COLLOQUIAL = Path(__file__).with_name("colloquial.csv")


@dataclass(frozen=True)
class Called:
    """`names` are whole names, each the stems of one; `loose` are the words of the explanation and of the section."""

    card: Card
    names: tuple[Name, ...]
    loose: Name
    is_printed: bool
    """Whether a report was printed with it: what people write about first."""


@dataclass(frozen=True)
class Vocabulary:
    called: Mapping[str, Called]
    rarity: Mapping[str, float]

    def weight(self, words: Iterable[str]) -> float:
        """How much the words say: a word of every second figure says little, one of two figures much."""
        return sum(self.rarity.get(word, 1.0) for word in words)


@cache
def vocabulary() -> Vocabulary:
    """Of the whole catalogue, in Lithuanian and English at once; made once for a process, in a few hundredths of a second."""
    labels, colloquial = _printed(), _colloquial()
    called = {code: _called(card, labels.get(code, []), colloquial.get(code, [])) for code, card in compiled.catalogue().cards.items()}
    return Vocabulary(called, _rarity(called.values()))


def named(text_lt: str, text_en: str = "") -> tuple[Name, ...]:
    """The stems of a name in both languages; English ones are kept apart by a mark."""
    both = (frozenset(stems(ASIDE.sub("", text_lt))), frozenset(f"en:{word}" for word in english(ASIDE.sub("", text_en))))
    return tuple(one for one in both if one)


def both(text: str) -> set[str]:
    """The stems of a text of which it is not known in which language it is."""
    return {*stems(text), *(f"en:{word}" for word in english(text))}


def _called(card: Card, labels: list[tuple[str, str]], colloquial: list[tuple[str, str]]) -> Called:
    with override("lt"):
        title, means, section = gettext(card.title), gettext(card.means), gettext(SECTIONS.get(card.section, ""))
    names = [name for lt, en in [(title, card.title), *labels, *colloquial] for name in named(lt, en)]
    loose = {word for part in (*named(means, card.means), *named(section, SECTIONS.get(card.section, ""))) for word in part}
    return Called(card, tuple(dict.fromkeys(names)), frozenset(loose), bool(labels))


def _printed() -> dict[str, list[tuple[str, str]]]:
    labels: dict[str, list[tuple[str, str]]] = {}
    for row in published.rows(PRINTED):
        if not row.dimension:
            labels.setdefault(row.indicator, []).append((row.label_lt, row.label_en))
    return labels


def _colloquial() -> dict[str, list[tuple[str, str]]]:
    """How people say it who do not know its title."""
    said: dict[str, list[tuple[str, str]]] = {}
    with COLLOQUIAL.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            said.setdefault(row["code"], []).append((row["lt"], row["en"]))
    return said


def _rarity(called: Iterable[Called]) -> dict[str, float]:
    many = list(called)
    seen = Counter(word for one in many for word in {*one.loose, *(word for name in one.names for word in name)})
    return {word: math.log(1 + len(many) / count) / math.log(1 + len(many)) for word, count in seen.items()}
