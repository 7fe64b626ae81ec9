"""
One number in every form in which offices write it: 18 624 926,05, 695.046,41, 139 569 ,84, 86 916.24, 123 00,00, 168.600., 9/16, 40–50.

`readings` finds all numbers of a running text, `read` says what a cell is that holds one number and nothing else.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from globa.documents.numbers import not_amounts, words

SPACE = r"[ \u00a0\u202f\u2009\u2007\u2002]"
SPACES = re.compile(SPACE)
MINUS = "-−–"


class Form(enum.StrEnum):
    PLAIN = "plain"  # 25, 8508,31
    SPACES = "spaces"  # 18 624 926,05
    DOTS = "dots"  # 695.046,41
    ENGLISH = "english"  # 1,356,326.61
    POINT = "point"  # 86 916.24
    STRAY = "stray"  # 139 569 ,84
    BROKEN = "broken"  # 123 00,00: groups that are not of three, two marks, a letter for a digit
    RANGE = "range"  # 40–50
    PAIR = "pair"  # 9/16
    WORD = "word"  # dviejuose


class Sign(enum.StrEnum):
    NONE = ""
    PERCENT = "percent"
    EUROS = "EUR"
    LITAI = "LTL"


@dataclass(frozen=True)
class Reading:
    """
    `value` counts thousands and millions in: 128,06 mln. is 128060000. `other` is the end of a range or the second of a pair.

    `precision_lost`: a cell too narrow cut its last digits away, at most `slack` is missing. `doubtful` are what it may mean as well.
    """

    value: Decimal
    text: str
    start: int
    end: int
    form: Form = Form.PLAIN
    decimals: int = 0
    precision_lost: bool = False
    doubtful: tuple[Decimal, ...] = ()
    other: Decimal | None = None
    sign: Sign = Sign.NONE
    scale: int = 1

    @property
    def step(self) -> Decimal:
        """The value of its last written digit: a rounded number may be half of it away."""
        return Decimal(1).scaleb(-self.decimals) * self.scale

    @property
    def slack(self) -> Decimal:
        if not self.precision_lost:
            return Decimal(0)
        return self.step - Decimal("0.01") * self.scale


_DECIMALS = rf"(?:(?:{SPACE}?,|\.)\d{{1,3}})"
_ENGLISH = r"\d{1,3}(?:,\d{3})+\.\d{1,2}|\d{1,3}(?:,\d{3}){2,}"
_DOTS = rf"\d{{1,3}}(?:\.\d{{3}})+(?:{SPACE}?,\d{{1,3}})?"
_SPACES = rf"[1-9]\d{{0,2}}(?:{SPACE}\d{{3}})+(?!\d){_DECIMALS}?|[1-9]\d{{0,2}}\n\d{{3}}(?:{SPACE}\d{{3}})*,\d\d"
_ZEROS = rf"[1-9]\d{{0,2}}(?:{SPACE}\d{{3}})*{SPACE}0\d,\d\d"
_PLAIN = r"\d+(?:[,.]\d+)?"
_BEFORE = r"(?<![\w])(?<!\d[.,])"
_AFTER = r"(?!\d)(?![.,]\d)(?![^\W\d_](?![^\W\d_]))"
NUMERAL = re.compile(rf"{_BEFORE}(?:{_ENGLISH}|{_DOTS}|{_ZEROS}|{_SPACES}|{_PLAIN}){_AFTER}")
CUT = re.compile(r"\d{1,3}(?:[.]\d{3})+[.,]$|\d+,$")
MIXED = re.compile(rf"\d+(?:(?:{SPACE}|[.,]){{1,2}}\d+)+")
LETTERS = str.maketrans("OoОоIlІ", "0000111")
CONFUSED = re.compile(r"(?!.*\s[OoОоIlІ](?:\s|$))[\dOoОоIlІ.,\s]*\d[\dOoОоIlІ.,\s]*")
TIMES = re.compile(rf"(?:{SPACE}|\n)*(?:(t[ūu]kst\w*\.?|thousand)|(mln\.?|milijon\w*|million)|(mlrd\.?|milijard\w*))", re.IGNORECASE)
SIGNS = re.compile(
    r"(?:\s)*(?:(%|proc\b\.?|procent\w*|per ?cent\b)|(eur\b|€|eur(?:as|ai|ų|ais|us|o)\b)|(lt\b|lit(?:as|ai|ų|ais|us)\b))", re.IGNORECASE
)
RANGE = re.compile(rf"{SPACE}?[-–—]{SPACE}?")
FROM_TO = re.compile(r"\s+(?:iki|to)\s+", re.IGNORECASE)
FROM = re.compile(r"\b(?:nuo|from)\s+$", re.IGNORECASE)


def read(cell: str) -> Reading | None:
    """The number of a cell that says nothing else: its unit, a footnote's star and a pair of brackets may stand by it."""
    text = cell.strip()
    start = cell.find(text) if text else 0
    if bracketed := re.fullmatch(r"\((.*)\)", text, re.DOTALL):
        inside = read(bracketed[1])
        return replace(inside, doubtful=(*inside.doubtful, -inside.value), start=start, end=start + len(text)) if inside else None
    if text.startswith("€"):
        start, text = start + len(text) - len(text[1:].lstrip()), text[1:].lstrip()
    return _alone(text.rstrip("*"), start)


