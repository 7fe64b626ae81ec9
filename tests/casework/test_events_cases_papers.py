"""Events with their people, cases, conclusions and plans."""

from __future__ import annotations

from datetime import date

from globa.casework.cases import close_case, open_case
from globa.casework.conclusions import conclude, recommend
from globa.casework.groups import Course
from globa.casework.plans import assess
from globa.journal.operations import Operation
from tests import builders
from tests.architecture.catalogue import asked
from tests.builders import DAY, Place


def test_an_event_counts_whom_it_names_and_whom_it_does_not(here: Place) -> None:
    event = builders.event(here, builders.person(here), builders.person(here, "Ieva"), unnamed=7)
    assert event.shown_number == "HE-2023-1"
    assert asked("SELECT heads FROM facts.events") == [(9,)]
    assert sorted(asked("SELECT heads, recipient_role FROM facts.attendances")) == [(1, "guardian"), (1, "guardian"), (7, "public")]


def test_a_group_that_meets_twice_is_one_group(here: Place) -> None:
    course = Course.objects.create(organisation=here.organisation, code="group", name="Group", kind="self_help_group")
    for day in (DAY, date(2023, 6, 1)):
        builders.event(here, course=course, on=day)
    assert asked("SELECT count(*), count(DISTINCT course) FROM facts.events") == [(2, 1)]


def test_a_case_has_its_children_and_says_why_it_ended(here: Place) -> None:
    children = [builders.child(here), builders.child(here, "Ieva")]
    case = open_case(organisation=here.organisation, kind="temporary_supervision_on_request", since=DAY, children=children, by=here.worker)
    close_case(case=case, on=date(2023, 8, 1), because="term", by=here.worker)
    assert case.shown_number == "HE-2023-1"
    assert asked("SELECT children, began_on, ended_on FROM facts.cases") == [(2, DAY, date(2023, 8, 1))]
    assert list(Operation.objects.filter(subject=f"casework.case:{case.pk}").order_by("happened_at").values_list("verb", flat=True)) == [
        "casework.open_case",
        "casework.close_case",
    ]


def test_a_conclusion_stands_on_its_paper(here: Place) -> None:
    family = builders.household(here, "Family", builders.person(here))
    conclusion = conclude(
        organisation=here.organisation, household=family, about="guardian", outcome="positive", on=DAY, number="5", by=here.worker
    )
    recommend(organisation=here.organisation, household=family, outcome="negative", on=DAY, number="6", by=here.worker)
    assert (conclusion.paper.kind, conclusion.paper.number) == ("conclusion", "5")
    assert sorted(asked("SELECT kind, about, outcome, first FROM facts.papers")) == [
        ("conclusion", "guardian", "positive", True),
        ("recommendation", "hosting", "negative", True),
    ]


def test_a_plan_made_with_its_assessment_is_of_the_same_day(here: Place) -> None:
    made = assess(organisation=here.organisation, child=builders.child(here), on=DAY, kind="support_plan", by=here.worker)
    assert (made.assessed_on, made.planned_on, made.review_due) == (DAY, DAY, None)
