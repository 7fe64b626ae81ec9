"""No document makes a rule fall over: whatever stands in its cells and paragraphs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from globa.checker.checking import check
from tests.checker.plans import HEAD
from tests.checker.tables import document, table

PIECES = (
    "", "-", "–", "- savivaldybės biudžeto lėšos", "123 00,00", "11 648,00 ES fondų lėšos", "1.1.1. teikti", "iš jų", "Iš viso",
    "mergaitės", "berniukai", "9/16", "40–50", "2023-06-05", "Kalnų g. 10-2", "Nr. T-52",
    "„Žiburys“ įsikūręs Kalnų g. 5", "(", ")", "168.600.", "0", "1",
    "25 vaikai, iš jų 30 mergaičių", "100,00 (40,00 ES lėšos; 60,00", "22111.20 A", "visos priemonės įgyvendintos", "%", "1O0,00", "?",
    "Metų pradžioje 33, pabaigoje – 25", "apie 1 800 paslaugų", "tūkst. Eur", "\n", "2022 m.", "  ",
)  # fmt: skip
CELLS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map(" ".join).map(lambda text: text.replace("|", "").replace("\n", " "))
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=6).map(" | ".join), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(ROWS, ROWS, st.lists(CELLS, max_size=3), st.booleans())
def test_whatever_a_document_says_is_checked_to_the_end(rows: list[str], others: list[str], texts: list[str], is_plan: bool) -> None:
    first = table("\n".join(["x | y" if not is_plan else HEAD, *rows]))
    second = table("\n".join(["x | y", *others]), number=2)
    for finding in check(document(first, *texts, second)):
        assert finding.message
        assert finding.places
