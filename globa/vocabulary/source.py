"""Where a rule or a figure is printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """A published document and the place in it; `verified` is False until a person has seen it there."""

    document: str
    point: str = ""
    verified: bool = True

    def __str__(self) -> str:
        return f"{self.document}, {self.point}" if self.point else self.document
