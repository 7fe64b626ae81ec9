"""A dash beside a source."""

from __future__ import annotations

from globa.checker.rules import dashes
from globa.checker.understanding import understand
from tests.checker.plans import plan
from tests.checker.tables import document


def test_a_dash_beside_a_source_is_told_with_the_sums_that_its_row_names() -> None:
    row = "1.2.6. | - savivaldybės biudžeto lėšos | 701,00 savivaldybės biudžeto lėšos | Preliminari projekto vertė 2 000,00 Eur."
    (found,) = dashes.find(understand(document(plan(row))))
    assert (found.values["source"], found.values["amounts"]) == ("savivaldybės biudžeto lėšos", "2\u00a0000")


def test_a_dash_alone_says_nothing_wrong() -> None:
    assert list(dashes.find(understand(document(plan("1.2.3. | - | -"))))) == []
