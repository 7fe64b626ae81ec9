"""The numbers of a plan's parts: as the plan prints them, or their place where it prints none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)
PLAIN_NUMBER = re.compile(r"[\w.]+")


def numbered(rows: Iterable[Row], above: str) -> Iterable[tuple[Row, str]]:
    """
    Each with its number as the plan prints it, or its place where it prints none or one that no key could hold.

    What an amendment took out may have a number that something else has now: then its place follows it.
    """
    given: set[str] = set()
    for at, row in enumerate(rows, 1):
        no = _printed(row) if is_numbered(row) else f"{above}.{at}" if above else str(at)
        no = f"{no}.{at}" if no in given else no
        given.add(no)
        yield row, no


def is_numbered(row: models.Model) -> bool:
    return PLAIN_NUMBER.fullmatch(_printed(row)) is not None


def _printed(row: models.Model) -> str:
    return str(getattr(row, "no", "")).strip().rstrip(".")


def without_number(text: str, no: str) -> str:
    """Some plans print the number of a goal again before its words."""
    return text.removeprefix(f"{no}.").strip()
