"""What a sentence may tell of a person."""

from __future__ import annotations

import pytest

from globa.publication.telling import Kind, told_in
from tests import builders
from tests.builders import Place

pytestmark = pytest.mark.django_db


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for told in told_in([text]).values() for one in told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Padėjo V. Pavyzdys.", [(Kind.NAME, "V. Pavyzdys")]),
        ("Kalbėta su Kazlauskiene apie globą.", [(Kind.NAME, "Kazlauskiene")]),
        ("Kodas 38001010011 klaidingas.", [(Kind.CODE, "38001010011")]),
        ("Skambinti +370 612 34567 arba 8 612 34567.", [(Kind.PHONE, "+370 612 34567"), (Kind.PHONE, "8 612 34567")]),
        ("Rašyti ona@centras.example darbo dienomis.", [(Kind.MAIL, "ona@centras.example")]),
        ("Gyvena Beržų g. 12-4 nuo vasaros.", [(Kind.HOME, "Gyvena Beržų g. 12-4")]),
        ("Panaudota 183 377,44 Eur, suteikta 2 151 konsultacija 19 vaikų.", []),
        ("Visagino savivaldybė išlaikė globos centrą.", []),
    ],
)
def test_shapes_are_found_and_money_is_not(text: str, told: list[tuple[str, str]]) -> None:
    assert found(text) == told


def test_a_given_name_of_the_files_is_found_in_any_case_with_its_family_name(here: Place) -> None:
    builders.person(here, "Jonas")
    assert found("Suteikta pagalba Jonui Pavyzdžiui.") == [(Kind.NAME, "Jonui Pavyzdžiui")]
    assert found("Tarybos sprendimu lėšos padidintos.") == []