@lru_cache(4096)
def readings(text: str) -> tuple[Reading, ...]:
    """All numbers of a running text that count something, in their order: no dates, addresses or numbers of acts."""
    plain = not_amounts.taken_out(text)
    found = [_signed(plain, _of(match[0], match.start())) for match in NUMERAL.finditer(plain)]
    written = [Reading(Decimal(words.value(one)), one[0], one.start(), one.end(), Form.WORD) for one in words.PATTERN.finditer(plain)]
    return tuple(_coupled(plain, sorted([*found, *written], key=lambda one: one.start)))


def _alone(text: str, start: int) -> Reading | None:
    negative = bool(text) and text[0] in MINUS and text[1:].lstrip()[:1].isdigit()
    digits = text[1:].lstrip() if negative else text
    one = _pair(digits) or _whole(digits)
    if one is None:
        return None
    sign = -1 if negative else 1
    doubtful = tuple(sign * other for other in one.doubtful)
    return replace(one, value=one.value * sign, doubtful=doubtful, text=text, start=start, end=start + len(text))


def _pair(text: str) -> Reading | None:
    parts = re.split(r"\s*([-–—/])\s*", text)
    if len(parts) != 3:
        return None
    first, mark, second = _whole(parts[0]), parts[1], _whole(parts[2])
    if first is None or second is None or not_amounts.marks(text):
        return None
    if mark != "/" and second.value <= first.value:
        return None
    form = Form.PAIR if mark == "/" else Form.RANGE
    return replace(second, value=first.value * (second.scale if first.scale == 1 else 1), other=second.value, form=form)


def _whole(text: str) -> Reading | None:
    """A number with its thousands and its unit, and nothing after them."""
    for pattern in (CUT, NUMERAL, MIXED, CONFUSED):
        found = pattern.match(text)
        if not found or not any(letter.isdigit() for letter in found[0]):
            continue
        one = _signed(text, _misprinted(found[0].strip()) if pattern in (MIXED, CONFUSED) else _of(found[0], 0), found.end())
        if one is not None and not text[one.end :].strip(" .\u00a0*"):
            return one
    return None


def _of(written: str, start: int) -> Reading:
    """A well-formed numeral as a reading."""
    end = start + len(written)
    plain = SPACES.sub("", written).replace("\n", "")
    cut = plain[-1] in ".,"
    plain = plain.rstrip(".,")
    if re.fullmatch(_ENGLISH, plain):
        return _made(plain.replace(",", ""), written, start, end, Form.ENGLISH)
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d{1,3})?", plain):
        one = _made(plain.replace(".", "").replace(",", "."), written, start, end, Form.DOTS)
        doubt: tuple[Decimal, ...] = (Decimal(plain),) if plain.count(".") == 1 and "," not in plain and not cut else ()
        return replace(one, precision_lost=cut or one.decimals == 1, doubtful=doubt)
    one = _made(plain.replace(",", "."), written, start, end, _form(written))
    doubt = (Decimal(plain.replace(",", "")),) if re.fullmatch(r"[1-9]\d{0,2},\d{3}", plain) else one.doubtful
    return replace(one, precision_lost=cut, doubtful=doubt)


