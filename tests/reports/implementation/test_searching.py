"""The search box of a plan's report finds the plan's own figures."""

from __future__ import annotations

import pytest
from django.utils import translation

from globa.reports.implementation.searching import search
from globa.web.reports.inserting_plan import of_plan
from tests.reports.implementation.told import TOLD


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("stovykla", "plan-money.planned[measure=1.1.2]"),
        ("1.1.1", "plan-money.planned[measure=1.1.1]"),
        ("savivaldybės biudžeto", "plan-money.planned[source=SAV]"),
        ("gavę vaikai", "plan-result.reached[expected=1.1.1-1-1]"),
        ("raketa", None),
        ("", None),
    ],
)
def test_a_figure_is_found_by_words_in_any_form_and_by_number(asked: str, first: str | None) -> None:
    with translation.override("lt"):
        found = [str(key) for key, _said in search(TOLD, asked, 8)]
    assert (found[0] if found else None) == first


def test_each_is_offered_with_its_value_as_it_is_written() -> None:
    with translation.override("lt"):
        (_planned, used) = [one for one in of_plan("stovykla", TOLD) if "1.1.2 " in one.title]
    assert used.choices[0].written == "{plan-money.used[measure=1.1.2]}"
    assert used.choices[0].shown.replace("\xa0", " ") == "701,00 Eur"
