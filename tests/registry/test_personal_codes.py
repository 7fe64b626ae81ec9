"""Personal codes: checked, sealed to their row, found by exact match only. The codes here end in 000x: nobody has them."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from pytest_django import Settings

from globa.journal.keys import new_key
from globa.registry import personal_codes
from globa.registry.people import Person, Precision
from globa.registry.personal_codes import CodeDisagrees, UnreadableCode, WrongPersonalCode
from tests import builders
from tests.builders import Place

WOMANS, BOYS = "48805010007", "51203040001"


@pytest.mark.parametrize("wrong", ["48805010008", "4880501000", "488050100071", "48813010007", "abcdefghijk", ""])
def test_digits_that_do_not_fit_together_are_refused(wrong: str) -> None:
    with pytest.raises(WrongPersonalCode) as refused:
        personal_codes.cleaned(wrong)
    assert refused.value.at == "personal_code"


def test_a_code_fills_in_birth_and_sex_that_are_not_known() -> None:
    person = Person()
    person.set_personal_code(f" {WOMANS} ")
    assert (person.birth_date, person.sex, person.personal_code) == (date(1988, 5, 1), "female", WOMANS)


@pytest.mark.parametrize("known", [{"birth_date": date(1988, 5, 2)}, {"sex": "male"}])
def test_a_code_that_says_another_birth_or_sex_is_refused(known: dict[str, object]) -> None:
    with pytest.raises(CodeDisagrees):
        Person(**known).set_personal_code(WOMANS)


def test_an_about_date_does_not_contradict_the_code() -> None:
    person = Person(birth_date=date(1988, 1, 1), birth_precision=Precision.ABOUT)
    person.set_personal_code(WOMANS)
    assert person.birth_date == date(1988, 1, 1)


@pytest.mark.django_db
def test_a_person_is_found_by_the_whole_code_and_by_no_part_of_it(here: Place) -> None:
    person = builders.person(here, personal_code=WOMANS)
    builders.child(here, personal_code=BOYS)
    assert list(Person.objects.with_personal_code(WOMANS)) == [person]
    with pytest.raises(WrongPersonalCode):
        Person.objects.with_personal_code(WOMANS[:6])


@pytest.mark.django_db
def test_the_database_does_not_know_the_code(here: Place) -> None:
    builders.person(here, personal_code=WOMANS)
    with connection.cursor() as cursor:
        for table in ("registry_person", "registry_personevent"):
            cursor.execute(f"SELECT string_agg({table}::text, '') FROM {table}")
            written = cursor.fetchone()[0]
            assert WOMANS not in written
            assert WOMANS.encode().hex() not in written


def test_a_code_copied_to_another_row_does_not_open() -> None:
    sealed = personal_codes.encrypt(WOMANS, new_key())
    with pytest.raises(UnreadableCode):
        personal_codes.decrypt(sealed, new_key())


def test_the_same_code_is_sealed_differently_each_time() -> None:
    row = new_key()
    assert personal_codes.encrypt(WOMANS, row) != personal_codes.encrypt(WOMANS, row)


def test_after_a_new_key_old_codes_still_open_and_new_ones_are_sealed_with_it(settings: Settings) -> None:
    row = new_key()
    old = personal_codes.encrypt(WOMANS, row)
    settings.GLOBA_KEYS = {**settings.GLOBA_KEYS, "second": b"2" * 32}
    settings.GLOBA_CURRENT_KEY = "second"
    new = personal_codes.encrypt(WOMANS, row)
    assert new.startswith(b"second:")
    assert [personal_codes.decrypt(sealed, row) for sealed in (old, new)] == [WOMANS, WOMANS]


def test_without_its_key_a_code_is_unreadable_and_it_is_said_what_to_do(settings: Settings) -> None:
    row = new_key()
    sealed = personal_codes.encrypt(WOMANS, row)
    settings.GLOBA_KEYS = {"second": b"2" * 32}
    with pytest.raises(UnreadableCode, match="ask the administrator"):
        personal_codes.decrypt(sealed, row)


@pytest.mark.parametrize(("code", "sex"), [(WOMANS, "female"), (BOYS, "male"), ("91203040001", "unknown")])
def test_the_first_digit_says_the_sex(code: str, sex: str) -> None:
    assert personal_codes.sex_in(code) == sex
