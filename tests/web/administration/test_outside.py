"""The head writes the public page, looks at it, publishes it, and takes it down."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from globa.publication.pages import Edition
from globa.registry.accounts.roles import Role
from tests.publication.pages import WORDS
from tests.web.administration.signing_in import send

pytestmark = pytest.mark.django_db


def test_a_draft_is_written_looked_at_and_published(head: Client) -> None:
    assert send(head, "outside/", "write", **WORDS)[0] == 302
    assert not Edition.objects.exists()
    assert "We are a foster centre." in head.get("/administration/outside/draft/").content.decode()
    assert send(head, "outside/", "publish")[0] == 302
    edition = Edition.objects.get()
    assert (edition.number, edition.slug, edition.about_en) == (1, "here", "We are a foster centre.")
    page = head.get("/administration/outside/").content.decode()
    assert "/lt/here/" in page
    assert "The draft says the same." in page
    assert "We are a foster centre." in head.get(f"/administration/outside/{edition.pk}/").content.decode()


def test_a_page_without_a_telephone_is_kept_and_not_published(head: Client) -> None:
    send(head, "outside/", "write", **WORDS | {"phone": ""})
    status, page = send(head, "outside/", "publish")
    assert (status, "has a telephone" in page) == (422, True)


def test_a_page_is_taken_down_with_a_reason(head: Client) -> None:
    send(head, "outside/", "write", **WORDS)
    send(head, "outside/", "publish")
    assert send(head, "outside/", "down", reason="")[0] == 422
    assert send(head, "outside/", "down", reason="The centre moves")[0] == 302
    assert "Taken down: The centre moves" in head.get("/administration/outside/").content.decode()


def test_an_address_of_mail_that_is_none_keeps_what_was_typed(head: Client) -> None:
    status, page = send(head, "outside/", "write", **WORDS | {"email": "centras"})
    assert (status, "Esame globos centras." in page) == (422, True)


def test_to_a_coordinator_there_is_no_such_page(client: Client, as_role: Callable[[Role], None]) -> None:
    for page in ("", "draft/"):
        assert client.get(f"/administration/outside/{page}").status_code == 404
