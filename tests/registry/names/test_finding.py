"""Forms of one family, a slip of the finger, names of other times and of merged records; and nobody who is not opened."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import ProgrammingError, connection, transaction

from globa.registry.names.finding import opened_and_named
from globa.registry.names.index import NameUse, NameWord
from globa.registry.people import OtherName, Person, merge, separate
from globa.registry.registering import register_many
from tests import builders
from tests.builders import SINCE, Place
from tests.fixtures import Stepping


def named(text: str) -> list[str]:
    """By the score, the best first."""
    found = opened_and_named(text)
    return [str(Person.objects.get(pk=key)) for key in found]


def stems(word: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT globa_name_stems(%s)", [word])
        return set(cursor.fetchone()[0])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("family", "stem"),
    [
        ("kazlauskas kazlauskiene kazlauskaite kazlauske kazlauskai", "kazlausk-"),
        ("kairys kairiene kairyte kaire", "kair-"),
        ("butkus butkiene butkuviene butkute butke", "butk-"),
        ("stankevicius stankeviciene stankeviciute stankevice", "stankevic-"),
        ("mazeika mazeikiene mazeikaite", "mazeik-"),
        ("ivanovas ivanova", "ivanov-"),
        ("zukaitis zukaitiene zukaityte zukaite", "zukait-"),
        ("dovgialo", "dovgialo-"),
        ("ras", "ras-"),
    ],
)
def test_all_forms_of_a_family_share_a_stem(family: str, stem: str) -> None:
    assert [word for word in family.split() if stem not in stems(word)] == []


@pytest.mark.parametrize("typed", ["Kazlauskas", "kazlauskiene Ona", "Kazlauskaitė", "O. Kazlauskė", "kazlauskaitw ona", "Kazlasukienė"])
def test_a_woman_is_found_by_any_form_of_her_family(here: Place, typed: str) -> None:
    builders.person(here, "Ona", family_name="Kazlauskienė")
    builders.person(here, "Ona", family_name="Kairienė")
    assert named(typed) == ["Ona Kazlauskienė"]


@pytest.mark.parametrize("typed", ["Domantsa", "Domntas", "Domanttas", "Domintas", "domantas"])
def test_one_slip_is_forgiven(here: Place, typed: str) -> None:
    builders.person(here, "Domantas", family_name="Rimkus")
    assert named(typed) == ["Domantas Rimkus"]


def test_two_slips_are_found_by_letters_three_by_three_when_nobody_is_nearer(here: Place) -> None:
    builders.person(here, "Domantas", family_name="Grigaliūnas")
    assert named("grigaloinas") == ["Domantas Grigaliūnas"]
    builders.person(here, "Rasa", family_name="Grigaloinas")
    assert named("grigaloinas") == ["Rasa Grigaloinas"]


def test_the_name_itself_comes_before_what_is_only_like_it(here: Place) -> None:
    for given, family in (("Rasa", "Rimkevičius"), ("Rasa", "Rimkevičiūtė"), ("Rasa", "Rinkevičius")):
        builders.person(here, given, family_name=family)
    assert named("rasa rimkeviciute") == ["Rasa Rimkevičiūtė", "Rasa Rimkevičius", "Rasa Rinkevičius"]


def test_both_halves_of_a_double_name_are_names(here: Place) -> None:
    builders.person(here, "Ona", family_name="Jonaitytė-Petrauskienė")
    assert (named("petrauskas"), named("Jonaitytė"), named("jonaityte petrauskiene ona")) == (["Ona Jonaitytė-Petrauskienė"],) * 3


def test_a_name_of_other_times_and_of_another_script_is_found_until_it_is_changed(here: Place) -> None:
    person = builders.person(here, "Rasa", family_name="Stonkienė")
    other = OtherName.objects.create(person=person, family_name="Rimkutė")
    OtherName.objects.create(person=person, family_name="Стонкене", script="cyrillic")
    assert (named("rimkus"), named("стонкене")) == (["Rasa Stonkienė"], ["Rasa Stonkienė"])
    other.family_name = "Kalnietė"
    other.save()
    assert (named("rimkus"), named("kalnietis")) == ([], ["Rasa Stonkienė"])


def test_the_names_of_a_merged_record_lead_to_the_one_that_stays(here: Place) -> None:
    stays, goes = builders.person(here, "Rasa", family_name="Stonkienė"), builders.person(here, "Rasa", family_name="Rimkutė")
    merge(organisation=here.organisation, duplicate=goes, into=stays, by=here.worker, reason="the same")
    assert named("rimkute") == ["Rasa Stonkienė"]
    separate(organisation=here.organisation, person=goes, by=here.worker, reason="not the same")
    assert named("rimkute") == ["Rasa Rimkutė"]


def test_many_people_are_indexed_by_one_statement(here: Place) -> None:
    people = [(Person(given_name="Rasa", family_name=family), "care", SINCE) for family in ("Butkus", "Rimkus")]
    register_many(organisation=here.organisation, people=people, by=here.worker)
    assert sorted(named("rasa")) == ["Rasa Butkus", "Rasa Rimkus"]


def test_nobody_of_another_institution_is_a_candidate(
    here: Place, elsewhere: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]]
) -> None:
    with in_the_name_of(elsewhere):
        builders.child(elsewhere, "Kajus", family_name="Vaišnora")
        assert named("kajus vaisnora") == ["Kajus Vaišnora"]
    assert opened_and_named("kajus vaisnora") == {}


@pytest.mark.parametrize("table", ["registry_nameword", "registry_nameuse"])
def test_the_web_cannot_read_the_index(here: Place, table: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {table}")


@pytest.mark.parametrize("call", ["globa_people_named('ona', NULL, 9)", "globa_name_candidates('{ona}', NULL, 9, true)"])
def test_the_web_cannot_ask_about_everybody(here: Place, call: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {call}")


def test_a_question_that_nobody_asks_is_an_error(db: None) -> None:
    with pytest.raises(ProgrammingError, match="no actor"):
        opened_and_named("ona")


def test_what_is_missing_in_the_index_is_added_and_words_of_nobody_go(here: Place, as_owner: Stepping) -> None:
    person = builders.person(here, "Rasa", family_name="Stonkienė")
    with as_owner(), connection.cursor() as cursor:
        NameUse.objects.all().delete()
        NameWord.objects.create(spelled="nobody", spellings=["nobody"])
        cursor.execute("SELECT globa_keep_names(obj_description('registry_nameword'::regclass))")
        assert not NameWord.objects.filter(spelled="nobody").exists()
    assert list(opened_and_named("stonkus")) == [person.pk]
