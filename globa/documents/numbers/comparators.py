"""How a number is meant: exactly, at least, at most, more than, less than, about. By the words around it."""

from __future__ import annotations

import enum
import re


class Comparator(enum.StrEnum):
    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE = "more"
    LESS = "less"
    ABOUT = "about"


_BEFORE = {
    Comparator.AT_LEAST: r"ne ?mažiau (?:kaip|nei|negu)|mažiausiai|bent(?: jau)?|(?:no|not) (?:fewer|less) than|at least|≥|>=",
    Comparator.AT_MOST: r"ne ?daugiau (?:kaip|nei|negu)|daugiausia(?:i)?|neviršija|no more than|not more than|at most|up to|≤|<=",
    Comparator.MORE: r"daugiau (?:kaip|nei|negu)|virš|more than|over|above|>",
    Comparator.LESS: r"mažiau (?:kaip|nei|negu)|beveik|fewer than|less than|under|almost|nearly|<",
    Comparator.ABOUT: r"apie|maždaug|apytiksliai|apytikriai|about|around|approximately|roughly|~|≈",
}
BEFORE = [(meaning, re.compile(rf"(?:(?<!\w)(?:{words}))\s*$", re.IGNORECASE)) for meaning, words in _BEFORE.items()]
UP_TO = re.compile(r"(?<!\w)iki\s*$", re.IGNORECASE)
FROM = re.compile(r"\bnuo\s+[\d\s.,]+\S*\s*iki\s*$", re.IGNORECASE)
FROM_ON = re.compile(r"(?<!\w)nuo\s*$", re.IGNORECASE)
OVER = re.compile(r"(?<!\w)per\s*$", re.IGNORECASE)
OF_TIME = re.compile(r"\s*(?:\w+ )?(?:met|mėn|sav|dien|par|val|ketv|hour|day|week|month|year)", re.IGNORECASE)
OR_MORE = re.compile(r"(?:\s+\w+){0,2}\s+(?:ir|ar|arba|and|or)\s+(?:daugiau|more)\b(?!\s+(?:kaip|nei|negu|than))|\+", re.IGNORECASE)
OR_LESS = re.compile(r"(?:\s+\w+){0,2}\s+(?:ir|ar|arba|and|or)\s+(?:mažiau|less|fewer)\b(?!\s+(?:kaip|nei|negu|than))", re.IGNORECASE)


def comparator(before: str, after: str) -> Comparator:
    """By what stands right before the number and right after it."""
    for meaning, pattern in BEFORE:
        if pattern.search(before):
            return meaning
    if UP_TO.search(before) and not FROM.search(before):
        return Comparator.AT_MOST
    if FROM_ON.search(before):
        return Comparator.AT_LEAST
    if OVER.search(before) and not OF_TIME.match(after):
        return Comparator.MORE
    if OR_MORE.match(after):
        return Comparator.AT_LEAST
    return Comparator.AT_MOST if OR_LESS.match(after) else Comparator.EXACTLY
