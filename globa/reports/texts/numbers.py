"""
Numbers in a line of text: digits with spaces and commas, or words; how each is meant, and the words that it counts.

"virš 1 800 paslaugų" is 1800, more than, "paslaugų"; "mergaičių – 9" is 9, exactly, "mergaičių".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from globa.documents.numbers import comparators
from globa.reports.document import Amount, Comparator
from globa.reports.texts import number_words
from globa.reports.texts.not_figures import BARE_YEAR, taken_out
from globa.reports.texts.stems import STOP, WORD

BLANK = "\ufffc"
SPACE = r"[ \u00a0\u202f\u2009]"
DIGITS = re.compile(
    rf"(?<![\w,.])\d{{1,3}}(?:{SPACE}\d{{3}})+(?:[,.]\d+)?(?!\d)"  # 1 356 326,61
    r"|(?<![\w,.])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])(?:\.\d+)?"  # 1,356,326.61
    r"|(?<![\w,.])\d+(?:[,.]\d+)?"
)
ENGLISH_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
THOUSANDS = re.compile(rf"{SPACE}*(?:(tūkst\w*\.?|thousand)|(mln\.?|milijon\w*|million))", re.IGNORECASE)
SIGN = re.compile(rf"{SPACE}*(?:(%|proc\b\.?|procent\w*|per ?cent\b)|(Eur\b\.?|EUR\b|€|eur[aouųį]\w*))", re.IGNORECASE)
YEARS_OF_AGE = re.compile(rf"{SPACE}*(?:m\.|met(?:ai|ų|us|ams)\b|years?\b(?: old\b)?)", re.IGNORECASE)
# One list of words for "at least" and the like, whoever wrote the report: a stranger's is read with the same.
MEANT = {
    comparators.Comparator.AT_LEAST: Comparator.AT_LEAST,
    comparators.Comparator.AT_MOST: Comparator.AT_MOST,
    comparators.Comparator.MORE: Comparator.MORE_THAN,
    comparators.Comparator.LESS: Comparator.LESS_THAN,
    comparators.Comparator.ABOUT: Comparator.ABOUT,
}
BEFORE = [(MEANT[meaning], pattern) for meaning, pattern in comparators.BEFORE]
BETWEEN = re.compile(r"\s*(?:iki|to|[-–])\s*", re.IGNORECASE)
UP_TO = re.compile(r"\biki\s*$", re.IGNORECASE)
FROM = re.compile(rf"\bnuo\s+[\d,. ]+\s*(?:\w+\s+)?iki\s*$|\d\s*[-–]\s*$|{BLANK}\s*iki\s*$", re.IGNORECASE)
BREAK = re.compile(rf"[,;:.()!?\n\d{BLANK}„“\"–—]|\s-\s")
DASHED = re.compile(r"(?:[–—:=]|\s-)\s*$")
WITH_WHOM = re.compile(r"^\s*(?:\w+\s+)?(?:pas|with)\s", re.IGNORECASE)
AFTER_DASH = re.compile(r"^(\s*[^\W\d_]*)\s+[–—-]\s+(?!\d)")
LONGEST_NOUN = 6


@dataclass(frozen=True)
class Number:
    """
    `kind`: count, percent, money or age; `text` takes in the sign of percent or euro, which a living number brings itself.

    `is_where`: its words say with whom somebody is, not who is counted: "pas budinčius globotojus – 10".
    """

    text: str
    begins: int
    ends: int
    value: Amount
    comparator: Comparator
    kind: str
    noun: str = ""
    is_where: bool = False


def numbers(line: str) -> list[Number]:
    """What is counted in a line, in its order; BLANK stands where something else stands already."""
    plain = taken_out(line, BLANK)
    found = _ranges(plain, sorted([*_digits(plain), *_words(plain)], key=lambda one: one.begins))
    return [replace(one, noun=_noun(plain, found, place), is_where=_is_where(plain, found, place)) for place, one in enumerate(found)]


def _ranges(line: str, found: list[Number]) -> list[Number]:
    """From 8 to 21 years: what the second counts the first counts too."""
    pairs = zip(found, [*found[1:], None], strict=False)
    return [replace(one, kind=after.kind) if after and BETWEEN.fullmatch(line[one.ends : after.begins]) else one for one, after in pairs]


def _digits(line: str) -> Iterator[Number]:
    for found in DIGITS.finditer(line):
        value = _value(found[0])
        if BARE_YEAR.match(line, found.start()) and not _counts(line, found.end()):
            continue
        yield _number(line, found.start(), found.end(), value)


def _words(line: str) -> Iterator[Number]:
    for found in number_words.PATTERN.finditer(line):
        if _counts(line, found.end()):
            yield _number(line, found.start(), found.end(), number_words.VALUES[found[0].lower()])


def _value(text: str) -> Amount:
    plain = re.sub(SPACE, "", text)
    if ENGLISH_THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "")
    value = Decimal(plain.replace(",", "."))
    return value if value.as_tuple().exponent else int(value)


def _counts(line: str, ends: int) -> bool:
    """Whether a word follows that could be what is counted: 2023 paslaugos, but not 2023 ir."""
    following = re.match(rf"{SPACE}+([^\W\d_]+(?:-[^\W\d_]+)?)", line[ends:])
    return following is not None and len(following[1]) > 2 and following[1].lower() not in STOP


def _number(line: str, begins: int, ends: int, value: Amount) -> Number:
    comparator = _comparator(line[:begins], line[ends:])
    if times := THOUSANDS.match(line, ends):
        value, ends = _times(value, 1_000 if times[1] else 1_000_000), times.end()
        comparator = Comparator.ABOUT if comparator is Comparator.EXACTLY else comparator
    kind = "count"
    if sign := SIGN.match(line, ends):
        kind, ends = ("percent" if sign[1] else "money"), sign.end()
    elif YEARS_OF_AGE.match(line, ends):
        kind = "age"
    return Number(line[begins:ends], begins, ends, value, comparator, kind)


def _times(value: Amount, many: int) -> Amount:
    made = value * many
    return int(made) if made == int(made) else made


def _comparator(before: str, after: str) -> Comparator:
    for meaning, pattern in BEFORE:
        if pattern.search(before):
            return meaning
    if UP_TO.search(before) and not FROM.search(before):
        return Comparator.AT_MOST
    return Comparator.AT_LEAST if comparators.OR_MORE.match(after) else Comparator.EXACTLY


def _noun(line: str, found: list[Number], place: int) -> str:
    """The words after the number; where it follows a dash or a colon, those before it come first."""
    one = found[place]
    start = found[place - 1].ends if place else 0
    before = line[start : one.begins]
    leading = ""
    if DASHED.search(before):
        leading = " ".join(_phrase(DASHED.sub("", before), last=True))
    until = found[place + 1].begins if place + 1 < len(found) else len(line)
    following = AFTER_DASH.sub(r"\1 ", line[one.ends : until], count=1)
    return f"{leading} {' '.join(_phrase(following, last=False))}".strip()


def _is_where(line: str, found: list[Number], place: int) -> bool:
    start = found[place - 1].ends if place else 0
    before = line[start : found[place].begins]
    return bool(DASHED.search(before) and WITH_WHOM.search(BREAK.split(DASHED.sub("", before))[-1]))


def _phrase(text: str, last: bool) -> list[str]:
    parts = BREAK.split(text)
    words = [found[0] for found in WORD.finditer(parts[-1] if last else parts[0])]
    while words and words[0].lower() in STOP:
        words.pop(0)
    while words and words[-1].lower() in STOP:
        words.pop()
    return words[-LONGEST_NOUN:] if last else words[:LONGEST_NOUN]
