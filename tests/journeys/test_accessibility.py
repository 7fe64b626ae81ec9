"""Every page of the site, in both languages, at a desk and on a telephone: nothing that axe objects to, no sideways scrolling."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, ViewportSize

from globa.demonstration.accounts import PASSWORD
from tests.journeys import factors, samples
from tests.journeys.finding import NOBODY, Places
from tests.journeys.installation import DESK, PHONE, overflow, sign_in
from tests.journeys.samples import NO_PAGES, PAGES, addresses

FAULTY = "<html lang=lt><title>x</title><main><h1>x</h1><img src=x>"
FACTORED = "ugne@globa.example"
"""An auditor, whom no other journey needs."""
LOCALES = {"lt": "lt-LT", "en": "en-GB"}
WALKING = sorted({account for ones in PAGES.values() for sample in ones for account in sample.accounts})
ASK = """() => axe.run({resultTypes: ['violations']}).then(
    found => found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.target.join(' ')} ${node.html.slice(0, 200)}`)))"""


@pytest.fixture(scope="module")
def site(walked: str) -> str:
    return walked


@pytest.fixture(scope="module")
def opened(places: Places) -> dict[str, list[tuple[str, str]]]:
    """By account, the name and address of every page that it opens."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, ones in PAGES.items():
        for sample in ones:
            address = sample.finds(places)
            for account in sample.accounts:
                found.setdefault(account, []).append((name, address))
    return found


def test_every_address_of_the_site_has_a_sample() -> None:
    of_factors = {*samples.WITHOUT_A_FACTOR, *samples.WITH_A_FACTOR, *samples.SIGNING_IN, *samples.NEVER}
    assert set(addresses()) == {*PAGES, *NO_PAGES, *of_factors}


@pytest.mark.parametrize("account", WALKING, ids=[account.partition("@")[0] or "nobody" for account in WALKING])
@pytest.mark.parametrize(("language", "sizes"), [("lt", (DESK, PHONE)), ("en", (PHONE, DESK))], ids=["lt", "en"])
def test_axe_objects_to_nothing_on_any_page(
    browser: Browser, site: str, opened: dict[str, list[tuple[str, str]]], language: str, sizes: tuple[ViewportSize, ...], account: str
) -> None:
    """Each page is loaded once and resized: in one language from a desk's width down, in the other one up."""
    faults: list[str] = []
    with opening(browser, site, language, sizes) as page:
        if account != NOBODY:
            sign_in(page, account, PASSWORD)
        for name, address in opened[account]:
            faults += [f"{name} {address}: {fault}" for fault in faults_of(page, address, language, sizes)]
    assert faults == []


@contextmanager
def opening(browser: Browser, site: str, language: str, sizes: tuple[ViewportSize, ...]) -> Iterator[Page]:
    context = browser.new_context(base_url=site, viewport=sizes[0], locale=LOCALES[language], reduced_motion="reduce")
    context.add_init_script(AXE_SCRIPT)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("language", "sizes"), [("lt", (DESK, PHONE)), ("en", (PHONE, DESK))], ids=["lt", "en"])
def test_axe_objects_to_nothing_on_the_pages_of_the_second_factor(
    browser: Browser, site: str, language: str, sizes: tuple[ViewportSize, ...]
) -> None:
    """The spare codes are looked at where setting up leads: they are shown once."""
    faults: list[str] = []
    with opening(browser, site, language, sizes) as page:
        sign_in(page, FACTORED, PASSWORD)
        factors.give_a_finger(page)
        for address in samples.WITHOUT_A_FACTOR.values():
            faults += [f"{address}: {fault}" for fault in faults_of(page, address, language, sizes)]
        try:
            factors.set_codes_up(page)
            faults += [f"spare codes: {fault}" for fault in faults_at(page, language, sizes)]
            key = factors.add_a_passkey(page, "Kabinetas")
            for address in samples.WITH_A_FACTOR.values():
                faults += [f"{address}: {fault}" for fault in faults_of(page, address.format(key=key), language, sizes)]
            with opening(browser, site, language, sizes) as other:
                sign_in(other, FACTORED, PASSWORD)
                faults += [f"signing in: {fault}" for fault in faults_of(other, samples.SIGNING_IN["mfa_authenticate"], language, sizes)]
        finally:
            factors.put_off(page)
    assert faults == []


def faults_of(page: Page, address: str, language: str, sizes: tuple[ViewportSize, ...]) -> list[str]:
    """What is wrong with a page; one that is not there, leads elsewhere or speaks another language is a fault too."""
    page.set_viewport_size(sizes[0])
    answer = page.goto(address)
    assert answer is not None
    if answer.status != 200 or answer.request.redirected_from:
        return [f"answered {answer.status} at {page.url}"]
    return faults_at(page, language, sizes)


def faults_at(page: Page, language: str, sizes: tuple[ViewportSize, ...]) -> list[str]:
    """What is wrong with the page that is open."""
    wrong = [] if page.locator("html").get_attribute("lang") == language else ["is not in the language of its reader"]
    for size in sizes:
        page.set_viewport_size(size)
        wrong += [f"{fault}, {size['width']} px" for fault in page.evaluate(ASK)]
        wrong += [f"{by} px wider than a window of {size['width']}"] if (by := overflow(page)) > 0 else []
    return wrong


@pytest.mark.parametrize("name", NO_PAGES)
def test_what_has_no_page_answers_as_it_should(places: Places, name: str) -> None:
    status, finds = NO_PAGES[name]
    address = finds(places)
    places.seen_as(samples.HEAD, "/")
    assert places.page.context.request.get(address, max_redirects=0).status == status


def test_a_page_with_a_fault_is_found(browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE)
    context.add_init_script(AXE_SCRIPT)
    page = context.new_page()
    page.route("**/*", lambda route: route.fulfill(content_type="text/html", body=FAULTY))
    assert [fault.partition(":")[0] for fault in faults_of(page, "http://localhost/", "lt", (PHONE,))] == ["image-alt"]
    context.close()
