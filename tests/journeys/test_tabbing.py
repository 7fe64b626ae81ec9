"""By the key Tab alone: past the head to the content, and wherever the focus stands it is seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.finding import COORDINATOR
from tests.journeys.installation import DESK, PHONE, sign_in

MOST = 60
MOMENTS = 30
# What stands around a chip or a box may show the focus for it: the label of a chip, the frame of a search.
HIDDEN = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return 'left';
    const shows = one => {
        const style = getComputedStyle(one);
        return (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none';
    };
    const around = [at, at.nextElementSibling, at.parentElement, at.closest('details, form')].filter(Boolean);
    const box = (at.matches('input[type=radio], input[type=checkbox]') && at.nextElementSibling || at).getBoundingClientRect();
    const isThere = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
    return isThere && around.some(shows) ? '' : `${isThere ? 'without a mark' : 'not on the screen'}: ${at.outerHTML.slice(0, 120)}`;
}"""


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "telephone"])
@pytest.mark.parametrize("address", ["/", "/services/new/", "/people/", "/enquiries/new/"])
def test_wherever_tab_leads_the_focus_is_seen(page: Page, address: str, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    sign_in(page, COORDINATOR, PASSWORD)
    page.goto(address)
    page.evaluate("document.activeElement.blur()")
    faults: list[str] = []
    for _press in range(MOST):
        page.keyboard.press("Tab")
        said = page.evaluate(HIDDEN)
        if said == "left":
            break
        faults += [said] if said and not comes_into_sight(page) else []
    assert faults == []


def test_the_last_of_many_choices_is_seen_where_tab_leads_to_it(page: Page) -> None:
    """Its chip stands some rows under the first one; how much of them a telephone shows is a matter of chance."""
    sign_in(page, COORDINATOR, PASSWORD)
    for height in (500, 540, 580, 620):
        page.set_viewport_size({"width": 390, "height": height})
        page.goto("/services/new/")
        page.evaluate("[...document.querySelectorAll('[name=kind]')].at(-1).checked = true")
        page.evaluate("document.activeElement.blur()")
        _press_tab_up_to(page, "kind")
        assert comes_into_sight(page), height


def _press_tab_up_to(page: Page, name: str) -> None:
    for _press in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            return
    raise AssertionError(f"{MOST} presses do not lead to {name}")


def comes_into_sight(page: Page) -> bool:
    """A page that is still being put together scrolls to the focus a moment later."""
    # The page's own rules forbid what is waited for as a sentence of script; it is asked again instead.
    for _moment in range(MOMENTS):
        if not page.evaluate(HIDDEN):
            return True
        page.wait_for_timeout(100)
    return False


def test_the_first_press_leads_past_the_head_to_the_content(page: Page) -> None:
    sign_in(page, COORDINATOR, PASSWORD)
    page.goto("/homes/")
    page.keyboard.press("Tab")
    expect(page.locator(".govuk-skip-link")).to_be_focused()
    expect(page.locator(".govuk-skip-link")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
