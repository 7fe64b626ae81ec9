"""What a database must be able to do for figures: run one statement with its parameters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol


class Engine(Protocol):
    @property
    def dialect(self) -> str:
        """The name under which statements are compiled for it."""
        ...

    @property
    def placeholder(self) -> str: ...

    def run(self, sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]: ...
