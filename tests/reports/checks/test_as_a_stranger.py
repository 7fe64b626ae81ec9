"""Our own report is read as a stranger's: what somebody typed and does not agree is told once, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.utils import translation

from globa.reports.checks import check
from globa.reports.document import Cell, Document, Typed
from tests.reports.checks.documents import document, row, table, text, value


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def typed(text: str, number: int) -> Cell:
    return Cell(Typed(text, number))


def told(of: Document) -> list[tuple[str, str]]:
    return [(one.severity, one.message) for one in check(of) if one.rule == "as-a-stranger"]


def flow(closing: int) -> Document:
    said = f"Metų pradžioje namuose buvo 33 vaikai, per metus atvyko 6, išvyko 14, metų pabaigoje liko {closing} vaikai."
    return document(text(said))


def test_a_typed_sentence_whose_numbers_do_not_agree_is_told_with_its_place() -> None:
    (found,) = [one for one in check(flow(26)) if one.rule == "as-a-stranger"]
    assert (found.severity, [place.block for place in found.places]) == ("contradiction", ["text"])


def test_one_whose_numbers_agree_is_passed_over() -> None:
    assert told(flow(25)) == []


def test_what_our_own_rules_tell_is_not_told_twice() -> None:
    of = document(table(row("A", typed("2", 2)), row("B", typed("3", 3)), row("Iš viso", typed("9", 9), is_total=True)))
    assert [one.rule for one in check(of) if one.severity == "contradiction"] == ["total"]


def test_computed_figures_are_left_to_their_identities() -> None:
    codes = ("homes.children-at-opening", "homes.arrivals")
    rows = [row(name, code) for name, code in zip(("A", "B"), codes, strict=True)]
    whole = row("Iš viso", "homes.children-at-closing", is_total=True)
    values = [value(code, number) for code, number in ((codes[0], 2), (codes[1], 3), ("homes.children-at-closing", 9))]
    assert told(document(table(*rows, whole), values=values)) == []


def test_no_dictionary_is_loaded_for_it() -> None:
    """It would cost each process that serves pages as much memory as all else of a check."""
    program = (
        "import django; django.setup(); import sys; from tests.reports.checks.test_as_a_stranger import flow, told;"
        "print(len(told(flow(26))), 'simplemma' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False"]
