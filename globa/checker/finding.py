"""What does not agree, so that a person can find it, judge it and answer it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from decimal import Decimal

from globa.documents.document import Place


class Severity(enum.StrEnum):
    """A contradiction cannot be true; what is suspicious may be; form is only about how it is written."""

    CONTRADICTION = "contradiction"
    SUSPICIOUS = "suspicious"
    FORM = "form"


@dataclass(frozen=True)
class Part:
    """A line, or an amount of running text, that explains a difference alone or with others."""

    place: Place
    text: str
    amount: Decimal


@dataclass(frozen=True)
class Finding:
    """
    `id` is made of the rule and of what is said there, not of the place, so that it survives the next version of the document.

    `sentence` is an English message for gettext with its `values`, as in a Refusal. `explained_by` holds every smallest set of parts whose
    sum is `difference`: none when nothing explains it, several when several do. `explained_whole` is False where the time for looking
    ended, or where there are more than can be named.
    """

    id: str
    rule: str
    severity: Severity
    places: tuple[Place, ...]
    sentence: str
    values: dict[str, str]
    difference: Decimal | None = None
    explained_by: tuple[tuple[Part, ...], ...] = ()
    confidence: Decimal = Decimal(1)
    explained_whole: bool = True

    @property
    def message(self) -> str:
        return self.sentence % self.values if self.values else self.sentence
