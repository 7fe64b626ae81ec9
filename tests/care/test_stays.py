"""Where a child lives: admit, discharge, move, correct."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from globa.care.dwellings import Bed
from globa.care.stays import (
    AlreadyLeft,
    CountedBed,
    Destination,
    Origin,
    Stay,
    add_extra_bed,
    admit,
    correct,
    discharge,
    move,
    remove_extra_bed,
)
from globa.journal.operations import AlreadyDone, Operation
from globa.journal.refusals import Untrue
from globa.vocabulary.period import Period
from tests import builders
from tests.builders import Place


def test_who_is_admitted_lives_there_until_further_notice(here: Place) -> None:
    stay = builders.stay(here, on=date(2023, 2, 1))
    assert (stay.began_on, stay.ended_on, stay.setting, stay.destination) == (date(2023, 2, 1), None, "community_home", "")


def test_the_day_of_leaving_is_no_longer_a_day_of_the_stay(here: Place) -> None:
    stay = builders.stay(here, on=date(2023, 2, 1))
    discharge(stay=stay, on=date(2023, 3, 1), destination=Destination.PARENTS, by=here.worker)
    assert list(Stay.objects.on(date(2023, 2, 28))) == [stay]
    assert list(Stay.objects.on(date(2023, 3, 1))) == []
    assert stay.days_in(Period.year(2023)) == 28


def test_who_has_left_cannot_leave_again(here: Place) -> None:
    stay = builders.stay(here)
    discharge(stay=stay, on=date(2023, 3, 1), destination=Destination.PARENTS, by=here.worker)
    with pytest.raises(AlreadyLeft):
        discharge(stay=stay, on=date(2023, 4, 1), destination=Destination.ADOPTED, by=here.worker)


def test_a_move_inside_the_institution_is_one_operation_and_no_flow(here: Place) -> None:
    stay = builders.stay(here, on=date(2023, 1, 1))
    moved = move(stay=stay, to=builders.bed(builders.home(here, "home-2")), on=date(2023, 5, 1), by=here.worker)
    stay.refresh_from_db()
    assert (stay.ended_on, stay.destination) == (date(2023, 5, 1), "same_institution")
    assert (moved.began_on, moved.origin, moved.child_id) == (date(2023, 5, 1), "same_institution", stay.child_id)
    assert list(Operation.objects.filter(verb__in=["care.move", "care.discharge"]).values_list("verb", flat=True)) == ["care.move"]


def test_a_move_from_a_home_to_a_carer_says_so_on_both_sides(here: Place) -> None:
    stay = builders.stay(here)
    contract = builders.contract(here)
    moved = move(stay=stay, to=builders.bed(contract.dwelling), on=date(2023, 5, 1), by=here.worker, carer=contract.carer)
    stay.refresh_from_db()
    assert (stay.destination, moved.origin, moved.setting, moved.carer) == (
        "on_duty_carer", "community_home", "on_duty_carer", contract.carer,
    )  # fmt: skip


def test_a_move_that_is_refused_leaves_the_child_where_it_was(here: Place) -> None:
    home = builders.home(here)
    builders.stay(here, where=builders.bed(home, "1"))
    stay = builders.stay(here, builders.child(here, "Ieva"), builders.bed(home, "2"))
    with pytest.raises(Untrue, match="The bed is taken"):
        move(stay=stay, to=builders.bed(home, "1"), on=date(2023, 5, 1), by=here.worker)
    assert Stay.objects.get(pk=stay.pk).ended_on is None


def test_an_emergency_gets_a_bed_above_the_counted_ones_with_its_reason(here: Place) -> None:
    home = builders.home(here, beds=1)
    builders.stay(here, where=builders.bed(home))
    extra = add_extra_bed(dwelling=home, name="extra", reason="Brothers, at night", on=date(2023, 5, 1), by=here.worker)
    admit(child=builders.child(here, "Ieva"), bed=extra, on=date(2023, 5, 1), origin=Origin.PARENTS, by=here.worker)
    assert Bed.objects.get(is_extra=True).reason == "Brothers, at night"
    assert Operation.objects.get(verb="care.add_extra_bed").reason == "Brothers, at night"


def test_pressing_save_twice_admits_once(here: Place) -> None:
    child, bed, once = builders.child(here), builders.bed(builders.home(here)), uuid.uuid4()
    stay = admit(child=child, bed=bed, on=date(2023, 1, 1), origin=Origin.PARENTS, by=here.worker, once=once)
    with pytest.raises(AlreadyDone) as done:
        admit(child=child, bed=bed, on=date(2023, 1, 1), origin=Origin.PARENTS, by=here.worker, once=once)
    assert done.value.subject == f"care.stay:{stay.pk}"
    assert Stay.objects.count() == 1


def test_a_correction_keeps_the_old_version_with_who_and_why(here: Place) -> None:
    stay = builders.stay(here, origin=Origin.PARENTS)
    correct(stay=stay, by=here.worker, reason="The act says so", origin=Origin.TEMPORARY_GUARDIANS)
    versions = builders.versions_of(stay)
    assert [(event.pgh_label, event.origin) for event in versions] == [("added", "parents"), ("changed", "temporary_guardians")]
    done = Operation.objects.get(pk=versions[-1].pgh_context.metadata["operation"])
    assert (done.verb, done.reason, done.actor_id) == ("care.correct_stay", "The act says so", here.worker.pk)


def test_a_stay_needs_a_place(here: Place) -> None:
    with pytest.raises(ValueError, match="a bed or a dwelling"):
        admit(child=builders.child(here), on=date(2023, 1, 1), origin=Origin.PARENTS, by=here.worker)


def test_days_of_a_stay_are_counted_inside_the_period_only(here: Place) -> None:
    stay = builders.stay(here, on=date(2022, 12, 30))
    assert [stay.days_in(Period.year(year)) for year in (2021, 2022, 2023)] == [0, 2, 365]


def test_a_counted_bed_is_not_taken_away_like_an_extra_one(here: Place) -> None:
    counted = builders.bed(builders.home(here))
    with pytest.raises(CountedBed):
        remove_extra_bed(bed=counted, on=date(2023, 5, 1), by=here.worker)
    assert Bed.objects.get(pk=counted.pk).during.upper is None