def _form(written: str) -> Form:
    if re.search(rf"{SPACE},", written):
        return Form.STRAY
    if re.search(rf"(?:{SPACE})0\d,\d\d$", written):
        return Form.BROKEN
    if "." in written:
        return Form.POINT
    return Form.SPACES if re.search(r"\d\s\d", written) else Form.PLAIN


def _made(plain: str, written: str, start: int, end: int, form: Form) -> Reading:
    decimals = len(plain.partition(".")[2])
    doubt = tuple(_completed(written)) if form is Form.BROKEN else ()
    return Reading(Decimal(plain), written, start, end, form, decimals, doubtful=doubt)


def _misprinted(written: str) -> Reading:
    """Groups that are not of three, two marks, letters for digits: the digits as they stand, and what was likely meant."""
    plain = SPACES.sub(" ", written.translate(LETTERS))
    whole, decimals = plain, ""
    if cents := re.fullmatch(r"(.*?)[.,\s]*[.,]\s*(\d\s?\d?)", plain):
        whole, decimals = cents[1], cents[2].replace(" ", "")
    joined = re.sub(r"\D", "", whole) or "0"
    value = Decimal(f"{joined}.{decimals}" if decimals else joined)
    doubt = tuple(one for one in _completed(plain) if one != value)
    return Reading(value, written, 0, len(written), Form.BROKEN, len(decimals), doubtful=doubt)


def _completed(written: str) -> Iterator[Decimal]:
    """Each group after the first filled up with noughts to three: 123 00,00 was likely 123 000,00."""
    whole, _mark, decimals = SPACES.sub(" ", written).partition(",")
    groups = re.split(r"[ .]", whole.strip())
    if len(groups) > 1 and all(group.isdigit() for group in groups) and len(groups[0]) <= 3 and (not decimals or decimals.isdigit()):
        filled = groups[0] + "".join(group.ljust(3, "0") for group in groups[1:])
        yield Decimal(f"{filled}.{decimals}" if decimals else filled)


def _signed(text: str, one: Reading, end: int | None = None) -> Reading:
    """With the thousands, the percents and the euros that stand after it."""
    at = one.end if end is None else end
    if times := TIMES.match(text, at):
        scale = 1_000 if times[1] else 1_000_000 if times[2] else 1_000_000_000
        value = one.value * scale
        one = replace(one, value=value, scale=scale, doubtful=tuple(other * scale for other in one.doubtful))
        at = times.end()
    sign = Sign.NONE
    if found := SIGNS.match(text, at):
        sign = Sign.PERCENT if found[1] else Sign.EUROS if found[2] else Sign.LITAI
        at = found.end()
    return replace(one, sign=sign, text=text[one.start : at] if one.start or at > one.end else one.text, end=at)


def _coupled(text: str, found: list[Reading]) -> Iterator[Reading]:
    """Two numbers that are one range or one pair become one."""
    joined: set[int] = set()
    for place, (one, after) in enumerate(pairwise(found)):
        if place in joined:
            continue
        if form := _coupling(text, one, after):
            joined |= {place, place + 1}
            value = one.value * (after.scale if one.scale == 1 else 1)
            yield replace(after, value=value, other=after.value, form=form, text=text[one.start : after.end], start=one.start)
        else:
            yield one
    if found and len(found) - 1 not in joined:
        yield found[-1]


def _coupling(text: str, one: Reading, after: Reading) -> Form | None:
    between = text[one.end : after.start]
    if between == "/" and one.decimals == after.decimals == 0:
        return Form.PAIR
    close = between in ("-", "–", "—") or (bool(RANGE.fullmatch(between)) and "–" in between and one.sign is Sign.NONE)
    if (close or (FROM_TO.fullmatch(between) and FROM.search(text[: one.start]))) and after.value > one.value:
        return Form.RANGE
    return None
