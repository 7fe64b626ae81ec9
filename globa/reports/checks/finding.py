"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2s

from globa.reports.document import FigureKey, Place

LONGEST_KEY = 190


class Severity(StrEnum):
    CONTRADICTION = "contradiction"
    SUSPICIOUS = "suspicious"
    FORM = "form"


@dataclass(frozen=True)
class Finding:
    """
    `key` says what was found and not where, so that a reason given for it stays when the text around it changes, and no
    longer holds when a number does. `stated` and `true` are written as readers see them.
    """

    rule: str
    severity: str
    places: tuple[Place, ...]
    message: str
    key: str
    stated: str = ""
    true: str = ""
    figures: tuple[FigureKey, ...] = ()
    asks: bool = False
    """Nothing contradicts, but whoever signs has to say why it is so: money far from its plan."""

    @property
    def asks_why(self) -> bool:
        return self.asks or self.severity == Severity.CONTRADICTION


def stable(*parts: object) -> str:
    """A key of these parts; a very long one is cut and told apart by its fingerprint."""
    whole = ":".join(str(part) for part in parts)
    if len(whole) <= LONGEST_KEY:
        return whole
    return f"{whole[: LONGEST_KEY - 17]}:{blake2s(whole.encode(), digest_size=8).hexdigest()}"
