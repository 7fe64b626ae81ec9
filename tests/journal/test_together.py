"""Questions that do not wait for one another are asked in one trip, and find what they would find alone."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from globa.journal.operations import counting, operation
from globa.journal.together import Asker, asked_together, found_by, in_one_trip
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from tests import builders
from tests.builders import Place

IS_COUNTING = ("SELECT globa_is_counting()", ())


def test_each_question_finds_what_it_finds_alone(here: Place) -> None:
    builders.payer(here)
    questions: list[QuerySet] = [
        Appointment.objects.select_related("user", "organisation").order_by("pk"),
        User.objects.none(),
        User.objects.filter(pk=here.worker.pk).values_list("email", flat=True),
        Organisation.objects.filter(code="100 %").values("code"),
    ]
    with CaptureQueriesContext(connection) as asked:
        found = found_by(*questions)
    assert len(asked) == 1
    assert found == [list(one) for one in questions]


def test_nothing_is_asked_where_nothing_can_be_found(here: Place) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert (found_by(), found_by(User.objects.none())) == ([], [[]])
    assert len(asked) == 0


def test_what_asks_more_once_it_knows_asks_it_in_the_next_trip(here: Place) -> None:
    def twice(times: int) -> Asker[int]:
        for _time in range(times):
            yield User.objects.filter(pk=here.worker.pk)
        return times

    with CaptureQueriesContext(connection) as asked:
        assert asked_together([twice(2), twice(0), twice(1)]) == [2, 0, 1]
    assert len(asked) == 2


def test_counting_is_open_to_the_questions_of_the_trip_and_closed_after_it(here: Place) -> None:
    assert in_one_trip([IS_COUNTING, IS_COUNTING], counting=True) == [[(True,)], [(True,)]]
    assert in_one_trip([IS_COUNTING]) == [[(False,)]]


def test_a_trip_inside_of_counting_leaves_it_open(here: Place) -> None:
    with counting(), counting():
        in_one_trip([IS_COUNTING], counting=True)
        assert in_one_trip([IS_COUNTING]) == [[(True,)]]
    assert in_one_trip([IS_COUNTING]) == [[(False,)]]


@pytest.mark.parametrize("counts", [True, False])
def test_inside_an_operation_the_answers_are_the_same(here: Place, counts: bool) -> None:
    with operation("test.read", by=here.worker, about=here.organisation):
        assert in_one_trip([IS_COUNTING, ("SELECT %s::text", ["100 %"])], counting=counts) == [[(counts,)], [("100 %",)]]
