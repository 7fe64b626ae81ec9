"""
Which figure a typed number seems to mean: the one whose names fit its words best, if no other fits nearly as well.

The words nearest to the number say most, its sentence less, the sentence before a little. What a form calls a figure in its
own texts counts as a name too. Where it is not sure it says nothing: a wrong guess would accuse a true sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from globa.indicators.card import Card
from globa.reports.document import FigureKey
from globa.reports.texts.numbers import Number
from globa.reports.texts.times import Times, times
from globa.reports.texts.units import counted_units, counts_nothing, may_be
from globa.reports.texts.vocabulary import Called, Name, Vocabulary, both, vocabulary
from globa.vocabulary.period import Period
from globa.vocabulary.unit import Unit

OWN, NEXT, SENTENCE, BEFORE = 1.0, 0.75, 0.45, 0.2
"""How much a word is worth by how far from the number it stands."""
UNHEARD = 0.4
"""How much a name loses whose words are all unheard."""
WHO = (Unit.CARERS, Unit.FAMILIES)
SURE, CLEARLY = 0.5, 0.06
PLANNED = re.compile(
    r"\b(?:planuo\w+|planavo\w*|suplanuot\w*|plano? |numat\w+|ketin\w+|siek(?:iam|sim|iama|tina|ia)\w*|tiksl\w+|turi būti|turėtų|iki \d{4}|"
    r"\w+(?:sime|sim)\b|bus\b|planned|plan to|aim\w*|target\w*|will be|intend\w*|expected)",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:(?:pareng|paruoš|pasiek|suteik|įvykdy|apgyvendin|konsultuo|prižiūrė|atlik|sureng|nustaty)(?!ti\b)[tėo]\w*|gyven[ao]\b|buvo|dirb[ao]\b|"
    r"dalyva(?:uja|vo)|pasiraš\w+|faktišk\w+|rezultat\w+|yra|užimta|užimti|įvyko|atvyko|išvyko|reached|result\w*|were|was|"
    r"actual\w*|lived|live|given|gave|prepared)",
    re.IGNORECASE,
)
EACH = re.compile(r"\b(?:kiekvien\w*|vidutinišk\w*|po [\d\ufffc]|each|every|average|per child|per home)", re.IGNORECASE)


@dataclass(frozen=True)
class Surroundings:
    """
    Where a number stands: `near` are the figures of the form's own text of the same block, `subject` the one that its row is about.

    `spoken` says by what words the form's texts name a figure.
    """

    period: Period
    near: frozenset[str] = frozenset()
    subject: FigureKey | None = None
    spoken: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """
    A number with the text around it: its own words, the rest of its clause, its sentence and the one before.

    `carried` is what the number before it counts, where this one has no words of its own: 33 vaikai, o pabaigoje – 25.
    """

    number: Number
    clause: str
    before_it: str
    sentence: str
    last_sentence: str = ""
    carried: str = ""

    @property
    def counted(self) -> str:
        return self.number.noun or self.carried


def meaning(said: Said, around: Surroundings) -> FigureKey | None:
    when = times(said.sentence, around.period)
    back = when.years_back
    if back is None or is_planned(said) or counts_nothing(said.number.noun) or EACH.search(said.clause):
        return None
    nearer = times(said.clause, around.period)
    when = nearer if nearer.says_something else when
    ranked = sorted(_scores(said, when, around), key=lambda pair: (-pair[0], pair[1]))
    if not ranked or ranked[0][0] < SURE:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEARLY:
        return None
    return FigureKey(ranked[0][1], years_back=back)


def is_planned(said: Said) -> bool:
    """Whether the number is what somebody meant to reach: the last word for it before the number is one of planning."""
    plans = [found.start() for found in PLANNED.finditer(said.before_it)]
    if not plans:
        return False
    return not any(found.start() > plans[-1] for found in DONE.finditer(said.before_it))


def _scores(said: Said, when: Times, around: Surroundings) -> Iterable[tuple[float, str]]:
    known = vocabulary()
    worth = _worth(said)
    near_words = both(said.number.noun) or both(said.clause) or both(said.carried) or set(worth)
    subject = around.subject.code if around.subject else ""
    for code, called in known.called.items():
        if not may_be(said.number, called.card.unit) or (said.number.is_where and called.card.unit in WHO):
            continue
        score = _named(known, called, (*called.names, *around.spoken.get(code, ())), worth, near_words)
        if code == subject:
            score = max(score, SURE if not said.number.noun else 0) + 0.3
        elif not score:
            continue
        score = score * _unit(said, called.card) + _time(when, called, around.period)
        yield score + (0.1 if code in around.near else 0) + (0.1 if called.is_printed else 0), code


def _worth(said: Said) -> dict[str, float]:
    """By word the most that one of its places gives it."""
    worth: dict[str, float] = {"lėš": NEXT, "en:money": NEXT} if said.number.kind == "money" else {}
    for value, text in (
        (BEFORE, said.last_sentence),
        (SENTENCE, said.sentence),
        (NEXT, f"{said.clause} {said.carried}"),
        (OWN, said.number.noun),
    ):
        worth |= dict.fromkeys(both(text), value)
    return worth


def _named(known: Vocabulary, called: Called, names: Iterable[Name], worth: Mapping[str, float], near: set[str]) -> float:
    """How well the best of its names is heard in the text, and how much of the number's own words the figure explains."""
    explained = _explained(known, near, frozenset(word for name in names for word in name), called.loose)
    best = max((_heard(known, name, worth) * (1 if len(name) > 1 else explained / 2) for name in names), default=0.0)
    return 0.55 * best + 0.35 * explained if best > 0 else 0.0


def _heard(known: Vocabulary, name: Name, worth: Mapping[str, float]) -> float:
    """The share of the name that is heard, and something for every word of it: a longer name that fits is the better one."""
    heard = sum(worth.get(word, 0) * known.weight([word]) for word in name)
    unheard = sum(1 for word in name if word not in worth) / len(name)
    return heard / (known.weight(name) + 0.15) + 0.1 * heard - UNHEARD * unheard


def _explained(known: Vocabulary, near: set[str], words: Name, loose: Name) -> float:
    """Of the words next to the number, the share that the figure's names have, those of its explanation for a half."""
    lithuanian, other = {word for word in near if not word.startswith("en:")}, {word for word in near if word.startswith("en:")}
    shares = []
    for side in (lithuanian, other):
        whole = known.weight(side)
        if whole:
            shares.append(sum(known.weight([word]) * (1 if word in words else 0.5 if word in loose else 0) for word in side) / whole)
    return max(shares, default=0.0)


def _unit(said: Said, card: Card) -> float:
    units = counted_units(said.counted)
    if units is None or card.unit in units or said.number.kind != "count":
        return 1.0
    return 0.6


def _time(when: Times, called: Called, period: Period) -> float:
    """A stock is of a day; where no day is said, one that people do not write about first is hardly meant."""
    label = _label(called.card, period)
    is_stock = len(label) == 10
    if when.days:
        return 0.2 if label in when.days else -0.25 if is_stock else -0.1
    if when.over_the_year:
        return -0.1 if is_stock else 0.05
    return -0.15 if is_stock and not called.is_printed else 0.0


@lru_cache(1024)
def _label_of(code: str, period: Period) -> str:
    return vocabulary().called[code].card.label(period)


def _label(card: Card, period: Period) -> str:
    return _label_of(card.code, period)
