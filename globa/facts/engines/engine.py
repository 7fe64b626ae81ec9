"""What a database must be able to do for figures: run statements with their parameters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

Statement = tuple[str, Sequence[object]]


class Engine(Protocol):
    @property
    def dialect(self) -> str:
        """The name under which statements are compiled for it."""
        ...

    @property
    def placeholder(self) -> str: ...

    def run(self, sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]: ...

    def run_all(self, statements: Sequence[Statement]) -> list[list[tuple[Any, ...]]]:
        """What each of the statements answers; where a server is asked that takes several at once, in one trip."""
        ...
