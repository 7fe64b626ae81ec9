"""Whoever leaves with a page open is out on the next click; whoever was signed out while writing loses nothing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.inside import end_sessions, run_inside
from tests.journeys.installation import sign_in

LEAVER, WORKER = "isejo@globa.example", "migle@globa.example"
APPOINT = f"""
from datetime import date
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.users import User
like = Appointment.objects.filter(user__email='{WORKER}').first()
user = User.objects.filter(email='{LEAVER}').first() or User(email='{LEAVER}', name='Išėjęs Darbuotojas')
user.is_active = True
user.set_password('{PASSWORD}')
user.save()
Appointment.objects.filter(user=user).delete()
Appointment.objects.create(user=user, organisation=like.organisation, role=like.role, during=(date(2024, 1, 1), None))
"""
LEAVE = f"""
from globa.journal.operations import acting
from globa.registry.accounts.leaving import leave
from globa.registry.accounts.users import User
from globa.vocabulary.calendar import today
head = User.objects.get(email='ausra@globa.example')
with acting(head):
    print(leave(user=User.objects.get(email='{LEAVER}'), on=today(), by=head, reason='Išėjo').sessions)
"""


def test_a_leaver_with_an_open_page_is_out_on_the_next_click(page: Page) -> None:
    run_inside(APPOINT)
    sign_in(page, LEAVER, PASSWORD)
    page.goto("/people/")
    expect(page.locator("h1")).to_be_visible()
    assert run_inside(LEAVE) == "1"
    page.get_by_role("link", name="Paslaugos").first.click()
    expect(page).to_have_url(re.compile("/accounts/login/"))
    sign_in(page, LEAVER, PASSWORD)
    expect(page.get_by_role("alert").first).to_be_visible()


@pytest.mark.parametrize("browser_page", ["page", "without_scripts"])
def test_a_service_half_written_when_the_session_ended_is_there_after_signing_in(browser_page: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(browser_page)
    sign_in(page, WORKER, PASSWORD)
    page.goto("/services/new/")
    page.locator("#id_note").fill(f"Pasikalbėta apie mokyklą ({browser_page}).")
    end_sessions()
    page.get_by_role("button", name="Įrašyti", exact=True).first.click()
    # Where scripts run, the hours that are counted beside the form may be asked for first: they lead to signing in at once.
    expect(page.locator("h1")).to_contain_text(re.compile("dar neįrašyta: buvote atjungti|^Prisijungti"))
    if "/accounts/login/" not in page.url:
        page.get_by_role("link", name="Prisijungti").first.click()
    page.locator("#id_login").fill(WORKER)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main button.govuk-button").first.click()
    expect(page).to_have_url(re.compile("/services/new/$"))
    expect(page.locator("#id_note")).to_have_value(f"Pasikalbėta apie mokyklą ({browser_page}).")
    expect(page.locator(".g-draft")).to_contain_text("Juodraštis, išsaugotas")
    page.get_by_role("button", name="Atmesti").click()
    expect(page.locator("#id_note")).not_to_have_value(f"Pasikalbėta apie mokyklą ({browser_page}).")


def test_what_is_being_written_is_kept_by_itself(page: Page) -> None:
    sign_in(page, WORKER, PASSWORD)
    page.goto("/services/new/")
    page.locator("#id_note").fill("Dar rašau…")
    with page.expect_response(lambda answer: "/drafts/" in answer.url and answer.status == 204, timeout=25_000):
        pass
    page.goto("/services/new/")
    expect(page.locator("#id_note")).to_have_value("Dar rašau…")
    page.get_by_role("button", name="Atmesti").click()
