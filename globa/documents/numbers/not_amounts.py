"""Numbers that count nothing: days, years, the clock, acts, codes, addresses, telephones, numbers of lines. Each with its kind."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

DIGIT = re.compile(r"\d")
BLANK = "\ufffc"
MONTHS = r"(?:saus|vasar|kov|baland|gegu[žz]|bir[žz]el|liep|rugpj[ūu]|rugs[ėe]|spal|lapkri|gruod)[a-ząčęėįšųūž]*"
YEAR = r"(?:19|20)\d\d"
MONTH_NUMBER = r"(?:0?[1-9]|1[0-2])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
YEAR_WORD = r"(?:m\.(?!\w)|metai\w*|met[aų]\w*|metus)"


class Kind(enum.StrEnum):
    DAY = "day"
    YEAR = "year"
    CLOCK = "clock"
    ACT = "act"
    ADDRESS = "address"
    CODE = "code"
    PHONE = "phone"
    ORDINAL = "ordinal"


@dataclass(frozen=True)
class Mark:
    kind: Kind
    text: str
    start: int
    end: int


_PATTERNS: tuple[tuple[Kind, str], ...] = (
    (Kind.CODE, r"\b\d{2}\.\d\.\d-[\w/-]+|\b\d{2}-\d{3}-[A-Z]-\d+|\b\d{2}(?:-\d{2}){3}\b|\S+@\S+|\b(?:https?://|www\.)\S+"),
    (Kind.DAY, rf"\b{YEAR}\s?[-./–]\s?{MONTH_NUMBER}\s?[-./–]\s?{DAY}"),
    (Kind.DAY, rf"\b{DAY}\.{MONTH_NUMBER}\.{YEAR}\b"),
    (Kind.DAY, rf"\b{YEAR}\s*(?:{YEAR_WORD}\s*)?{MONTHS}\s*{DAY}(?:\s*[-–]\s*{DAY})?(?:\s*(?:d\.|dien\w*))?"),
    (Kind.DAY, rf"\b{MONTHS}\s+{DAY}(?:\s*[-–]\s*{DAY})?\s*(?:d\.|dien\w*)"),
    (Kind.DAY, rf"\b{MONTH_NUMBER}-{DAY}\s*(?:d\.|dien\w*)"),
    (Kind.DAY, rf"\b{MONTHS}\s+{DAY}(?:\s*[-–]\s*{DAY})?(?=\s*[,.;)]|$)"),
    (Kind.YEAR, rf"\b{YEAR}\s*[-–—/]\s*(?:{YEAR}|\d\d)\b(?:\s*{YEAR_WORD})?"),
    (Kind.YEAR, rf"\b{YEAR}\s*{YEAR_WORD}(?:\s*{MONTHS})?|\b{YEAR}-[a-ząčęėįšųūž]+"),
    (Kind.CLOCK, r"\b(?:[01]?\d|2[0-4])[.:][0-5]\d(?:\s*[-–]\s*(?:[01]?\d|2[0-4])[.:][0-5]\d)?\s*(?:val\b\.?|h\b|v\.)"),
    (Kind.CLOCK, r"(?<![\d.,])(?:[01]?\d|2[0-4])\.[0-5]\d\s*[-–]\s*(?:[01]?\d|2[0-4])\.[0-5]\d(?![\d.,]\d)"),
    (Kind.CLOCK, r"(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d\b|\b24/7\b"),
    (Kind.ACT, r"\b(?:[Nn]r|No|Nos|num)\b\.?\s*[\w./()-]*\d[\w./-]*"),
    (Kind.ACT, r"\b[A-ZŽŠČĖĮŲŪ]{1,4}\d?-\d[\w/-]*|\b[IVXLC]+-\d+\b"),
    (
        Kind.ACT,
        r"\b\d+(?:\.\d+)*\s*(?:straipsn\w*|dalies|str\.|punkt\w*|papunkt\w*|skyri\w*|skirsn\w*|pried\w*|lentel\w*|paveiksl\w*|psl\.|eilut\w*|"
        r"prioritet\w*|tiksl(?:as|o|ui|ą|u|e)\b|uždavin(?:ys|io|iui|į|iu)\b|priemon(?:ė|ės|ei|ę)\b)",
    ),
    (
        Kind.ACT,
        r"\b(?:straipsn\w*|punkt\w*|skyri\w*|pried\w*|lentel\w*|paveiksl\w*|section|article|annex|table|chapter|page)\s+\d+(?:\.\d+)*\b",
    ),
    (Kind.ADDRESS, r"\b(?:g|pr|al|pl|skg|tak|a\.\s?k)\.\s*\d+\s*[A-Za-z]?\b(?:\s*[-–]\s*\d+[A-Za-z]?)?|\b[A-Z]{1,2}-\d{4,5}\b"),
    (Kind.PHONE, r"\+?\b370[\d\s()-]{6,}\d|\(\s*8[\s-]?\d+\)[\d\s-]+\d|\b(?:tel|mob|faks)\.?\s*(?:nr\.?)?\s*[:+]?[\d\s()-]{5,}\d"),
    (Kind.CODE, r"\b\d+(?:\.\d+){2,}\.?(?![,\d])(?<!\.\d{3})(?<!\.\d{3}\.)|^\s*\d+(?:\.\d+)+\.?(?=\s+[a-ząčęėįšųūž]{2})"),
    (Kind.CODE, r"\b(?:kod\w*|code)\s*[:]?\s*\d{4,}(?:\.\d+)?\b|\(\s*\d{5,}(?:\.\d{1,2})?\s*\)(?!\s*Eur)|(?<![\d\s,.])0\d+\b(?![,.]\d)"),
    (Kind.CODE, r"(?<![\d,.])\d{9,}(?![\d,.])|(?<![\d,.])\d+[A-Za-z](?:-\d+)?\b"),
    (Kind.ORDINAL, r"\b\d+-[a-ząčęėįšųūž]+|\b\d+(?:st|nd|rd|th)\b"),
    (Kind.ORDINAL, r"^\s*\d+(?:\.\d+)*[.)](?=\s)|(?<=[;:.])\s*\d{1,2}[.)](?=\s+[A-ZĄČĘĖĮŠŲŪŽ„])"),
)
PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE if kind is not Kind.ACT else 0)) for kind, pattern in _PATTERNS)
BARE_YEAR = re.compile(rf"(?<![\d,.–-])(?<!\d[ \u00a0]){YEAR}(?![\d–])(?![,.]\d)(?![ \u00a0]\d{{3}}(?!\d))")
COUNTED = re.compile(r"[ \u00a0]+(?!m\.|met|kas\b|kur\w*\b|buvo\b|yra\b|ir\b|bei\b|iki\b)[^\W\d_]{3,}", re.IGNORECASE)


@lru_cache(4096)
def marks(text: str) -> tuple[Mark, ...]:
    """All of them in their order; where two overlap the one that is looked for first has it."""
    if not DIGIT.search(text):
        return ()
    found: list[Mark] = []
    for kind, pattern in PATTERNS:
        for one in pattern.finditer(text):
            _add(found, Mark(kind, one[0], one.start(), one.end()))
    for year in _bare_years(text):
        _add(found, year)
    return tuple(sorted(found, key=lambda mark: mark.start))


def taken_out(text: str) -> str:
    """The text, as long as before, with all that counts nothing overwritten."""
    for mark in marks(text):
        text = text[: mark.start] + BLANK * (mark.end - mark.start) + text[mark.end :]
    return text


def _add(found: list[Mark], new: Mark) -> None:
    if all(new.end <= old.start or new.start >= old.end for old in found):
        found.append(new)


def _bare_years(text: str) -> Iterator[Mark]:
    """A year alone counts nothing, unless a word follows that could be counted: 2023 paslaugos."""
    for found in BARE_YEAR.finditer(text):
        if not COUNTED.match(text, found.end()):
            yield Mark(Kind.YEAR, found[0], found.start(), found.end())
