"""Recording a service as a coordinator does it: by keys, without scripts, on a telephone, and mending a mistake."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Request, Route, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import overflow, sign_in

RECORD = "Įrašyti"


def enter(page: Page, address: str = "/services/new/") -> None:
    sign_in(page, "migle@globa.example", PASSWORD)
    page.goto(address)


def a_carer(page: Page) -> str:
    """Return the name of an on-duty carer with a child."""
    page.goto("/homes/")
    name = page.locator("section:has-text('globotojai') .g-list a").first.inner_text()
    page.goto("/services/new/")
    return name


def asks_for_kinds(request: Request) -> bool:
    """Whether the page asks which services there are on the day."""
    return request.method == "POST" and "step=kinds" in (request.post_data or "")


def counted(page: Page) -> tuple[int, int]:
    """Return what the first figure is, and what it will be."""
    now, after = page.locator("#counted li").first.locator(".end").inner_text().split("→")
    return int(re.sub(r"\D", "", now)), int(re.sub(r"\D", "", after))


def test_a_service_is_recorded_by_keys_with_a_slip_in_the_name_and_the_figure_moves(page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    enter(page)
    carer = a_carer(page)
    before, after = counted(page)
    assert after == before + 1
    page.locator("#id_find").press_sequentially(carer[:-2] + carer[-1], delay=15)
    page.locator("#found button").first.click()
    expect(page.locator(".g-who")).to_have_count(1)
    expect(page.locator("#id_find")).to_be_focused()
    page.get_by_role("button", name=re.compile(r"^\+ ")).first.click()
    expect(page.locator(".g-who")).to_have_count(2)
    page.locator("label[for^=id_minutes]", has_text="45").click()
    page.locator("#id_note").fill("Sutarta susitikti mokykloje.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text("45 min.")
    page.goto("/services/new/")
    assert counted(page) == (after, after + 1)
    assert said == []


def test_without_scripts_the_same_is_done_step_by_step_and_nothing_typed_is_lost(without_scripts: Page) -> None:
    page = without_scripts
    enter(page)
    surname = a_carer(page).split()[-1]
    page.locator("#id_note").fill("Nieko neprarasti.")
    page.locator("#id_find").fill(surname)
    page.locator("#id_find").press("Enter")
    page.locator("#found button").first.click()
    page.locator(".g-who button").click()
    expect(page.locator(".g-who")).to_have_count(0)
    page.get_by_role("button", name=RECORD, exact=True).last.click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("kam")
    expect(page.locator("#id_note")).to_have_value("Nieko neprarasti.")
    page.locator("#id_find").fill(surname)
    page.locator("#id_find").press("Enter")
    page.locator("#found button").first.click()
    page.get_by_role("button", name=RECORD, exact=True).last.click()
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"AL-\d{4}-\d+"))


def test_a_day_that_has_not_come_is_refused_at_its_boxes_and_the_words_stay(page: Page) -> None:
    enter(page)
    page.locator("#id_find").press_sequentially(a_carer(page), delay=10)
    page.locator("#found button").first.click()
    expect(page.locator(".g-who")).to_have_count(1)
    page.get_by_text("Kita diena").click()
    for number, part in enumerate(("2099", "1", "15")):
        page.locator(f"#id_day_{number}").fill(part)
    page.locator("#id_note").fill("Lieka.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    expect(page.locator("#id_note")).to_have_value("Lieka.")
    page.locator(".govuk-error-summary a").first.click()
    expect(page.locator("#id_day_0")).to_be_focused()


def test_what_was_recorded_by_mistake_is_withdrawn_with_a_reason_and_stays(page: Page) -> None:
    enter(page)
    page.locator("#id_find").press_sequentially(a_carer(page), delay=10)
    page.locator("#found button").first.click()
    expect(page.locator(".g-who")).to_have_count(1)
    page.get_by_role("button", name=RECORD, exact=True).last.click()
    page.get_by_role("status").get_by_role("link", name="Atšaukti").click()
    page.locator("#id_reason").fill("Įrašyta ne tam žmogui.")
    page.locator("main .govuk-button--warning").click()
    expect(page.locator("main")).to_contain_text("neskaičiuojama")
    expect(page.locator("main")).to_contain_text("Įrašyta ne tam žmogui.")


def test_the_boxes_of_another_answer_show_only_when_it_is_chosen(page: Page) -> None:
    enter(page)
    expect(page.locator("#id_day_0")).to_be_hidden()
    page.get_by_text("Kita diena").click()
    expect(page.locator("#id_day_0")).to_be_visible()
    expect(page.locator("#id_other_kind")).to_be_hidden()
    page.get_by_text("Kita…").click()
    expect(page.locator("#id_other_kind")).to_be_visible()


def test_what_is_chosen_while_the_services_of_another_day_are_fetched_stays_chosen(page: Page) -> None:
    enter(page)
    held: list[Route] = []
    page.route("**/services/new/", lambda route: held.append(route) if asks_for_kinds(route.request) else route.continue_())
    with page.expect_request(asks_for_kinds):
        page.get_by_text("Vakar", exact=True).click()
    page.get_by_text("Kita…").click()
    expect(page.locator("#id_other_kind")).to_be_visible()
    with page.expect_response(lambda response: asks_for_kinds(response.request)):
        held.pop().continue_()
    expect(page.locator("#kinds.htmx-request, #kinds.htmx-settling")).to_have_count(0)
    expect(page.locator("#id_other_kind")).to_be_visible()


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_telephone_the_button_stays_under_the_thumb(phone: Page, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 700})
    enter(phone)
    assert overflow(phone) <= 0
    expect(phone.get_by_role("button", name=RECORD, exact=True).last).to_be_in_viewport()


def test_on_a_telephone_a_meeting_is_corrected_or_withdrawn_by_a_thumb(phone: Page) -> None:
    enter(phone, "/services/meetings/")
    ways = phone.locator("main tbody tr").first.locator(".g-ways a")
    expect(ways).to_have_count(2)
    assert [round(box["height"]) >= 44 and box["width"] >= 44 for way in ways.all() if (box := way.bounding_box())] == [True, True]
