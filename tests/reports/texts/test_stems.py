"""Words without their endings."""

from __future__ import annotations

import pytest

from globa.reports.texts.stems import stem, stems


@pytest.mark.parametrize(
    "forms",
    [
        "globėjas globėjo globėjai globėjų globėjams globėja",
        "globotojas globotojo globotojai globotojų globotojus",
        "budintis budintys budinčių budinčius budinčiais budinčiam budinti",
        "mergaitė mergaitės mergaičių mergaites",
        "sutartis sutartys sutarčių",
        "posėdis posėdžiai posėdžių",
        "koordinatorius koordinatoriai koordinatorių koordinatorės",
        "vieta vietos vietų vietas",
        "parengta parengtos paruošta paruoštų",
    ],
)
def test_all_forms_of_a_word_are_one(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_a_guardian_is_no_carer() -> None:
    assert stem("globėjų") != stem("globotojų")


def test_little_words_say_nothing() -> None:
    assert stems("iš viso ir pas juos") == [stem("viso")]
