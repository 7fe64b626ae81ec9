"""A name typed by hand finds its person, and nobody of another institution."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from globa.registry.people import OtherName, Person
from globa.web.names.people import found
from tests import builders
from tests.builders import Place


def names(here: Place, text: str) -> list[str]:
    return [person.name for person in found(Person.objects.visible_to(here.worker), text)]


@pytest.mark.parametrize("text", ["Vaišnora", "vaisnora", "Kajus", "kaj", "vaisnora kajus", "Kajus Vaišnra", "KAJUS VAIŠNORA"])
def test_a_person_is_found_however_the_name_was_typed(here: Place, text: str) -> None:
    builders.child(here, "Kajus", family_name="Vaišnora")
    builders.child(here, "Urtė", family_name="Grigaitė")
    assert names(here, text) == ["Kajus Vaišnora"]


def test_every_word_must_be_alike(here: Place) -> None:
    builders.child(here, "Kajus", family_name="Vaišnora")
    assert names(here, "Kajus Petraitis") == []


def test_a_person_is_found_by_an_earlier_name(here: Place) -> None:
    person = builders.person(here, "Rasa", family_name="Stonkienė")
    OtherName.objects.create(person=person, family_name="Rimkutė")
    assert names(here, "rimkute") == ["Rasa Stonkienė"]


@pytest.mark.parametrize("text", ["", "   ", "%", "'; drop table", "x" * 500])
def test_what_is_no_name_finds_nobody(here: Place, text: str) -> None:
    builders.child(here, "Kajus", family_name="Vaišnora")
    assert names(here, text) == []


def test_somebody_of_another_institution_is_not_found(
    here: Place, elsewhere: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]]
) -> None:
    with in_the_name_of(elsewhere):
        builders.child(elsewhere, "Kajus", family_name="Vaišnora")
    assert names(here, "Kajus") == []
