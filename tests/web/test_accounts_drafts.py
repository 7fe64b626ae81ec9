"""Nothing half-written is lost: neither when a session ends, nor to anybody else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from globa.registry.accounts.drafts import Draft
from globa.registry.accounts.sessions import Session
from globa.web.drafts.filling import filled
from globa.web.drafts.places import place_of
from tests import builders
from tests.builders import Place
from tests.web.at_work import client, elsewhere, here, signed_in  # noqa: F401

pytestmark = pytest.mark.django_db
REGISTERING = "/people/new/"
TYPED = {"given_name": "Žemyna", "family_name": "Rudeninė", "sex": "female", "birth_date_year": "2015", "purpose": "care"}


def end_session(ago: timedelta = timedelta(minutes=1)) -> None:
    Session.objects.update(expire_date=timezone.now() - ago, began_at=timezone.now() - timedelta(hours=2))


def kept(browser: Client, **fields: str) -> int:
    return browser.post("/drafts/", {"draft-action": REGISTERING, "draft-page": REGISTERING, **fields}).status_code


def test_a_form_sent_too_late_is_there_after_signing_in_again(client: Client, here: Place) -> None:  # noqa: F811
    end_session()
    answer = client.post(REGISTERING, TYPED)
    said = answer.content.decode()
    assert answer.status_code == 403
    assert "Kept, not saved yet: you had been signed out" in said
    assert "After 20 minutes without work" in said
    assert "Žemyna" not in said
    assert f"/accounts/login/?next={REGISTERING}&amp;ended=idle" in said
    again = signed_in(here).get(REGISTERING).content.decode()
    assert 'value="Žemyna"' in again
    assert 'value="2015"' in again
    assert again.count(" checked") == 2
    assert "Kept from" in again


def test_it_is_nobody_elses(client: Client, here: Place, elsewhere: Place) -> None:  # noqa: F811
    end_session()
    client.post(REGISTERING, TYPED)
    assert "Žemyna" not in signed_in(elsewhere).get(REGISTERING).content.decode()


def test_after_a_long_day_the_other_reason_is_said(client: Client) -> None:  # noqa: F811
    Session.objects.update(expire_date=timezone.now(), began_at=timezone.now() - timedelta(hours=12, minutes=1))
    assert client.get("/people/").headers["Location"] == "/accounts/login/?next=/people/&ended=long"
    assert "after a long day" in client.post(REGISTERING, TYPED).content.decode()


def test_a_browser_whose_session_is_forgotten_gets_its_words_back_to_copy(client: Client) -> None:  # noqa: F811
    Session.objects.all().delete()
    said = client.post(REGISTERING, TYPED).content.decode()
    assert "Not saved: you had been signed out" in said
    assert "Rudeninė" in said
    assert not Draft.objects.exists()


def test_a_part_of_a_page_that_comes_too_late_leads_to_signing_in_and_is_kept(client: Client, here: Place) -> None:  # noqa: F811
    end_session()
    answer = client.post("/services/new/", {"note": "Sutarta", "step": "count"}, headers={"hx-request": "true"})
    assert answer.headers["HX-Redirect"].startswith("/accounts/login/?next=/services/new/")
    assert "Sutarta" in signed_in(here).get("/services/new/").content.decode()


def test_what_is_being_written_is_kept_and_gone_when_it_is_saved(client: Client, here: Place) -> None:  # noqa: F811
    assert kept(client, given_name="Žemyna") == 204
    assert 'value="Žemyna"' in client.get(REGISTERING).content.decode()
    saved = client.post(REGISTERING, {**TYPED, "birth_date_month": "5", "birth_date_day": "4", "birth_precision": "day"})
    assert saved.status_code == 302
    assert not Draft.objects.exists()


def test_what_was_refused_is_still_kept(client: Client) -> None:  # noqa: F811
    kept(client, given_name="Žemyna")
    assert client.post(REGISTERING, {"given_name": "Žemyna"}).status_code == 422
    assert Draft.objects.count() == 1


def test_it_is_discarded_where_it_is_shown(client: Client) -> None:  # noqa: F811
    kept(client, given_name="Žemyna")
    answer = client.post("/drafts/discard", {"draft-place": place_of(REGISTERING), "draft-page": REGISTERING})
    assert answer.headers["Location"] == REGISTERING
    assert "Žemyna" not in client.get(REGISTERING).content.decode()


def test_a_page_asked_for_otherwise_only_says_that_there_is_something(client: Client) -> None:  # noqa: F811
    kept(client, given_name="Žemyna")
    shown = client.get(f"{REGISTERING}?looked=1").content.decode()
    assert "Another form like this is half-written" in shown
    assert "Žemyna" not in shown


def test_people_chosen_for_a_service_are_chosen_again(client: Client, here: Place) -> None:  # noqa: F811
    child = builders.child(here, "Rugilė")
    page = "/services/new/"
    fields = {"recipients": str(child.pk), "note": "Žaidėme", "minutes": "other", "other_minutes": "37"}
    assert client.post("/drafts/", {"draft-action": page, "draft-page": page, **fields}).status_code == 204
    shown = client.get(page).content.decode()
    assert f'name="recipients" value="{child.pk}"' in shown
    assert "Žaidėme" in shown
    assert 'value="37"' in shown


def test_writing_counts_as_work_and_what_a_page_asks_by_itself_does_not(client: Client) -> None:  # noqa: F811
    ago = timezone.now() - timedelta(minutes=10)
    Session.objects.update(active_at=ago)
    client.get("/services/", headers={"hx-request": "true"})
    client.get("/services/", headers={"sec-fetch-mode": "cors"})
    assert Session.objects.get().active_at == ago
    kept(client, given_name="Žemyna")
    assert Session.objects.get().active_at > ago


def test_whoever_writes_is_told_that_the_session_ended_and_loses_nothing(client: Client, here: Place) -> None:  # noqa: F811
    end_session()
    assert kept(client, given_name="Žemyna") == 401
    assert 'value="Žemyna"' in signed_in(here).get(REGISTERING).content.decode()


def test_passwords_and_codes_are_never_kept(client: Client) -> None:  # noqa: F811
    for page in ("/accounts/password/change/", "/accounts/2fa/totp/activate/", "/accounts/login/", "/nowhere/"):
        assert client.post("/drafts/", {"draft-action": page, "draft-page": "/", "code": "123456"}).status_code == 404
    kept(client, given_name="Žemyna", password="Slaptas")
    assert [draft.opened().fields for draft in Draft.objects.all()] == [{"given_name": ["Žemyna"]}]  # type: ignore[union-attr]


def test_one_works_at_another_place_of_work_without_the_draft_of_this_one(
    client: Client,  # noqa: F811
    here: Place,  # noqa: F811
    as_owner: Callable[[], AbstractContextManager[None]],
) -> None:
    kept(client, given_name="Žemyna")
    with as_owner():
        other = builders.place("other", under="lazdijai")
        second = builders.Appointment.objects.create(
            user=here.worker, organisation=other.organisation, role="foster_coordinator", during=(builders.SINCE, None)
        )
    session = client.session
    session["works_at"] = str(second.pk)
    session.save()
    assert "Žemyna" not in client.get(REGISTERING).content.decode()


FORM = (
    '<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="t"><input name="a" value="old">'
    '<input type="radio" name="r" value="1" checked><input type="radio" name="r" value="2"/>'
    '<select name="s"><option value="x" selected>X</option><option value="y">Y &amp; Z</option></select>'
    '<textarea name="t" rows="3">\nold</textarea><input type="password" name="p" value=""><input name="b" value="kept?"></form>'
)


def test_a_drawn_form_is_filled_in_and_nothing_else_of_it_changes() -> None:
    done = filled(FORM, {"a": ['"><b>'], "r": ["2"], "s": ["y"], "t": ["<i>new</i>"], "p": ["no"], "csrfmiddlewaretoken": ["no"]})
    assert done == (
        '<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="t"><input name="a" value="&quot;&gt;&lt;b&gt;">'
        '<input type="radio" name="r" value="1"><input type="radio" name="r" value="2" checked/>'
        '<select name="s"><option value="x">X</option><option value="y" selected>Y &amp; Z</option></select>'
        '<textarea name="t" rows="3">\n&lt;i&gt;new&lt;/i&gt;</textarea>'
        '<input type="password" name="p" value=""><input name="b" value=""></form>'
    )
