"""An enquiry has a number, a term, somebody who answers, and an answer with its outcome."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from globa.casework.recruitment.enquiries import Enquiry, answer, enquire, reopen, take
from globa.journal.refusals import Untrue
from tests.builders import Place, versions_of

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 7, 3)


def ask(at: Place, **details: Any) -> Enquiry:
    said: dict[str, Any] = {"channel": "phone", "about": "guardian", "asker": "Rasa", "on": FRIDAY, "asker_phone": "+370 600 1"}
    return enquire(organisation=at.organisation, by=at.worker, **said | details)


def test_the_term_is_counted_in_working_days_without_holidays(here: Place) -> None:
    """6 July is the day of statehood: three working days after Friday end on Thursday."""
    assert ask(here).due_on() == date(2026, 7, 9)


def test_numbers_begin_anew_each_year(here: Place) -> None:
    assert [ask(here).shown_number, ask(here).shown_number, ask(here, on=date(2025, 1, 2)).shown_number] == [
        "HE-2026-1",
        "HE-2026-2",
        "HE-2025-1",
    ]


def test_an_enquiry_is_taken_answered_and_opened_again(here: Place) -> None:
    enquiry = ask(here)
    take(enquiry=enquiry, by=here.worker)
    answer(enquiry=enquiry, on=date(2026, 7, 7), outcome="begins", reply=" Comes on Monday. ", by=here.worker)
    assert (Enquiry.objects.unanswered().count(), enquiry.reply, enquiry.taken_by) == (0, "Comes on Monday.", here.worker)
    reopen(enquiry=enquiry, reason="She called again", by=here.worker)
    assert Enquiry.objects.unanswered().count() == 1
    assert [one.outcome for one in versions_of(enquiry)] == ["", "", "begins", ""]


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        ({"asker_phone": ""}, "somewhere to answer"),
        ({"question": "a" * 3001}, "3000 letters at most"),
    ],
)
def test_what_cannot_be_answered_is_refused(here: Place, details: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Untrue, match=sentence):
        ask(here, **details)


def test_an_answer_is_not_older_than_the_question(here: Place) -> None:
    with pytest.raises(Untrue, match="older than the question"):
        answer(enquiry=ask(here), on=date(2026, 7, 2), outcome="begins", reply="", by=here.worker)


def test_an_answer_says_what_came_of_it(here: Place) -> None:
    with pytest.raises(Untrue, match="what came of it"):
        answer(enquiry=ask(here), on=date(2026, 7, 7), outcome="", reply="", by=here.worker)


def test_enquiries_of_another_centre_are_not_there(here: Place, elsewhere: Place, in_the_name_of: Any) -> None:
    with in_the_name_of(elsewhere):
        ask(elsewhere)
    assert not Enquiry.objects.visible_to(here.worker).exists()
    assert not Enquiry.objects.exists()
