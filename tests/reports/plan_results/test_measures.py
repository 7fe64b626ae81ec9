"""What a measure did, by the records of its institutions."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from decimal import Decimal

from django.db import connection
from django.test.utils import CaptureQueriesContext

from globa.casework.cases import CaseKind, open_case
from globa.indicators.people import Over
from globa.planning.plans.activities import Activity, feed
from globa.planning.plans.amending import amend
from globa.planning.plans.lines import PlanLine, set_bodies
from globa.planning.plans.tree import add_measure
from globa.reports.plan_results.counting import counted, results_of
from globa.reports.plan_results.results import MeasureResults
from tests import builders, plans
from tests.builders import Place
from tests.fixtures import Stepping
from tests.reports.plan_results.conftest import recorded

Naming = Callable[[Place], AbstractContextManager[None]]


def talks(at: Place, on: PlanLine, **details: object) -> Activity:
    return feed(line=on, name="Talks", what="service", codes=["consultation"], by=at.worker, **details)  # type: ignore[arg-type]


def meetings(at: Place, on: PlanLine) -> Activity:
    return feed(line=on, name="Meetings", what="event", codes=["self_help_group"], by=at.worker)


def another(at: Place, on: PlanLine, no: str = "1.1.2") -> PlanLine:
    """A line of another measure."""
    return plans.line(at, add_measure(objective=on.measure.objective, no=no, text="Hold meetings", by=at.worker))


def results(on: PlanLine) -> MeasureResults:
    return results_of(plans.plan_of(on))[on.measure_id]


def test_who_came_to_talks_and_meetings_is_one_person(municipality: Place, centre: Place, in_the_name_of: Naming) -> None:
    with in_the_name_of(centre):
        ona, jonas = builders.child(centre, "Ona"), builders.child(centre, "Jonas")
        builders.service(centre, ona, jonas, minutes=30)
        builders.service(centre, ona, minutes=60)
        builders.event(centre, ona, unnamed=4)
    on = plans.line(municipality)
    talks(municipality, on), meetings(municipality, on)
    found = results(on)
    assert found.together is not None
    assert (found.people and found.people.count, found.uses, found.over) == (2, 3, (Over.ACTIVITY, Over.MEASURE))
    assert (found.together.acts, found.together.hours, found.together.cases) == (3, Decimal("3.00"), None)
    assert (found.together.attendances, found.together.unnamed) == (8, 4)
    assert [(one.one.name, one.other.name, one.people.count) for one in found.in_both] == [("Talks", "Meetings", 1)]


def test_children_of_cases_are_people_of_their_own(municipality: Place, centre: Place, in_the_name_of: Naming) -> None:
    """Two cases of one family: the child of both is one person, and a service for it does not make another."""
    with in_the_name_of(centre):
        ona, jonas = builders.child(centre, "Ona"), builders.child(centre, "Jonas")
        for children in ([ona, jonas], [ona]):
            since = date(2023, 5, 2)
            open_case(
                organisation=centre.organisation,
                kind=CaseKind.TEMPORARY_SUPERVISION_ON_REQUEST,
                since=since,
                children=children,
                by=centre.worker,
            )
        builders.service(centre, ona)
    on = plans.line(municipality)
    feed(line=on, name="Cases", what="case", by=municipality.worker)
    talks(municipality, on)
    found = results(on)
    (cases, _talks) = found.activities
    assert (cases.counted.people and cases.counted.people.count, cases.counted.cases, cases.counted.unnamed) == (2, 2, 0)
    assert (found.people and found.people.count) == 2


def test_a_body_counts_its_own_people_and_the_measure_counts_them_once(
    municipality: Place, centre: Place, as_owner: Stepping, in_the_name_of: Naming
) -> None:
    with as_owner():
        other = recorded(builders.place("other", under="visaginas", initials="OT"))
    with in_the_name_of(centre):
        ona = builders.child(centre, "Ona")
        builders.service(centre, ona)
    with as_owner():
        builders.service(other, ona)
    on = plans.line(municipality)
    talks(municipality, on)
    found = results(on)
    assert [(one.body.code, one.counted.people and one.counted.people.count) for one in found.bodies] == [("centre", 1), ("other", 1)]
    assert found.people is not None
    assert (found.people.count, found.people.over) == (1, Over.MEASURE)


def test_before_anything_is_recorded_the_answer_is_not_recorded(municipality: Place, as_owner: Stepping) -> None:
    with as_owner():
        late = recorded(builders.place("late", under="visaginas"), "2023-02-01")
    on = plans.line(municipality)
    talks(municipality, on)
    found = results(on)
    assert found.together is not None
    assert (found.together.recorded, found.people, found.together.acts) == (False, None, None)
    assert found.together.not_recorded_by == (str(late.organisation.pk),)


def test_a_body_elsewhere_is_named_as_not_recorded(municipality: Place, centre: Place, elsewhere: Place) -> None:
    on = plans.line(municipality)
    talks(municipality, on, institution=elsewhere.organisation)
    found = results(on)
    assert found.together is not None
    assert (found.together.acts, found.together.not_recorded_by) == (None, (str(elsewhere.organisation.pk),))


def test_only_the_bodies_of_the_line_count(municipality: Place, centre: Place, as_owner: Stepping, in_the_name_of: Naming) -> None:
    with as_owner():
        other = recorded(builders.place("other", under="visaginas", initials="OT"))
        builders.service(other, builders.child(other))
    with in_the_name_of(centre):
        builders.service(centre)
    on = plans.line(municipality)
    talks(municipality, on)
    assert (results(on).together or on).acts == 2  # type: ignore[union-attr]
    set_bodies(line=on, bodies=[(centre.organisation, "")], by=municipality.worker)
    assert (results(on).together or on).acts == 1  # type: ignore[union-attr]


def test_people_of_two_measures_are_one_person_of_the_municipality(municipality: Place, centre: Place, in_the_name_of: Naming) -> None:
    with in_the_name_of(centre):
        ona = builders.child(centre, "Ona")
        builders.service(centre, ona), builders.event(centre, ona)
    one = plans.line(municipality)
    other = another(municipality, one)
    talks(municipality, one), meetings(municipality, other)
    found = counted(plans.plan_of(one))
    assert [(each.people and each.people.count) for each in found.measures.values()] == [1, 1]
    assert found.municipality is not None
    assert found.municipality.people is not None
    assert (found.municipality.people.count, found.municipality.people.over) == (1, Over.MUNICIPALITY)


def test_a_later_version_has_the_results_of_its_lines(municipality: Place, centre: Place, in_the_name_of: Naming) -> None:
    with in_the_name_of(centre):
        builders.service(centre)
    on = plans.line(municipality)
    talks(municipality, on)
    later = amend(plan=plans.plan_of(plans.approved(municipality, on)), by=municipality.worker)
    (found,) = results_of(later).values()
    assert found.people is not None
    assert found.people.count == 1


def test_the_number_of_queries_does_not_grow_with_the_plan(municipality: Place, centre: Place, in_the_name_of: Naming) -> None:
    on = plans.line(municipality)
    talks(municipality, on)
    with CaptureQueriesContext(connection) as few:
        results(on)
    for no in ("1.1.2", "1.1.3", "1.1.4"):
        meetings(municipality, another(municipality, on, no))
    with CaptureQueriesContext(connection) as many:
        results(on)
    assert len(many) == len(few)
    assert sum('"facts".' in one["sql"] for one in many.captured_queries) == 1
