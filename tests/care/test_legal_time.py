"""Guardianships, away-times and statuses: timelines beside the stay, each with its own days."""

from __future__ import annotations

from datetime import date

import pytest

from globa.care.away import AwayTime, come_back, leave
from globa.care.guardianships import Guardianship, appoint, end
from globa.care.statuses import Status, state
from globa.journal.refusals import Untrue
from tests import builders
from tests.builders import SINCE, Place


def test_a_guardianship_need_not_share_its_days_with_the_stay(here: Place) -> None:
    stay = builders.stay(here, on=date(2023, 2, 1))
    guardianship = appoint(
        organisation=here.organisation, child=stay.child, kind="temporary", form="institution", since=date(2023, 2, 6), by=here.worker
    )
    end(guardianship=guardianship, on=date(2024, 1, 8), because="returned_to_parents", by=here.worker)
    assert list(Guardianship.objects.on(date(2024, 1, 7))) == [guardianship]
    assert not Guardianship.objects.on(date(2023, 2, 5)).exists()
    assert stay.during.upper is None


def test_the_next_guardian_is_appointed_on_the_day_the_other_ends(here: Place) -> None:
    child = builders.child(here)
    first = appoint(organisation=here.organisation, child=child, kind="temporary", form="foster_centre", since=SINCE, by=here.worker)
    end(guardianship=first, on=date(2021, 1, 1), because="changed_guardian", by=here.worker)
    family = builders.household(here, "Guardians")
    appoint(
        organisation=here.organisation,
        child=child,
        kind="permanent",
        form="family",
        household=family,
        relation="kin",
        since=date(2021, 1, 1),
        by=here.worker,
    )
    assert Guardianship.objects.get(during__contains=date(2021, 1, 1)).household == family


def test_who_is_away_keeps_the_place(here: Place) -> None:
    stay = builders.stay(here)
    away = leave(stay=stay, kind="hosting", country="IT", since=date(2023, 6, 15), until=None, by=here.worker)
    come_back(away=away, on=date(2023, 9, 1), by=here.worker)
    assert list(AwayTime.objects.on(date(2023, 8, 31))) == [away]
    assert not AwayTime.objects.on(date(2023, 9, 1)).exists()
    with pytest.raises(Untrue, match="The bed is taken"):
        builders.stay(here, builders.child(here, "Ieva"), stay.bed, on=date(2023, 7, 1))


def test_who_comes_back_before_leaving_is_refused_in_words(here: Place) -> None:
    away = leave(stay=builders.stay(here), kind="camp", since=date(2023, 7, 1), until=None, by=here.worker)
    with pytest.raises(Untrue, match="The end is before the beginning"):
        come_back(away=away, on=date(2023, 6, 1), by=here.worker)


def test_a_child_may_have_two_conditions_at_once_and_one_school(here: Place) -> None:
    child = builders.child(here)
    for condition in ("intellectual", "speech"):
        state(
            organisation=here.organisation, child=child, kind="disability", condition=condition, level="small", since=SINCE, by=here.worker
        )
    assert Status.objects.on(SINCE).count() == 2


def test_a_status_ends_before_the_day_it_is_no_longer_true(here: Place) -> None:
    what = {"kind": "disability", "condition": "speech", "since": SINCE, "until": date(2021, 1, 1)}
    status = state(organisation=here.organisation, child=builders.child(here), by=here.worker, **what)  # type: ignore[arg-type]
    assert (status.during.lower, status.during.upper) == (SINCE, date(2021, 1, 1))
    assert not Status.objects.on(date(2021, 1, 1)).exists()
