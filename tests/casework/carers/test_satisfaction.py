"""Each carer answers once, the denominator is true, and nothing tells who said what."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from globa.casework.carers.satisfaction import AnsweredAlready, Asked, Survey, Tally, answer, results
from globa.journal.operations import Operation
from globa.journal.refusals import Untrue
from globa.registry.accounts.users import User
from globa.vocabulary.calendar import today
from tests.builders import Place
from tests.casework.carers.carers import as_carer, carer_of, survey_of
from tests.fixtures import Stepping

pytestmark = pytest.mark.django_db
TOMORROW = timedelta(days=1)


def five(at: Place, as_owner: Stepping) -> list[User]:
    return [carer_of(at, as_owner, name) for name in ("rasa", "aldona", "jurga", "milda", "vita")]


def answered(at: Place, survey: Survey, users: list[User], scores: list[int]) -> None:
    for user, score in zip(users, scores, strict=True):
        with as_carer(user, at):
            answer(survey=survey, score=score, by=user)


def test_answers_are_counted_with_their_denominator_after_the_day_of_closing(here: Place, as_owner: Stepping) -> None:
    users = five(here, as_owner)
    survey = survey_of(here, *users, carer_of(here, as_owner, "dalia"), closes_on=today() + TOMORROW)
    answered(here, survey, users, [5, 4, 4, 1, 5])
    now, later = results(here.organisation, today())[0], results(here.organisation, today() + TOMORROW)[0]
    assert (now.asked, now.answered, now.is_open, now.scores) == (6, 5, True, ())
    assert (later.asked, later.answered, later.scores) == (6, 5, ((1, 1), (2, 0), (3, 0), (4, 2), (5, 2)))


def test_of_four_answers_nothing_is_shown(here: Place, as_owner: Stepping) -> None:
    users = five(here, as_owner)
    survey = survey_of(here, *users, closes_on=today() + TOMORROW)
    answered(here, survey, users[:4], [5, 5, 5, 1])
    found = results(here.organisation, today() + TOMORROW)[0]
    assert (found.answered, found.asked, found.scores, found.is_too_few) == (4, 5, (), True)


def test_nobody_answers_twice_or_what_they_were_not_asked(here: Place, as_owner: Stepping) -> None:
    asked, other = carer_of(here, as_owner), carer_of(here, as_owner, "aldona")
    survey = survey_of(here, asked)
    answered(here, survey, [asked], [3])
    for user, score in ((asked, 5), (other, 5)):
        with as_carer(user, here), pytest.raises(AnsweredAlready):
            answer(survey=survey, score=score, by=user)
    assert sum(Tally.objects.values_list("number", flat=True)) == 1


def test_a_closed_question_is_not_answered(here: Place, as_owner: Stepping) -> None:
    carer = carer_of(here, as_owner)
    survey = survey_of(here, carer, closes_on=today() + TOMORROW)
    with as_owner():
        Survey.objects.update(opens_on=today() - 3 * TOMORROW, closes_on=today())
    with as_carer(carer, here), pytest.raises(AnsweredAlready):
        answer(survey=survey, score=5, by=carer)


def test_no_operation_no_history_and_no_mark_of_the_database_joins_an_answer_with_a_person(here: Place, as_owner: Stepping) -> None:
    """Every row of the tally carries the same mark of the last answer, whichever score that gave."""
    carer, other = carer_of(here, as_owner), carer_of(here, as_owner, "aldona")
    survey = survey_of(here, carer, other)
    before = Operation.objects.count()
    answered(here, survey, [carer], [2])
    assert Operation.objects.count() == before
    assert not hasattr(Tally, "pgh_event_model")
    assert not hasattr(Asked, "pgh_event_model")
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT xmin::text || cmin::text), count(*) FROM casework_tally")
        assert cursor.fetchone() == (1, 5)
    assert {field.name for field in Tally._meta.fields} == {"id", "organisation", "survey", "score", "number"}


def test_a_question_that_closes_before_it_opens_is_refused(here: Place) -> None:
    with pytest.raises(Untrue, match="before anybody could answer"):
        survey_of(here, closes_on=today())


def test_a_carer_sees_only_that_she_herself_was_asked(here: Place, as_owner: Stepping) -> None:
    carer, other = carer_of(here, as_owner), carer_of(here, as_owner, "aldona")
    survey_of(here, carer, other)
    with as_carer(carer, here):
        assert [one.person for one in Asked.objects.all()] == [carer.person]
