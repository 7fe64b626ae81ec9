"""
One thing with two dates or two addresses: an act by its number, an event or an office by its name, a house whose number lost its dash.

Suspicious: an event may be held twice and an office may move. What happens once - founded, opened, signed - is told with more confidence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from globa.checker.finding import Finding, Severity
from globa.checker.folding import folded
from globa.checker.saying import finding
from globa.checker.understanding import Read
from globa.documents.document import Place
from globa.documents.numbers.days import day
from globa.documents.numbers.not_amounts import Kind, marks
from globa.documents.sentences import Sentence, sentences
from globa.vocabulary.words import message as _

DATES, ADDRESSES = "two-dates", "two-addresses"
NAME = DATES
TWO_DATES = _("“%(what)s” has two dates: %(one)s and %(other)s.")
TWO_ADDRESSES = _("“%(what)s” has two addresses: %(one)s and %(other)s.")
DASH_LOST = _("“%(one)s” and “%(other)s” differ by a dash only: probably one address is meant.")
UPPER = "A-ZĄČĘĖĮŠŲŪŽ"
STREET = re.compile(
    rf"((?:[{UPPER}][^\W\d_]+\.?\s+)?[{UPPER}][^\W\d_]+)\s+((?:g|pr|al|pl|skg|tak)\.)\s*(\d+\s?[A-Za-z]?(?![A-Za-ząčęėįšųūž]))(?:\s?[-–]\s?(\d+))?"
)
ACT = re.compile(r"\b(?:Nr|No)\.?\s*([A-ZŽŠČ]{0,5}[-\d/.]*\d{2,}[\w/.-]*|[A-ZŽŠČ]{1,5}\d?-\d+[\w-]*)", re.IGNORECASE)
QUOTED = re.compile(r"[„“\"]([^„“”\"]{4,80})[“”\"]")
ONCE = re.compile(r"\b(?:ikurt|isteigt|atidaryt|pasirasyt|isduot|patvirtint|pradej|pradet|founded|opened|signed|issued)\w*")
HELD = re.compile(r"\b(?:ivyko|vyko|surengt|organizuot|svest|held|took place)\w*")
OTHERWISE = re.compile(r"\b(?:patikslint|pakeist|keiciam|redakc|galioja|isigalioj|pratest|iki|nuo|papildyt|netek)\w*")
NEAR = 60
SITS = re.compile(r"\b(?:adres|isikur|buvein|veikia|esan|located|address)\w*")


@dataclass(frozen=True)
class Dated:
    what: str
    way: str
    value: str
    place: Place


def find(read: Read) -> Iterator[Finding]:
    said = list(sentences(read.document))
    yield from _twice([one for sentence in said for one in _dates(sentence)], DATES, TWO_DATES)
    yield from _twice([one for sentence in said for one in _of_offices(sentence)], ADDRESSES, TWO_ADDRESSES)
    yield from _dashes([(found, sentence.place) for sentence in said for found in STREET.finditer(sentence.text)])


def _twice(found: list[Dated], rule: str, sentence: str) -> Iterator[Finding]:
    """Each thing that is said in one way with two values is told once, whatever the number of sentences."""
    known: dict[tuple[str, str], dict[str, Dated]] = defaultdict(dict)
    for one in found:
        known[folded(one.what), one.way].setdefault(one.value, one)
    for (_what, way), values in known.items():
        if len(values) == 2:
            one, other = values.values()
            yield finding(
                rule, Severity.SUSPICIOUS, [one.place, other.place], sentence, one.what, one.value, other.value,
                confidence=Decimal("0.5") if way == "held" else Decimal("0.8"), what=one.what, one=one.value, other=other.value,
            )  # fmt: skip


def _dates(sentence: Sentence) -> Iterator[Dated]:
    """Sentences with one day and one thing only: with more nobody knows which day is whose."""
    days = [(mark, found) for mark in marks(sentence.text) if mark.kind is Kind.DAY and (found := day(mark.text))]
    words = folded(sentence.text)
    if len(days) != 1 or OTHERWISE.search(words):
        return
    ((mark, on),) = days
    acts = list(ACT.finditer(sentence.text))
    if len(acts) == 1 and min(abs(acts[0].start() - mark.end), abs(mark.start - acts[0].end())) <= NEAR:
        yield _dated(f"Nr. {acts[0][1]}", "act", on, sentence)
    names = QUOTED.findall(sentence.text)
    if len(names) == 1 and not acts and (way := "once" if ONCE.search(words) else "held" if HELD.search(words) else ""):
        yield _dated(names[0], way, on, sentence)


def _dated(what: str, way: str, on: date, sentence: Sentence) -> Dated:
    return Dated(what.rstrip(".,;"), way, on.isoformat(), sentence.place)


def _of_offices(sentence: Sentence) -> Iterator[Dated]:
    addresses = list(STREET.finditer(sentence.text))
    names = QUOTED.findall(sentence.text)
    if len(addresses) == 1 and len(names) == 1 and SITS.search(folded(sentence.text)):
        yield Dated(names[0], "address", _written(addresses[0]), sentence.place)


def _written(found: re.Match[str]) -> str:
    flat = f"-{found[4]}" if found[4] else ""
    return f"{found[1]} {found[2]} {found[3].replace(' ', '').upper()}{flat}"


def _dashes(found: list[tuple[re.Match[str], Place]]) -> Iterator[Finding]:
    """102 and 10-2 in one street."""
    by_street: dict[str, dict[str, tuple[str, Place]]] = defaultdict(dict)
    for street, place in found:
        by_street[folded(street[1].split()[-1])].setdefault(_written(street), (street[0].strip(), place))
    for houses in by_street.values():
        for (one, (text, place)), (other, (other_text, other_place)) in combinations(houses.items(), 2):
            if re.sub(r"\D", "", one) == re.sub(r"\D", "", other) and re.search(r"\d{3}", one + other) and ("-" in one) != ("-" in other):
                yield finding(
                    ADDRESSES, Severity.SUSPICIOUS, [place, other_place], DASH_LOST, one, other, confidence=Decimal("0.85"),
                    one=text, other=other_text,
                )  # fmt: skip
