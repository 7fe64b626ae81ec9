"""What feeds a line is named by a person, follows the line through versions, and is no part of what was approved."""

from __future__ import annotations

from typing import Any

import pytest

from globa.planning.plans.activities import Activity, UnknownKinds, change_activity, feed, kinds_of, withdraw_activity
from globa.planning.plans.amending import amend
from globa.registry.organisations import Organisation
from tests import plans
from tests.builders import Place
from tests.refusing import Case, is_refused


def fed(at: Place, **details: Any) -> Activity:
    filled: dict[str, Any] = {"name": "Consultations", "what": "service", "codes": ["consultation"]}
    return feed(line=plans.line(at), by=at.worker, **filled | details)


CASES: dict[str, Case] = {
    "activity_has_a_name": lambda at: fed(at, name=" "),
    "activity_takes_something": lambda at: fed(at, codes=[]),
    "only_services_are_paid_for": lambda at: fed(at, what="stay", codes=[], payer="project"),
    "activity_is_of_an_institution": lambda at: fed(at, institution=Organisation.objects.get(code="visaginas")),
}


@pytest.mark.parametrize(("name", "case"), CASES.items())
def test_it_is_refused_with_its_sentence(name: str, case: Case, municipality: Place) -> None:
    is_refused(name, case, municipality)


def test_an_unknown_kind_is_refused_by_name(municipality: Place) -> None:
    with pytest.raises(UnknownKinds, match="There is no such kind: massage"):
        fed(municipality, codes=["consultation", "massage"])


def test_every_sort_of_record_has_kinds_to_choose(municipality: Place) -> None:
    for what in ("service", "event", "stay", "guardianship", "contract", "case"):
        assert kinds_of(what)


def test_an_approved_plan_may_still_say_what_feeds_it(municipality: Place) -> None:
    on = plans.approved(municipality, plans.line(municipality))
    activity = feed(line=on, name="Consultations", what="service", codes=["consultation"], by=municipality.worker)
    change_activity(activity=activity, by=municipality.worker, codes=["consultation", "mediation"][:1], name="Talks ")
    assert (activity.name, activity.codes) == ("Talks", ["consultation"])


def test_activities_follow_their_line_into_the_next_version(municipality: Place) -> None:
    activity = fed(municipality)
    plan = plans.plan_of(plans.approved(municipality, activity.line))
    later = amend(plan=plan, by=municipality.worker)
    assert list(Activity.objects.of_plan(later)) == [activity]
    withdraw_activity(activity=activity, by=municipality.worker, reason="Named twice")
    assert not Activity.objects.of_plan(plan).exists()
