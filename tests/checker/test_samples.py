"""
Two published documents: one whose numbers all agree though its cells were cut, and one whose numbers do not.

Their figures and wording are as published, errors too.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from globa.checker.checking import check
from globa.checker.finding import Finding, Severity
from globa.documents.document import Document
from tests.checker.tables import document, table

SAMPLES = Path(__file__).with_name("samples")


def sample(name: str) -> Document:
    """As it stands in the file: cells apart by tabs, an empty line between tables."""
    written = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8").split("\n\n")
    tables = [part.replace("\t", "|") for part in written]
    return document(*(table(part.strip("\n"), number=number, heads=0) for number, part in enumerate(tables, start=1)))


def contradictions(name: str) -> dict[tuple[str, str], Finding]:
    found = check(sample(name))
    return {(one.rule, one.values.get("printed", "")): one for one in found if one.severity == Severity.CONTRADICTION}


def test_the_budget_of_cut_cells_contradicts_nothing() -> None:
    assert contradictions("budget") == {}


def test_43_children_are_25_and_10() -> None:
    found = contradictions("children")[("total", "43")]
    assert found.difference == Decimal(8)
    assert found.values["across"] == " (BVGN, GC)"


def test_46_places_are_41() -> None:
    assert contradictions("children")[("total", "46")].difference == Decimal(5)
