"""The guide's pages: one's own chapters first, a part beside its page, norms of today, and found in the box for everything."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from globa.registry.accounts.roles import Role
from globa.registry.norms import Norm
from globa.web.guide.contents import chapters, place_explaining
from tests.builders import Place
from tests.fixtures import Stepping

pytestmark = pytest.mark.django_db
LEGAL = re.compile(r"<dl class=\"g-legal\">.*?</dl>", re.DOTALL)
AT_ONCE = "on-duty-carer-children-at-once"


def said(client: Client, address: str, **headers: str) -> str:
    answer: Any = client.get(address, headers=headers or None)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.fixture
def _norm(as_owner: Stepping) -> None:
    with as_owner():
        Norm.objects.filter(code=AT_ONCE).delete()
        Norm.objects.create(
            code=AT_ONCE, name="Vaikų", name_en="Children", value=Decimal(4), unit="children", act="A1-999", during=(None, None)
        )


def test_ones_own_chapters_stand_first(client: Client) -> None:
    own = said(client, "/guide/").split('id="everybody"')[0]
    assert "For the foster coordinator" in own
    assert "For the head" not in own


def test_a_chapter_has_its_parts_under_their_anchors(client: Client) -> None:
    page = said(client, "/guide/coordinator/")
    assert [anchor for anchor in chapters()["coordinator"].parts if f'id="{anchor}"' not in page] == []


def test_a_chapter_is_read_in_the_readers_language(client: Client) -> None:
    assert '<h1 class="g-h1">Globotojui</h1>' in said(client, "/guide/carer/", **{"accept-language": "lt"})


def test_what_is_no_chapter_is_not_there(client: Client) -> None:
    assert client.get("/guide/nothing/").status_code == 404
    assert client.get("/guide/coordinator/nothing/").status_code == 404


def test_a_part_comes_alone_where_a_page_asks_for_it(client: Client) -> None:
    part = said(client, "/guide/coordinator/service/", **{"hx-request": "true"})
    assert "Record a service" in part
    assert "<html" not in part


def test_whoever_opens_the_address_of_a_part_is_led_to_its_chapter(client: Client) -> None:
    assert client.get("/guide/coordinator/service/").headers["Location"] == "/guide/coordinator/#service"


def test_the_guide_stands_open_to_who_cannot_sign_in_yet(here: Place) -> None:
    page = said(Client(headers={"accept-language": "en"}), "/guide/first-day/")
    assert "it works once, for 24 hours" in page


@pytest.mark.usefixtures("_norm")
def test_a_norm_is_the_one_of_today_with_its_act_and_marked_where_nobody_saw_it(client: Client) -> None:
    page = said(client, "/guide/carer/")
    assert re.search(r"at most <b>4</b>", page)
    assert "A1-999" in LEGAL.findall(page)[0]
    assert "Norm not verified" in LEGAL.findall(page)[0]


@pytest.mark.usefixtures("_norm")
def test_whoever_is_not_signed_in_reads_the_number_that_is_written() -> None:
    page = said(Client(headers={"accept-language": "en"}), "/guide/carer/")
    assert re.search(r"at most <b>3</b>", page)
    assert LEGAL.findall(page) == []


def test_help_of_a_page_leads_to_the_part_of_ones_own_chapter(client: Client, as_role: Callable[[Role], None]) -> None:
    assert 'href="/guide/coordinator/#service"' in said(client, "/services/new/")
    as_role(Role.PSYCHOLOGIST)
    assert 'href="/guide/psychologist/#service"' in said(client, "/services/new/")


def test_a_page_of_another_role_is_explained_by_what_is_for_everybody_before_that_roles_chapter() -> None:
    assert str(place_explaining("emergencies", Role.HEAD).address) == "/guide/emergency/#after"  # type: ignore[union-attr]
    assert str(place_explaining("emergencies", Role.DATA_PROTECTION_OFFICER).address) == "/guide/protection/#openings"  # type: ignore[union-attr]


def test_help_of_a_page_that_nothing_explains_leads_to_the_contents(client: Client) -> None:
    assert 'class="g-help" href="/guide/"' in said(client, "/guide/")


def test_parts_of_the_guide_are_found_in_the_box_for_everything(client: Client) -> None:
    answer: Any = client.post("/find/", {"find": "withdraw"})
    assert 'href="/guide/coordinator/#mend"' in said(client, answer.url)


def test_as_many_questions_are_asked_of_a_chapter_with_norms_as_of_one_more(client: Client, django_assert_max_num_queries: Any) -> None:
    client.get("/guide/coordinator/")
    with django_assert_max_num_queries(8):
        client.get("/guide/coordinator/")


def test_that_something_is_new_is_said_until_it_was_read_and_again_when_more_comes(client: Client, here: Place) -> None:
    mark = 'class="g-new"'
    assert mark in said(client, "/guide/")
    said(client, "/guide/news/")
    assert mark not in said(client, "/guide/")
    here.worker.refresh_from_db()
    here.worker.news_read = "an-earlier-part"
    here.worker.save()
    assert mark in said(client, "/guide/")
