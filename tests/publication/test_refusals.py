"""Every rule of what is published is broken on purpose, with its sentence."""

from __future__ import annotations

import pytest
from django.utils import timezone

from globa.publication.answers import Does, PublicSentence
from globa.publication.pages import Edition, PageDraft
from globa.registry.accounts.roles import Role
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping
from tests.publication.pages import publish
from tests.refusing import Case, again, change, is_refused, untried
from tests.reports.implementation.world import begun


def edition(at: Place) -> Edition:
    return Edition.objects.get(organisation=at.organisation)


# As whoever administers, or as the coordinator who does not.
AS_HEAD: dict[str, Case] = {
    "one_draft_of_the_public_page": lambda at: again(PageDraft.objects.get(organisation=at.organisation)),
    "edition_number_once": lambda at: again(edition(at), ended_at=timezone.now()),
    "one_edition_is_shown": lambda at: again(edition(at), number=2),
    "edition_says_who_and_how": lambda at: again(edition(at), number=2, ended_at=timezone.now(), phone=""),
    "edition_stays_as_published": lambda at: change(edition(at), phone="1"),
}
AS_COORDINATOR: dict[str, Case] = {
    "public_page_is_written_by_whoever_administers": lambda at: change(PageDraft.objects.get(), phone="1"),
    "public_page_is_published_by_whoever_administers": lambda at: change(edition(at), ended_at=timezone.now()),
}


def answered(at: Place, **given: str) -> PublicSentence:
    report = begun(at).report
    return PublicSentence.objects.create(organisation=at.organisation, report=report, said="a" * 64, **({"does": Does.STRIKE} | given))


# Of the sentences of a municipality's public report.
AS_CLERK: dict[str, Case] = {
    "public_sentence_once": lambda at: again(answered(at)),
    "changed_sentence_has_words": lambda at: answered(at, does=Does.CHANGE, text=" "),
    "kept_sentence_has_a_reason": lambda at: answered(at, does=Does.KEEP, reason=" "),
}
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("name", "case_of"), AS_HEAD.items())
def test_it_is_refused_to_the_head_too(name: str, case_of: Case, here: Place, as_owner: Stepping) -> None:
    publish(here, as_owner)
    with as_owner():
        builders.Appointment.objects.filter(user=here.worker).update(role=Role.HEAD)
    is_refused(name, case_of, here)


@pytest.mark.parametrize(("name", "case_of"), AS_COORDINATOR.items())
def test_it_is_refused_to_whoever_does_not_administer(name: str, case_of: Case, here: Place, as_owner: Stepping) -> None:
    publish(here, as_owner)
    is_refused(name, case_of, here)


@pytest.mark.parametrize(("name", "case_of"), AS_CLERK.items())
def test_an_answer_about_a_sentence_is_whole(name: str, case_of: Case, municipality: Place) -> None:
    is_refused(name, case_of, municipality)


def test_no_refusal_is_left_untried() -> None:
    assert untried("publication", AS_HEAD, AS_COORDINATOR, AS_CLERK) == set()
