"""A citizen asks the centre without an account, also without scripts, and the coordinator answers; axe objects to nothing out there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from globa.demonstration.accounts import CENTRE, PASSWORD
from tests.journeys.finding import COORDINATOR
from tests.journeys.installation import DESK, PHONE, running_outside, sign_in
from tests.journeys.test_accessibility import faults_of, opening

PAGES = ("/{language}/", f"/{{language}}/{CENTRE}/", f"/{{language}}/{CENTRE}/enquiry/", f"/{{language}}/{CENTRE}/thanks/")


@pytest.fixture(scope="module")
def outside(site: str) -> Iterator[str]:
    """The public process beside the installation of the journeys."""
    with running_outside() as address:
        yield address


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_citizen_asks_and_the_coordinator_answers(browser: Browser, page: Page, outside: str, scripts: bool) -> None:
    asker = f"Danutė Bandytė {scripts:d}"
    context = browser.new_context(base_url=outside, viewport=PHONE, locale="lt-LT", java_script_enabled=scripts)
    citizen = context.new_page()
    citizen.goto("/")
    citizen.locator(f"a[href='/lt/{CENTRE}/']").first.click()
    expect(citizen.locator("#night")).to_be_visible()
    citizen.locator(f"a[href$='/{CENTRE}/enquiry/']").click()
    citizen.locator("main button[type=submit]").click()
    expect(citizen.locator(".govuk-error-summary")).to_be_visible()
    citizen.locator("label[for=id_about_1]").click()
    citizen.locator("#id_asker").fill(asker)
    citizen.locator("#id_phone").fill("+370 600 22222")
    citizen.locator("#id_message").fill("Ar galėčiau ateiti pasikalbėti?")
    citizen.wait_for_timeout(2500)
    citizen.locator("main button[type=submit]").click()
    expect(citizen).to_have_url(f"{outside}/lt/{CENTRE}/thanks/")
    assert context.cookies() == []
    context.close()

    sign_in(page, COORDINATOR, PASSWORD)
    page.goto("/enquiries/")
    page.locator("tr", has_text=asker).locator("th a").click()
    expect(page.locator("dl.g-facts")).to_contain_text("Ar galėčiau ateiti pasikalbėti?")
    page.locator("#id_answer-outcome").select_option("informed")
    page.locator("section[aria-labelledby=act] button[type=submit]").click()
    page.goto("/enquiries/?show=answered")
    expect(page.locator("tbody")).to_contain_text(asker)


@pytest.mark.parametrize(("language", "sizes"), [("lt", (DESK, PHONE)), ("en", (PHONE, DESK))], ids=["lt", "en"])
def test_axe_objects_to_nothing_outside(browser: Browser, outside: str, language: str, sizes: tuple[dict[str, int], ...]) -> None:
    with opening(browser, outside, language, sizes) as public:  # type: ignore[arg-type]
        faults = [fault for address in PAGES for fault in faults_of(public, address.format(language=language), language, sizes)]  # type: ignore[arg-type]
    assert faults == []


def test_a_page_outside_is_sent_in_few_bytes(page: Page, outside: str) -> None:
    assert page.request.get(f"{outside}/lt/{CENTRE}/").headers["content-encoding"] == "gzip"
