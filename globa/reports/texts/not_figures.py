"""
Numbers that count nothing: days, years, hours of the clock, acts, articles, addresses, telephones, numbers of lines.

What is found here is taken out of a text before its figures are looked for.
"""

from __future__ import annotations

import re

LT_MONTHS = (
    r"(?:saus|vasar|kov|baland|gegu[žz]|bir[žz]el|liep|rugpj[ūu]|rugs[ėe]|spal|lapkri|gruod)[a-ząčęėįšųūž]*"
)  # fmt: skip
EN_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
YEAR = r"(?:19|20)\d\d"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"

PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Days and years.
        rf"\b{YEAR}[-./](?:0?[1-9]|1[0-2])[-./]{DAY}\b",
        rf"\b{DAY}\.(?:0?[1-9]|1[0-2])\.{YEAR}\b",
        rf"\b{YEAR}\s*[-–—]\s*(?:{YEAR}|\d\d)\b(?:\s*(?:m\.|met\w*|school years?))?",
        rf"\b{YEAR}\s*(?:m\.|metai\w*|met[aų]\w*|metus)(?:\s*{LT_MONTHS}(?:\s*{DAY}(?:\s*[-–]\s*{DAY})?(?:\s*(?:d\.|dien\w*))?)?)?",
        rf"\b{LT_MONTHS}\s+{DAY}(?:\s*[-–]\s*{DAY})?\s*(?:d\.|dien\w*)",
        rf"\b{LT_MONTHS}\s+{DAY}(?:\s*[-–]\s*{DAY})?(?=\s*[,.;)]|$)",
        rf"\b{DAY}\s*(?:st|nd|rd|th)?\s+(?:of\s+)?{EN_MONTHS}\b(?:,?\s+{YEAR})?",
        rf"\b{EN_MONTHS}\s+{DAY}(?:st|nd|rd|th)?\b(?:,?\s+{YEAR})?",
        rf"\b{EN_MONTHS}\s+{YEAR}\b",
        rf"\b{YEAR}-[a-ząčęėįšųūž]+",
        # The clock.
        r"\b(?:[01]?\d|2[0-4])[.:][0-5]\d\s*(?:val\b\.?|h\b|v\.)",
        r"\b(?:[01]?\d|2[0-4]):[0-5]\d\b",
        r"\b24/7\b",
        # Acts, articles, licences, tables, pages.
        r"\b(?:Nr|No|Nos|num)\b\.?\s*[\w./-]*\d[\w./-]*",
        r"\b[A-ZŽŠČĖĮŲŪ]{1,4}\d?-\d[\w/-]*",
        r"\b[IVXLC]+-\d+\b",
        r"\b\d+(?:\.\d+)*\s*(?:straipsn\w*|str\.|punkt\w*|papunkt\w*|skyri\w*|skirsn\w*|pried\w*|lentel\w*|pav\.|paveiksl\w*|psl\.|eilut\w*|"
        r"sakin\w*)",
        r"\b(?:straipsn\w*|punkt\w*|skyri\w*|pried\w*|lentel\w*|paveiksl\w*|section|article|annex|table|figure|chapter|"
        r"page|measure)\s+\d+(?:\.\d+)*\b",
        r"\b\d+(?:\.\d+){2,}\.?",
        # Addresses, telephones, codes.
        r"\b(?:g|pr|al|pl|skg|tak|a\.\s?k)\.\s*\d+\s*[A-Za-z]?\b(?:\s*-\s*\d+)?",
        r"\b[A-Z]{1,2}-\d{4,5}\b",
        r"(?<![\d,.])\d+[A-Za-z](?:-\d+)?\b",
        r"(?<![\d,.])\d+-\d+\b(?!\s*(?:m\.|met))",
        r"\+?370[\d\s()-]{6,}\d",
        r"\(\s*8[\s-]?\d+\)[\d\s-]+\d",
        r"\b(?:tel|mob)\.?\s*(?:nr\.?)?\s*[:+]?[\d\s()-]{5,}\d",
        r"\b(?:kod\w*|code)\s*[:]?\s*\d{5,}\b",
        r"\(\s*\d{5,}(?:\.\d+)?\s*\)",
        r"(?<![\d ,.])0\d+\b",
        r"(?<![\d,.])\d{8,}(?![\d,.])",
        r"\S+@\S+",
        r"\b(?:https?://|www\.)\S+",
        # The first, the 2-ų, 3rd; the number of an item of a list.
        r"\b\d+-[a-ząčęėįšųūž]+",
        r"\b\d+(?:st|nd|rd|th)\b",
        r"^\s*\d+(?:\.\d+)*[.)](?=\s)",
    )
)
BARE_YEAR = re.compile(rf"(?<![\d,.\s]){YEAR}\b(?![,.]\d)|(?<=\s){YEAR}\b(?![,.]\d)(?!\s\d{{3}}\b)|^{YEAR}\b")


def taken_out(line: str, blank: str) -> str:
    """The line with every number that counts nothing overwritten by `blank`, as long as before."""
    for pattern in PATTERNS:
        line = pattern.sub(lambda found: blank * len(found[0]), line)
    return line
