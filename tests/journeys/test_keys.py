"""The everyday form by keys alone: every press is counted, and an ordinary record takes 25 at most."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import sign_in

MOST = 25


class Keys:
    """Presses keys and counts them; a chord is as many as it has keys."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += len(key.split("+"))

    def to(self, selector: str) -> None:
        """Tab on until the focus is there: nobody may reach for a mouse."""
        for _step in range(MOST):
            if self.page.locator(f"{selector}:focus").count():
                return
            self.press("Tab")
        raise AssertionError(f"{selector} is not reached by {MOST} tabs")


def begun(page: Page) -> Keys:
    sign_in(page, "migle@globa.example", PASSWORD)
    return blank(page)


def blank(page: Page) -> Keys:
    """The form as it is met in the morning: without what another journey left half-written."""
    page.goto("/services/new/")
    if page.locator(".g-draft button").count():
        page.locator(".g-draft button").first.click()
        page.goto("/services/new/")
    expect(page.locator("#id_find")).to_be_focused()
    return Keys(page)


def test_an_ordinary_record_by_a_typed_name_takes_at_most_25_presses(page: Page) -> None:
    begun(page)
    page.goto("/homes/")
    carer = page.locator("section:has-text('globotojai') .g-list a").first.inner_text()
    keys = blank(page)
    keys.press(*carer.split()[-1].lower()[:5])
    expect(page.locator("#found button").first).to_be_visible()
    keys.to("#found button")
    keys.press("Enter")
    expect(page.locator(".g-who")).to_have_count(1)
    keys.to("input[name=kind]")
    keys.press("ArrowRight")
    keys.to("input[name=minutes]")
    keys.press("ArrowRight")
    keys.press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"AL-\d{4}-\d+"))
    assert keys.pressed <= MOST, keys.pressed


def test_two_of_those_helped_last_are_chosen_by_arrows_and_recorded(page: Page) -> None:
    keys = begun(page)
    keys.to(".g-lately button")
    keys.press("ArrowRight", "Enter")
    expect(page.locator(".g-who")).to_have_count(1)
    keys.to("input[name=setting]")
    keys.press("ArrowRight")
    keys.press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"AL-\d{4}-\d+"))
    assert keys.pressed <= MOST, keys.pressed


def test_the_same_as_in_the_last_week_is_one_press_and_the_record(page: Page) -> None:
    keys = begun(page)
    keys.to(".g-lately button")
    keys.press("Enter")
    expect(page.locator(".g-who")).to_have_count(1)
    page.get_by_text("Vakar", exact=True).click()
    page.locator("#id_note").press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"AL-\d{4}-\d+"))
    page.goto("/services/new/")
    page.locator("section[aria-labelledby=week-h] .g-list a").first.click()
    expect(page.locator(".g-who")).to_have_count(1)
    page.locator("#id_note").press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"AL-\d{4}-\d+"))


def test_a_group_is_ticked_by_keys_and_withdrawn_without_scripts(page: Page, without_scripts: Page) -> None:
    sign_in(page, "migle@globa.example", PASSWORD)
    page.goto("/services/group/")
    page.locator("main .g-list a").first.click()
    keys = Keys(page)
    page.locator("input[name=came]").first.focus()
    keys.press("Space", "ArrowRight", "Space", "Control+Enter")
    expect(page.get_by_role("status")).to_contain_text("2 žmonės")
    assert keys.pressed <= MOST
    sign_in(without_scripts, "migle@globa.example", PASSWORD)
    without_scripts.goto("/services/meetings/")
    without_scripts.locator("main tbody tr").first.locator("a[href$='/withdraw/']").click()
    without_scripts.locator("#id_reason").fill("Ne ta grupė.")
    without_scripts.locator("main .govuk-button--warning").click()
    expect(without_scripts.get_by_role("status")).to_contain_text("nebeskaičiuojama")


def test_a_group_as_last_time_takes_at_most_25_presses(page: Page) -> None:
    sign_in(page, "migle@globa.example", PASSWORD)
    page.goto("/services/group/")
    page.locator("main .g-list a").first.click()
    keys = Keys(page)
    keys.to("main .g-lead a")
    keys.press("Enter")
    expect(page.locator("input[name=came]:checked").first).to_be_attached()
    keys.press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text("Įrašyta")
    assert keys.pressed <= MOST, keys.pressed


def test_a_group_that_is_ticked_name_by_name_takes_at_most_25_presses(page: Page) -> None:
    keys = at_a_group(page, "GIMK grupė 2024 m.")
    names = page.locator("input[name=came]").count()
    assert names == 8
    keys.to("input[name=came]")
    for _name in range(names - 1):
        keys.press("Space", "ArrowRight")
    keys.press("Space", "Control+Enter")
    expect(page.get_by_role("status")).to_contain_text("8 žmonės")
    assert keys.pressed <= MOST, keys.pressed


def test_the_largest_group_as_last_time_but_for_three_takes_at_most_25_presses(page: Page) -> None:
    keys = at_a_group(page, "Globėjų savipagalbos grupė")
    keys.press("Enter")
    expect(page.locator("input[name=came]:focus")).to_be_attached()
    before = page.locator("input[name=came]:checked").count()
    came = page.locator("input[name=came]").evaluate_all("all => all.map(one => one.checked)")
    for is_checked in came[:3]:
        before += -1 if is_checked else 1
        keys.press("Space", "ArrowDown")
    keys.to("input[name=when]")
    keys.press("ArrowRight", "Control+Enter")
    expect(page.get_by_role("status")).to_contain_text(f"{before} žm")
    assert keys.pressed <= MOST, keys.pressed


def test_the_form_is_sent_from_wherever_the_focus_stands_but_not_out_of_the_box_that_finds(page: Page) -> None:
    keys = at_a_group(page, "GIMK grupė 2024 m.")
    page.evaluate("document.activeElement.blur()")
    keys.press("Control+Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.get_by_role("searchbox").first.fill("grupė")
    page.get_by_role("searchbox").first.press("Control+Enter")
    expect(page).to_have_url(re.compile("/find/"))


def at_a_group(page: Page, name: str) -> Keys:
    """The page of a group as it is met, with nothing chosen: the focus stands where the first press is awaited."""
    sign_in(page, "migle@globa.example", PASSWORD)
    page.goto("/services/group/")
    page.locator("main .g-list a").get_by_text(name, exact=True).click()
    expect(page.locator("main .g-lead a")).to_be_focused()
    return Keys(page)
