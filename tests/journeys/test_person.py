"""A child's file: found, opened, placed; and a new one that is not made twice."""

from __future__ import annotations

import re
from random import choices

from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import overflow, sign_in

HIDDEN = "paslėptas"


def enter(page: Page, address: str) -> None:
    sign_in(page, "migle@globa.example", PASSWORD)
    page.goto(address)


def open_child(page: Page) -> str:
    """Open the file of a child who lives with us, with whom the coordinator works and who is not away; return the name."""
    page.goto("/people/?who=children")
    for address in addresses(page, "main tbody tr:has(a[href^='/homes/']) th a"):
        page.goto(address)
        if page.get_by_role("link", name="Laikinai išvyko").count():
            break
    return page.locator("h1").inner_text()


def addresses(page: Page, links: str) -> list[str]:
    return [link.get_attribute("href") or "" for link in page.locator(links).all()]


def test_a_child_is_found_without_the_right_letters_and_both_lanes_are_seen(page: Page) -> None:
    enter(page, "/people/")
    name = open_child(page)
    page.goto("/people/")
    page.locator("#find").fill(name.translate(str.maketrans("ąčęėįšųūž", "aceeisuuz")))
    page.keyboard.press("Enter")
    page.get_by_role("link", name=name).first.click()
    expect(page.locator("h1")).to_have_text(name)
    expect(page.locator("svg.g-wide").first).to_have_attribute("aria-label", re.compile("Kas atstovauja.*Kur gyvena"))
    page.get_by_text("Juostos kaip lentelė").click()
    expect(page.get_by_role("table").first).to_be_visible()


def test_a_personal_code_is_shown_only_when_somebody_asks_and_the_page_says_who_asked(page: Page) -> None:
    enter(page, "/people/?who=children")
    for address in addresses(page, "main tbody th a"):
        page.goto(address)
        if page.get_by_text(HIDDEN).count():
            break
    page.get_by_role("button", name=re.compile("^rodyti")).click()
    expect(page.locator(".g-id .g-num")).to_have_text(re.compile(r"^\d{11}$"))
    page.reload()
    expect(page.locator("main").get_by_text("Miglė Gedvilaitė").last).to_be_visible()


def test_a_new_child_is_looked_for_registered_placed_moved_and_leaves(page: Page) -> None:
    enter(page, "/people/new/")
    page.locator("#id_given_name").fill("Domantas")
    family = "".join(choices("abdegiklmnoprstuvz", k=9)).capitalize()
    page.locator("#id_family_name").fill(family)
    for number, part in enumerate(("2014", "5", "6")):
        page.locator(f"#id_birth_date_{number}").fill(part)
    page.locator("label[for=id_purpose_0]").click()
    page.locator(".g-stick button").click()
    expect(page.locator("h1")).to_have_text(f"Domantas {family}")
    file = page.url

    page.goto(f"{file}admit/")
    page.locator("#id_place label", has_text=re.compile("^Lova")).first.click()
    page.locator("#id_origin").select_option("parents")
    page.locator(".g-stick button").click()
    expect(page.locator(".g-id")).to_contain_text("namai")

    page.goto(f"{file}admit/")  # a second time, elsewhere: refused in words, and nothing typed is lost
    page.locator("#id_place label", has_text=re.compile("^Lova")).first.click()
    page.locator("#id_origin").select_option("other")
    page.locator(".g-stick button").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("jau gyvena")
    expect(page.locator("#id_origin")).to_have_value("other")

    page.goto(f"{file}discharge/")
    page.locator("#id_destination").select_option("parents")
    page.locator(".g-stick button").click()
    expect(page.locator(".govuk-error-summary")).to_be_visible()  # on the day of coming: not a day of a stay


def test_somebody_who_is_there_already_is_shown_before_a_second_file(page: Page) -> None:
    enter(page, "/people/")
    name = open_child(page)
    given, family = name.split(" ", 1)
    page.goto("/people/new/")
    page.locator("#id_given_name").fill(given)
    page.locator("#id_family_name").fill(family)
    page.locator("label[for=id_purpose_0]").click()
    page.locator(".g-stick button").click()
    expect(page.get_by_role("link", name=name).first).to_be_visible()
    expect(page.locator("#id_given_name")).to_have_value(given)


def test_a_child_goes_visiting_and_the_bed_stays(page: Page) -> None:
    enter(page, "/people/")
    open_child(page)
    page.get_by_role("link", name="Laikinai išvyko").click()
    page.locator("label[for=id_kind_0]").click()
    page.locator("#id_country").select_option("IT")
    page.locator(".g-stick button").click()
    expect(page.get_by_role("status")).to_contain_text("Lova")
    expect(page.get_by_role("link", name="Grįžo")).to_be_visible()


def test_the_file_folds_on_a_telephone(phone: Page) -> None:
    enter(phone, "/people/")
    open_child(phone)
    assert overflow(phone) <= 0
    expect(phone.locator("svg.g-narrow").first).to_be_visible()
    phone.get_by_role("link", name="Perkelti").click()
    assert overflow(phone) <= 0
