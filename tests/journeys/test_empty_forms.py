"""Every form of the site is sent empty: it is refused with what is missing above it, and each line leads to its field."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from globa.demonstration.accounts import PASSWORD
from tests.journeys.finding import NOBODY, Places
from tests.journeys.installation import sign_in
from tests.journeys.samples import PAGES

# A draft, a text of a report and an answer to what was read (“none of these”) may be empty: nothing is refused, and something is kept.
MAY_BE_EMPTY = (
    "kit", "administration-outside", "reports-text", "administration-text", "plans-import-bodies", "plans-import-measure",
    "plans-import-attach",
)  # fmt: skip
# A form is sent only if it asks for something that it must have: what may stay empty would be recorded. It is fetched and not opened,
# so that the page stays and what follows a form that was taken is not looked at. The pages of the account answer 200 (allauth).
SEND = """async () => {
    const faults = [];
    const isAsked = box => !['hidden', 'submit', 'button', 'search'].includes(box.type) && box.tagName !== 'BUTTON';
    const mustHave = form => Array.from(form.querySelectorAll('.g-label')).some(label => !label.textContent.includes('(nebūtina)'));
    const focusable = 'input, select, textarea, button, a, [tabindex]';
    for (const form of document.querySelectorAll('main form[method=post]')) {
        const boxes = Array.from(form.elements);
        if (form.getAttribute('role') === 'search' || !boxes.some(isAsked) || !mustHave(form)) continue;
        const empty = new FormData();
        boxes.filter(box => box.name && box.type === 'hidden').forEach(box => empty.append(box.name, box.value));
        const answer = await fetch(form.action, { method: 'POST', body: empty, redirect: 'manual' });
        const named = form.querySelector('input[name=do]')?.value || 'the form';
        const refused = answer.status === 422 || (answer.status === 200 && new URL(form.action).pathname.startsWith('/accounts/'));
        if (!refused) { faults.push(`${named} answered ${answer.status || 'with another page'}`); continue; }
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const links = Array.from(page.querySelectorAll('.govuk-error-summary__list a'), link => link.getAttribute('href'));
        if (!links.length) faults.push(`${named} does not say above what is missing, or leads nowhere`);
        const isLost = href => !page.getElementById(href.slice(1))?.matches(focusable);
        links.filter(isLost).forEach(href => faults.push(`${named}: ${href} is no field`));
    }
    return faults;
}"""


@pytest.fixture(scope="module")
def site(walked: str) -> str:
    return walked


def samples(places: Places) -> list[tuple[str, str, str]]:
    """Account, name and address, an account after another."""
    listed = [(one.accounts[0], name, one.finds(places)) for name, ones in PAGES.items() for one in ones if name not in MAY_BE_EMPTY]
    return sorted(listed)


def test_a_form_that_is_sent_empty_says_what_is_missing_and_leads_there(page: Page, places: Places) -> None:
    faults: list[str] = []
    signed_in_as = NOBODY
    for account, name, address in samples(places):
        if account != signed_in_as:
            page.context.clear_cookies()
            sign_in(page, account, PASSWORD)
            signed_in_as = account
        page.goto(address)
        faults += [f"{name} {address}: {fault}" for fault in page.evaluate(SEND)]
    assert faults == []


def test_a_form_that_swallows_an_empty_sheet_is_found(page: Page) -> None:
    """The check is shown a form whose summary leads to a field that is not there, and one that is simply taken."""
    wrong = "<div class=govuk-error-summary><ul class=govuk-error-summary__list><li><a href='#nowhere'>Kas?</a></ul></div>"
    forms = "".join(f"<form method=post action=/{name}><span class=g-label>Kas</span><input name=x></form>" for name in ("taken", "astray"))
    page.route("**/faulty", lambda route: route.fulfill(content_type="text/html", body=f"<main>{forms}</main>"))
    page.route("**/taken", lambda route: route.fulfill(status=200, body="Thank you"))
    page.route("**/astray", lambda route: route.fulfill(status=422, content_type="text/html", body=wrong))
    page.goto("/faulty")
    assert page.evaluate(SEND) == ["the form answered 200", "the form: #nowhere is no field"]
