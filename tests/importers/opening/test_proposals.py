"""What a row would become, and what is wrong at which cell."""

from __future__ import annotations

from datetime import date

import pytest

from globa.care.stays import Origin
from globa.registry.people import Sex
from tests import builders
from tests.builders import Place
from tests.importers.opening.conftest import Proposing

GOOD = "Kajus;Vaišnora;2012-03-04;berniukas;51203040001;home-1;2;2023-05-10;iš tėvų;Alytaus miesto savivaldybė"


def test_a_whole_row_says_everything_about_a_child(here: Place, proposed: Proposing) -> None:
    home = builders.home(here)
    [one] = proposed([GOOD])
    assert one.problems == []
    assert (one.name, one.birth_date, one.sex) == ("Kajus Vaišnora", date(2012, 3, 4), Sex.MALE)
    assert (one.bed, one.since, one.origin) == (builders.bed(home, "2"), date(2023, 5, 10), Origin.PARENTS)
    assert one.municipality is not None
    assert one.municipality.code == "alytus-city"


def test_a_personal_code_fills_in_birth_and_sex(here: Place, proposed: Proposing) -> None:
    builders.home(here)
    [one] = proposed(["Kajus;Vaišnora;;;51203040001;home-1;;2023 05 10;kita;"])
    assert (one.birth_date, one.sex, one.is_good) == (date(2012, 3, 4), Sex.MALE, True)


@pytest.mark.parametrize(
    ("row", "role"),
    [
        (";;2012-03-04;;;home-1;;2023-05-10;kita;", "family_name"),
        ("Kajus;V;2012-13-04;;;home-1;;2023-05-10;kita;", "birth_date"),
        ("Kajus;V;2012-03-04;m;;home-1;;2023-05-10;kita;", "sex"),
        ("Kajus;V;2012-03-04;;51203040002;home-1;;2023-05-10;kita;", "personal_code"),
        ("Kajus;V;2012-03-05;;51203040001;home-1;;2023-05-10;kita;", "personal_code"),
        ("Kajus;V;2012-03-04;;;Nežinia;;2023-05-10;kita;", "home"),
        ("Kajus;V;2012-03-04;;;home-1;7;2023-05-10;kita;", "bed"),
        ("Kajus;V;2012-03-04;;;home-1;;;kita;", "since"),
        ("Kajus;V;2012-03-04;;;home-1;;2026-02-01;kita;", "since"),
        ("Kajus;V;2022-03-04;;;home-1;;2021-02-01;kita;", "since"),
        ("Kajus;V;2012-03-04;;;home-1;;2019-02-01;kita;", "since"),
        ("Kajus;V;2012-03-04;;;home-1;;2023-05-10;;", "origin"),
        ("Kajus;V;2012-03-04;;;home-1;;2023-05-10;kita;Atlantidos", "municipality"),
    ],
)
def test_what_is_wrong_stands_at_its_cell(here: Place, proposed: Proposing, row: str, role: str) -> None:
    builders.home(here)
    assert [problem.role for problem in proposed([row])[0].problems] == [role]


def test_a_bed_that_is_named_is_not_given_to_an_earlier_row(here: Place, proposed: Proposing) -> None:
    home = builders.home(here)
    first, second = proposed(["Ona;A;;;;home-1;;2023-05-10;kita;", "Jonas;B;;;;home-1;1;2023-05-10;kita;"])
    assert (first.bed, second.bed) == (builders.bed(home, "2"), builders.bed(home, "1"))


def test_more_children_than_beds_are_told(here: Place, proposed: Proposing) -> None:
    builders.home(here, beds=1)
    builders.stay(here, builders.child(here, "Zita"), builders.bed(builders.home(here, "home-2", beds=1)))
    rows = proposed([f"Vaikas;{name};;;;{home};;2023-05-10;kita;" for name, home in (("A", "home-1"), ("B", "home-1"), ("C", "home-2"))])
    assert [one.is_good for one in rows] == [True, False, False]


def test_a_child_of_the_files_is_recognised_by_code_or_by_names_and_birthday(here: Place, proposed: Proposing) -> None:
    builders.home(here)
    kajus = builders.child(here, "Kajus", family_name="Vaišnora", personal_code="51203040001")
    ona = builders.child(here, "Ona", date(2014, 1, 2), family_name="Žilė")
    rows = proposed(["Kajetonas;V;;;51203040001;home-1;;2023-05-10;kita;", "ONA;Zile;2014-01-02;;;home-1;;2023-05-10;kita;"])
    assert [one.likely for one in rows] == [kajus, ona]


def test_who_lives_here_already_is_not_admitted_again(here: Place, proposed: Proposing) -> None:
    home = builders.home(here)
    builders.stay(here, builders.child(here, "Kajus", family_name="Vaišnora"), builders.bed(home))
    [one] = proposed(["Kajus;Vaišnora;2012-03-04;;;home-1;;2023-05-10;kita;"])
    assert [problem.said for problem in one.problems] == ["Recorded already: home-1, since 2020-01-01."]


def test_the_same_child_twice_in_the_table_is_told(here: Place, proposed: Proposing) -> None:
    builders.home(here)
    row = "Kajus;Vaišnora;2012-03-04;;;home-1;;2023-05-10;kita;"
    first, second = proposed([row, row])
    assert first.is_good
    assert [problem.said for problem in second.problems] == ["The same child stands in row 2."]
