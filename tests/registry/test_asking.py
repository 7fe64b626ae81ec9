"""Asking for a file that another institution keeps: put before it without a word of where, answered, ended by itself."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest

from globa.registry import personal_codes
from globa.registry.access import level_of
from globa.registry.asking import FileQuestion, FileRequest, NobodyKeepsIt, answer, ask, withdraw
from globa.registry.involvement import Involvement
from globa.registry.people import Person
from globa.registry.sealing import Seal
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import SINCE, Place
from tests.fixtures import Stepping

Named = Callable[[Place], AbstractContextManager[None]]
CODE, WHY = "51203040012", "The child came to a carer of ours."
UNTIL = timedelta(days=30)


@pytest.fixture
def child(elsewhere: Place, in_the_name_of: Named) -> Person:
    with in_the_name_of(elsewhere):
        return builders.child(elsewhere, "Kajus", personal_code=CODE)


def asked(here: Place, code: str = CODE) -> FileRequest:
    lookup = personal_codes.lookup_form(code)
    return ask(organisation=here.organisation, code_lookup=lookup, purpose="help", why=WHY, until=today() + UNTIL, by=here.worker)


def test_the_asker_knows_nothing_until_the_keeper_opened_it(here: Place, elsewhere: Place, child: Person, in_the_name_of: Named) -> None:
    request = asked(here)
    assert FileQuestion.objects.count() == 0
    assert level_of(here.worker, child) is None
    with in_the_name_of(elsewhere):
        question = FileQuestion.objects.get()
        assert (question.person, question.asker, question.needed_for) == (child, here.organisation, WHY)
        answer(question=question, is_opened=True, words="", by=elsewhere.worker)
    request.refresh_from_db()
    assert (request.is_opened, request.person, request.answered_by) == (True, child, elsewhere.worker)
    file = Involvement.objects.get(person=child)
    assert (file.organisation, file.purpose, file.during.lower, file.during.upper) == (here.organisation, "help", today(), today() + UNTIL)
    assert level_of(here.worker, child) is not None


def test_it_ends_by_itself(here: Place, elsewhere: Place, child: Person, in_the_name_of: Named, as_owner: Stepping) -> None:
    asked(here)
    with in_the_name_of(elsewhere):
        answer(question=FileQuestion.objects.get(), is_opened=True, words="", by=elsewhere.worker)
    with as_owner():
        Involvement.objects.filter(organisation=here.organisation, person=child).update(during=(SINCE, today()))
    assert level_of(here.worker, child) is None


def test_a_refusal_says_why_and_opens_nothing(here: Place, elsewhere: Place, child: Person, in_the_name_of: Named) -> None:
    request = asked(here)
    with in_the_name_of(elsewhere):
        answer(question=FileQuestion.objects.get(), is_opened=False, words="She works with us.", by=elsewhere.worker)
    request.refresh_from_db()
    assert (request.is_opened, request.given_answer, request.person) == (False, "She works with us.", None)
    assert level_of(here.worker, child) is None


def test_what_was_withdrawn_waits_nowhere(here: Place, elsewhere: Place, child: Person, in_the_name_of: Named) -> None:
    withdraw(request=asked(here), by=here.worker)
    with in_the_name_of(elsewhere):
        assert FileQuestion.objects.waiting().count() == 0
        assert FileQuestion.objects.get().withdrawn_on == today()


@pytest.mark.parametrize("code", ["51203040023", ""])
def test_of_a_code_that_nobody_has_nobody_is_asked(here: Place, child: Person, code: str) -> None:
    with pytest.raises(NobodyKeepsIt):
        asked(here, code or "00000000000")


def test_a_sealed_file_is_not_asked_for(here: Place, elsewhere: Place, child: Person, in_the_name_of: Named, as_owner: Stepping) -> None:
    with as_owner():
        Seal.objects.create(organisation=elsewhere.organisation, person=child, kind="court", during=(SINCE, None))
    with pytest.raises(NobodyKeepsIt):
        asked(here)
