"""What an export says about itself: whether it is signed, by whom, and the fingerprint by which it is known again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Signed:
    """A signature as it is printed."""

    post: str
    name: str
    on: date


@dataclass(frozen=True)
class Explained:
    """What a check found and why it stays: a line of the protocol."""

    says: str
    reason: str


@dataclass(frozen=True)
class Seal:
    """
    `fingerprint` is empty for a draft. `number` is the report's own, AL-2023-A1.

    `on` is the day the file carries as its date: of signing, or on which the figures were computed. The same content with
    the same seal makes the same bytes.
    """

    on: date
    fingerprint: str = ""
    number: str = ""
    signatures: tuple[Signed, ...] = ()
    explained: tuple[Explained, ...] = ()

    @property
    def is_signed(self) -> bool:
        return bool(self.fingerprint)

    @property
    def mark(self) -> str:
        """The beginning of the fingerprint in groups of four, as it stands on every page."""
        return grouped(self.fingerprint[:16])

    @property
    def keyword(self) -> str:
        """How the fingerprint stands in a file's properties; a draft has none."""
        return f"{KEYWORD}{self.fingerprint}" if self.fingerprint else ""


KEYWORD = "globa-report:"


def grouped(text: str) -> str:
    return " ".join(text[place : place + 4].upper() for place in range(0, len(text), 4))
