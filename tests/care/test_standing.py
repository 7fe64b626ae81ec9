"""What is said of everybody on a list: one question, what is shown to its asker only."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from globa.care import guardianships
from globa.care.standing import standings
from tests import builders
from tests.builders import Place

TODAY = date(2024, 5, 1)


def test_a_child_lives_somewhere_is_in_care_as_something_and_has_a_file(here: Place) -> None:
    child = builders.child(here)
    builders.stay(here, child)
    guardianships.appoint(
        organisation=here.organisation, child=child, kind="temporary", form="foster_centre", since=date(2022, 3, 18), by=here.worker
    )
    assert [one[1:] for one in standings([child.pk], on=TODAY, user=here.worker)] == [
        ("stay", "home-1", "", "home-1"),
        ("guardianship", "foster_centre", "temporary", ""),
        ("file", "care", "", ""),
    ]


def test_of_another_day_and_of_whoever_was_not_asked_for_nothing_is_said(here: Place) -> None:
    child, other = builders.child(here), builders.child(here, "Rasa")
    builders.stay(here, child, on=TODAY)
    assert {one.what for one in standings([child.pk], on=date(2024, 4, 30), user=here.worker)} == {"file"}
    assert {one.person for one in standings([other.pk], on=TODAY, user=here.worker)} == {other.pk}


def test_of_a_child_of_another_institution_nothing_is_said(
    here: Place, elsewhere: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]]
) -> None:
    with in_the_name_of(elsewhere):
        stranger = builders.child(elsewhere)
        builders.stay(elsewhere, stranger)
    assert list(standings([stranger.pk], on=TODAY, user=here.worker)) == []
