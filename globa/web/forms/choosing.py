"""Choices of a record as a form shows them: each begins with a capital letter, as a line of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.text import capfirst


def titled(choices: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    return [(code, capfirst(label)) for code, label in choices]
