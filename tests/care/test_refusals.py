"""What the room of care refuses, each with its sentence."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from globa.care.away import AwayTime, leave
from globa.care.contracts import CarerContract
from globa.care.dwellings import Bed, Capacity, Dwelling, Room
from globa.care.guardianships import Guardianship, appoint
from globa.care.statuses import Status, state
from globa.care.stays import Stay, add_extra_bed, discharge
from tests import builders
from tests.builders import SINCE, Place
from tests.refusing import NO_DAY, Case, again, change, is_refused, untried

BORN = date(2021, 1, 1)
UNTIL = date(2022, 1, 1)


def capacity(at: Place) -> Capacity:
    return Capacity.objects.create(organisation=at.organisation, dwelling=builders.home(at), places=2, during=(SINCE, None))


def room(at: Place) -> Room:
    return Room.objects.create(organisation=at.organisation, dwelling=builders.home(at), name="1")


def first_bed(at: Place) -> Bed:
    return builders.bed(builders.home(at))


def away(at: Place, **days: Any) -> AwayTime:
    when: dict[str, Any] = {"since": date(2021, 1, 1), "until": date(2021, 2, 1)} | days
    return leave(stay=builders.stay(at), kind="hospital", by=at.worker, **when)


def guardianship(at: Place, **details: Any) -> Guardianship:
    what: dict[str, Any] = {"child": None, "kind": "permanent", "form": "institution", "since": SINCE} | details
    what["child"] = what["child"] or builders.child(at)
    return appoint(organisation=at.organisation, by=at.worker, **what)


def status(at: Place, **details: Any) -> Status:
    what: dict[str, Any] = {"kind": "disability", "condition": "physical", "level": "large"} | details
    return state(organisation=at.organisation, child=builders.child(at), since=SINCE, by=at.worker, **what)


def bed_in_another_homes_room(at: Place) -> None:
    change(builders.bed(builders.home(at, "home-2")), room=room(at))


def two_in_one_bed(at: Place) -> None:
    bed = first_bed(at)
    builders.stay(at, where=bed)
    builders.stay(at, builders.child(at, "Ieva"), bed)


def one_in_two_beds(at: Place) -> None:
    stay = builders.stay(at)
    builders.stay(at, stay.child, builders.bed(builders.home(at, "home-2")))


def in_a_bed_that_has_gone(at: Place) -> None:
    bed = first_bed(at)
    change(bed, during=(SINCE, UNTIL))
    builders.stay(at, where=bed, on=date(2021, 6, 1))


def in_a_home_that_has_closed(at: Place) -> None:
    bed = first_bed(at)
    change(bed.dwelling, during=(SINCE, UNTIL))
    builders.stay(at, where=bed, on=date(2021, 6, 1))


def before_birth(at: Place) -> None:
    builders.stay(at, builders.child(at, born=BORN), on=SINCE)


def away_twice(at: Place) -> None:
    again(away(at), during=(date(2021, 1, 31), date(2021, 3, 1)))


def away_from_anothers_stay(at: Place) -> None:
    change(away(at), child=builders.child(at, "Ieva"))


def shortened_below_the_away_time(at: Place) -> None:
    time = away(at)
    discharge(stay=time.stay, on=date(2021, 1, 15), destination="parents", by=at.worker)


def contract_in_a_community_home(at: Place) -> None:
    change(builders.contract(at), dwelling=builders.home(at))


def second_contract_of_the_carer(at: Place) -> None:
    contract = builders.contract(at)
    again(contract, dwelling=builders.home(at, "carer-2", beds=0, kind="on_duty_carer"))


def taken_bed(at: Place, **changes: Any) -> None:
    bed = first_bed(at)
    builders.stay(at, where=bed)
    change(bed, **changes)


def home_lived_in(at: Place, **changes: Any) -> None:
    home: Dwelling = builders.home(at)
    builders.stay(at, where=builders.bed(home))
    change(home, **changes)


def bed_of_another_home(at: Place) -> None:
    change(builders.stay(at), bed=builders.bed(builders.home(at, "home-2")))


CASES: dict[str, Case] = {
    "dwelling_code_once": lambda at: again(builders.home(at)),
    "dwelling_is_used_a_day": lambda at: change(builders.home(at), during=NO_DAY),
    "dwelling_is_used_while_children_live_there": lambda at: home_lived_in(at, during=(SINCE, UNTIL)),
    "one_capacity_at_a_time": lambda at: again(capacity(at)),
    "capacity_lasts_a_day": lambda at: change(capacity(at), during=NO_DAY),
    "room_once": lambda at: again(room(at)),
    "bed_in_room_of_dwelling": bed_in_another_homes_room,
    "bed_name_once_at_a_time": lambda at: again(first_bed(at)),
    "extra_bed_has_a_reason": lambda at: add_extra_bed(dwelling=builders.home(at), name="3", reason="", on=SINCE, by=at.worker),
    "bed_stands_a_day": lambda at: change(first_bed(at), during=NO_DAY),
    "bed_stands_while_a_child_sleeps_in_it": lambda at: taken_bed(at, during=(SINCE, UNTIL)),
    "stay_setting_is_the_dwellings": lambda at: change(builders.stay(at), setting="on_duty_carer"),
    "stay_in_bed_of_dwelling": bed_of_another_home,
    "child_lives_in_one_place_at_a_time": one_in_two_beds,
    "bed_has_one_child_at_a_time": two_in_one_bed,
    "who_has_left_went_somewhere": lambda at: change(builders.stay(at), during=(SINCE, UNTIL)),
    "who_lives_here_has_not_left": lambda at: change(builders.stay(at), destination="parents"),
    "stay_lasts_a_day": lambda at: discharge(stay=builders.stay(at), on=SINCE, destination="parents", by=at.worker),
    "where_places_are_counted_a_bed_is_named": lambda at: change(builders.stay(at), bed=None),
    "stay_while_the_bed_stands": in_a_bed_that_has_gone,
    "stay_while_the_dwelling_is_used": in_a_home_that_has_closed,
    "stay_covers_its_away_times": shortened_below_the_away_time,
    "stay_not_before_birth": before_birth,
    "away_from_the_childs_stay": away_from_anothers_stay,
    "child_is_away_once_at_a_time": away_twice,
    "away_lasts_a_day": lambda at: away(at, until=date(2021, 1, 1)),
    "away_only_during_the_stay": lambda at: away(at, since=date(2019, 12, 31)),
    "contract_kind_is_the_dwellings": contract_in_a_community_home,
    "carer_has_one_contract_at_a_time": second_contract_of_the_carer,
    "contract_ages_are_in_order": lambda at: builders.contract(at, age_from=12, age_to=11),
    "contract_has_places": lambda at: builders.contract(at, places=0),
    "contract_lasts_a_day": lambda at: change(builders.contract(at), during=NO_DAY),
    "child_has_one_guardianship_at_a_time": lambda at: again(guardianship(at)),
    "guardian_family_is_named": lambda at: guardianship(at, form="family"),
    "institution_is_no_family": lambda at: guardianship(at, household=builders.household(at)),
    "ended_guardianship_says_why": lambda at: change(guardianship(at), during=(SINCE, UNTIL)),
    "guardianship_lasts_a_day": lambda at: change(guardianship(at), during=NO_DAY, ended_by="other"),
    "guardianship_not_before_birth": lambda at: guardianship(at, child=builders.child(at, born=BORN)),
    "status_says_what_its_kind_asks": lambda at: status(at, condition=""),
    "one_such_status_at_a_time": lambda at: again(status(at)),
    "status_lasts_a_day": lambda at: status(at, until=SINCE),
}
ALSO: list[tuple[str, Case]] = [
    ("bed_has_one_child_at_a_time", lambda at: again(stay := builders.stay(at), child=builders.child(at, "Ieva"), bed=stay.bed)),
    ("bed_stands_while_a_child_sleeps_in_it", lambda at: taken_bed(at, during=(date(2020, 1, 2), None))),
    ("status_says_what_its_kind_asks", lambda at: status(at, kind="school")),
    ("status_says_what_its_kind_asks", lambda at: status(at, kind="municipality_of_origin")),
    ("institution_is_no_family", lambda at: guardianship(at, form="foster_centre", relation="kin")),
    ("ended_guardianship_says_why", lambda at: change(guardianship(at), ended_by="adopted")),
    ("away_only_during_the_stay", lambda at: again(away(at), during=(date(2019, 1, 1), date(2019, 2, 1)))),
]


@pytest.mark.parametrize(("name", "case"), [*CASES.items(), *ALSO])
def test_it_is_refused_with_its_sentence(name: str, case: Case, here: Place) -> None:
    is_refused(name, case, here)


def test_no_refusal_is_left_untried() -> None:
    assert untried("care", CASES) == set()


def test_the_next_child_sleeps_in_the_bed_on_the_day_the_first_one_leaves(here: Place) -> None:
    bed = first_bed(here)
    first = builders.stay(here, where=bed)
    discharge(stay=first, on=date(2021, 1, 1), destination="parents", by=here.worker)
    builders.stay(here, builders.child(here, "Ieva"), bed, on=date(2021, 1, 1))
    assert Stay.objects.filter(bed=bed).count() == 2


def test_two_carers_have_each_their_contract(here: Place) -> None:
    builders.contract(here)
    builders.contract(here, code="carer-2")
    assert CarerContract.objects.count() == 2
