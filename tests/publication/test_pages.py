"""A page is written, published and taken down by whoever administers the centre; each edition stays as it stood."""

from __future__ import annotations

import pytest

from globa.journal.operations import acting, operation
from globa.journal.refusals import Untrue
from globa.publication import pages
from globa.publication.pages import Edition, NothingToPublish, PublishedAlready
from tests.builders import Place
from tests.fixtures import Stepping
from tests.publication.pages import WORDS, head_of, publish

pytestmark = pytest.mark.django_db


def test_a_head_publishes_and_the_earlier_edition_ends(here: Place, as_owner: Stepping) -> None:
    head = head_of(here, as_owner)
    with acting(head):
        pages.write(organisation=here.organisation, words=WORDS, by=head)
        first = pages.publish(organisation=here.organisation, by=head)
        pages.write(organisation=here.organisation, words=WORDS | {"phone": "+370 315 00001"}, by=head)
        second = pages.publish(organisation=here.organisation, by=head)
        first.refresh_from_db()
        assert [(one.number, one.phone, one.ended_at is None) for one in Edition.objects.visible_to(head).newest_first()] == [
            (2, "+370 315 00001", True),
            (1, "+370 315 00000", False),
        ]
    assert (first.ended_by, second.published_by, second.answered_within, second.kept_months) == (head, head, 3, 12)


def test_a_coordinator_does_not_write_the_page(here: Place) -> None:
    with pytest.raises(Untrue, match="written by the head or the administrator"):
        pages.write(organisation=here.organisation, words=WORDS, by=here.worker)


def test_a_page_without_a_telephone_is_not_published(here: Place, as_owner: Stepping) -> None:
    with pytest.raises(NothingToPublish):
        publish(here, as_owner, phone=" ")


def test_what_is_shown_already_is_not_published_again(here: Place, as_owner: Stepping) -> None:
    publish(here, as_owner)
    with pytest.raises(PublishedAlready):
        publish(here, as_owner)


def test_an_edition_never_changes(here: Place, as_owner: Stepping) -> None:
    edition = publish(here, as_owner)
    edition.phone = "1"
    with as_owner(), pytest.raises(Untrue, match="stays as it stood"), operation("test.change", by=None, about=edition):
        edition.save()


def test_an_edition_that_ended_is_not_shown_again(here: Place, as_owner: Stepping) -> None:
    edition = publish(here, as_owner)
    with as_owner():
        pages.take_down(edition=edition, reason="Moves", by=here.worker)
        edition.ended_at = None
        with pytest.raises(Untrue, match="stays as it stood"), operation("test.change", by=None, about=edition):
            edition.save()


def test_the_draft_of_another_centre_is_not_there(here: Place, elsewhere: Place, as_owner: Stepping) -> None:
    publish(elsewhere, as_owner)
    assert not pages.PageDraft.objects.exists()
    assert not Edition.objects.exists()
