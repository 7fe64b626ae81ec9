"""What casework refuses, each with its sentence."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from globa.casework.carers import planned, satisfaction
from globa.casework.carers.messages import Message, reply
from globa.casework.carers.planned import PlannedMeeting
from globa.casework.carers.satisfaction import Asked, Survey, Tally
from globa.casework.cases import Case as OpenCase
from globa.casework.cases import CaseChild, open_case
from globa.casework.groups import Course
from globa.casework.plans import AssessmentWithPlan, assess
from globa.casework.recruitment.enquiries import Enquiry, enquire
from globa.casework.services import Recipient
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import DAY, Place
from tests.refusing import NO_DAY, Case, again, change, is_refused, untried

BORN = date(2021, 1, 1)
LATELY, BEFORE = date(2023, 5, 5), date(2023, 5, 1)
TOMORROW = today() + timedelta(days=1)


def case(at: Place) -> OpenCase:
    return open_case(
        organisation=at.organisation,
        kind="temporary_supervision_on_request",
        since=DAY,
        children=[builders.child(at)],
        by=at.worker,
    )


def course(at: Place, kind: str = "self_help_group") -> Course:
    return Course.objects.create(organisation=at.organisation, code="group", name="Group", kind=kind)


def plan(at: Place, **details: Any) -> AssessmentWithPlan:
    what: dict[str, Any] = {"on": DAY, "kind": "support_plan"} | details
    return assess(organisation=at.organisation, child=what.pop("child", None) or builders.child(at), by=at.worker, **what)


def service_before_birth(at: Place) -> None:
    builders.service(at, builders.child(at, born=BORN), on=date(2020, 5, 5))


def event_before_birth(at: Place) -> None:
    builders.event(at, builders.child(at, born=BORN), on=date(2020, 5, 5))


def twice_in_the_list(at: Place) -> None:
    child = builders.child(at)
    builders.service(at, child, child)


def twice_at_the_event(at: Place) -> None:
    person = builders.person(at)
    builders.event(at, person, person)


def enquiry(at: Place, **details: Any) -> Enquiry:
    asked: dict[str, Any] = {"asker": "Ona", "asker_phone": "1", "channel": "phone", "about": "on_duty_carer"} | details
    return enquire(organisation=at.organisation, on=DAY, by=at.worker, **asked)


def answered(at: Place, **changes: Any) -> None:
    change(enquiry(at), **({"taken_by": at.worker, "answered_on": DAY, "outcome": "informed"} | changes))


def message(at: Place, letter: str = "On Monday.") -> Message:
    return reply(organisation=at.organisation, carer=builders.person(at), letter=letter, by=at.worker)


def meeting(at: Place) -> PlannedMeeting:
    return planned.plan(organisation=at.organisation, carer=builders.person(at), kind="visit", on=DAY, by=at.worker)


def survey(at: Place) -> Survey:
    people = [builders.person(at)]
    return satisfaction.ask(organisation=at.organisation, sentence="How is it?", closes_on=TOMORROW, people=people, by=at.worker)


def counted(at: Place) -> Tally:
    return Tally.objects.create(organisation=at.organisation, survey=survey(at), score=5)


CASES: dict[str, Case] = {
    "enquiry_number_once": lambda at: again(enquiry(at)),
    "enquiry_year_is_of_its_day": lambda at: change(enquiry(at), year=2022),
    "enquiry_says_how_to_answer": lambda at: enquiry(at, asker_phone=""),
    "erased_enquiry_names_nobody": lambda at: change(enquiry(at), erased_on=DAY),
    "enquiry_is_of_a_readable_length": lambda at: enquiry(at, question="x" * 3001),
    "answer_to_an_enquiry_is_whole": lambda at: answered(at, outcome=""),
    "enquiry_is_answered_after_it_came": lambda at: answered(at, answered_on=DAY - timedelta(days=1)),
    "message_is_of_a_readable_length": lambda at: message(at, "x" * 3001),
    "message_is_written_by_the_carer": lambda at: again(message(at), is_answer=False),
    "message_stays_as_written": lambda at: change(message(at), letter="On Tuesday."),
    "meeting_planned_once": lambda at: again(meeting(at)),
    "survey_lasts_a_day": lambda at: change(survey(at), closes_on=DAY),
    "asked_once": lambda at: again(Asked.objects.get(survey=survey(at))),
    "one_tally_a_score": lambda at: again(counted(at)),
    "case_number_once": lambda at: again(case(at)),
    "case_is_open_a_day": lambda at: change(case(at), during=NO_DAY, ended_by="term"),
    "ended_case_says_why": lambda at: change(case(at), ended_by="term"),
    "child_once_in_a_case": lambda at: again(CaseChild.objects.get(case=case(at))),
    "service_number_once": lambda at: again(builders.service(at)),
    "service_is_not_in_the_future": lambda at: builders.service(at, on=TOMORROW),
    "service_takes_time": lambda at: builders.service(at, minutes=0),
    "service_year_is_of_its_day": lambda at: change(builders.service(at), year=2022),
    "recipient_once": twice_in_the_list,
    "service_moved_before_birth": lambda at: change(builders.service(at, builders.child(at, born=LATELY)), happened_on=BEFORE),
    "event_moved_before_birth": lambda at: change(builders.event(at, builders.child(at, born=LATELY)), happened_on=BEFORE),
    "service_not_before_birth": service_before_birth,
    "course_code_once": lambda at: again(course(at)),
    "event_kind_is_the_courses": lambda at: builders.event(at, course=course(at, "gimk_basic")),
    "event_number_once": lambda at: again(builders.event(at)),
    "event_is_not_in_the_future": lambda at: builders.event(at, on=TOMORROW),
    "event_takes_time": lambda at: change(builders.event(at), minutes=0),
    "event_year_is_of_its_day": lambda at: change(builders.event(at), year=2022),
    "attends_once": twice_at_the_event,
    "event_not_before_birth": event_before_birth,
    "plan_follows_assessment": lambda at: plan(at, planned_on=DAY - timedelta(days=1)),
    "review_follows_plan": lambda at: plan(at, review_due=DAY),
    "assessment_not_before_birth": lambda at: plan(at, child=builders.child(at, born=BORN), on=date(2020, 5, 5)),
}
ALSO: list[tuple[str, Case]] = [
    ("service_takes_time", lambda at: builders.service(at, minutes=1441)),
    ("ended_case_says_why", lambda at: change(case(at), during=(DAY, DAY + timedelta(days=9)))),
    (
        "service_not_before_birth",
        lambda at: again(Recipient.objects.get(service=builders.service(at)), person=builders.child(at, born=TOMORROW)),
    ),
]


@pytest.mark.parametrize(("name", "case_of"), [*CASES.items(), *ALSO])
def test_it_is_refused_with_its_sentence(name: str, case_of: Case, here: Place) -> None:
    is_refused(name, case_of, here)


def test_no_refusal_is_left_untried() -> None:
    assert untried("casework", CASES) == set()


def test_what_happened_today_is_recorded_today(here: Place) -> None:
    assert builders.service(here, on=today()).recorded_on == today()
