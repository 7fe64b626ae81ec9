"""What in a sentence may tell who somebody is: names, personal codes, telephones, addresses. A person decides of each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.registry.names.given import given_names

UPPER, LOWER = "A-ZĄČĘĖĮŠŲŪŽ", "a-ząčęėįšųūž"
WORD = re.compile(rf"\b[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?\b")

STREET = r"(?:g|gatv\w+|pr|prosp\w*|al|alėj\w*|pl|skg|tak|kel)"


class Kind(models.TextChoices):
    NAME = "name", _("a name")
    CODE = "code", _("a personal code")
    PHONE = "phone", _("a telephone")
    MAIL = "mail", _("an e-mail address")
    HOME = "home", _("an address")


SHAPES = (
    (Kind.CODE, re.compile(r"(?<!\d)[1-6]\d{10}(?!\d)")),
    (Kind.PHONE, re.compile(r"(?<![\d,.])(?:\+370|[80])(?:[\s\-()]{0,2}\d){8}(?!\d|,\d|\s?(?:Eur|€))")),
    (Kind.MAIL, re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")),
    (Kind.HOME, re.compile(rf"[{UPPER}][\w.]*(?:\s[\w.]+)?\s{STREET}\.?\s*\d+\s?[A-Za-z]?(?:[-–]\d+)?\b")),
    (Kind.NAME, re.compile(rf"\b[{UPPER}]\.\s?(?:[{UPPER}]\.\s?)?[{UPPER}][{LOWER}]{{2,}}")),
    (Kind.NAME, re.compile(rf"\b[{UPPER}][{LOWER}]+(?:ien|ait|yt|ut|ūt)(?:ė|ės|ei|ę|e|ėje)\b")),
)  # fmt: skip
"""A family name of a woman is known by its ending."""


@dataclass(frozen=True)
class Told:
    """Where in the sentence it stands."""

    kind: Kind
    start: int
    end: int


def told_in(sentences: Iterable[str]) -> dict[str, list[Told]]:
    """Of each sentence that tells something what it tells, in its order; one query for all."""
    listed = list(dict.fromkeys(sentences))
    given = given_names({found[0] for one in listed for found in WORD.finditer(one)})
    found = {one: _apart(sorted((*_shapes(one), *_names(one, given)), key=lambda told: (told.start, -told.end))) for one in listed}
    return {one: told for one, told in found.items() if told}


def _shapes(text: str) -> Iterator[Told]:
    for kind, shape in SHAPES:
        yield from (Told(kind, found.start(), found.end()) for found in shape.finditer(text))


def _names(text: str, given: Collection[str]) -> Iterator[Told]:
    """A given name with the names that stand right beside it."""
    words = list(WORD.finditer(text))
    for place, word in enumerate(words):
        if word[0] in given:
            first = last = place
            while first and _is_beside(words[first - 1], words[first], text):
                first -= 1
            while last + 1 < len(words) and _is_beside(words[last], words[last + 1], text):
                last += 1
            yield Told(Kind.NAME, words[first].start(), words[last].end())


def _is_beside(one: re.Match[str], other: re.Match[str], text: str) -> bool:
    return text[one.end() : other.start()] == " "


def _apart(found: list[Told]) -> list[Told]:
    """What lies within something that was found already is not told twice."""
    kept: list[Told] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
