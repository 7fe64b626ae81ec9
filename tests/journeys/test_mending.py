"""Mending what was recorded wrongly: who came, for whom it was, what the year aims at; each with a reason, and nothing is lost."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import overflow, sign_in

CORRECT, AIM = "Taisyti", "Kryptis, kurios atsisakoma"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).last.click()


def test_on_a_telephone_who_came_is_put_right_and_the_record_says_who_stood_there(phone: Page) -> None:
    sign_in(phone, "migle@globa.example", PASSWORD)
    phone.goto("/services/group/")
    phone.locator("main .g-list a").first.click()
    for number in (0, 1):
        phone.locator(f"label[for=id_came_{number}]").click()
    press(phone, "Įrašyti")
    expect(phone.get_by_role("status")).to_contain_text("2 žmonės")
    phone.goto("/services/meetings/")
    phone.locator("main tbody tr").first.locator("a[href$='/correct/']").click()
    assert overflow(phone) <= 0
    name = phone.locator("label[for=id_came_0]").inner_text()
    phone.locator("label[for=id_came_0]").click()
    phone.locator("#id_minutes").fill("75")
    press(phone, CORRECT)
    expect(phone.locator(".govuk-error-summary")).to_contain_text("kodėl")
    expect(phone.locator("#id_minutes")).to_have_value("75")
    phone.locator("#id_reason").fill("Pažymėta ne ta pavardė.")
    press(phone, CORRECT)
    history = phone.locator(".g-history li").first
    expect(history).to_contain_text("Pažymėta ne ta pavardė.")
    expect(history.locator("del", has_text=name)).to_have_count(1)
    expect(history.locator("ins", has_text=name)).to_have_count(0)


def test_without_scripts_the_head_adds_a_recipient_and_takes_one_out(without_scripts: Page) -> None:
    page = without_scripts
    sign_in(page, "ausra@globa.example", PASSWORD)
    page.goto("/homes/")
    other = page.locator("section:has-text('globotojai') .g-list a").last.inner_text()
    page.goto("/services/?worker=all")
    page.locator("main tbody th a").nth(7).click()
    shown = page.url
    page.get_by_role("button", name=CORRECT).or_(page.get_by_role("link", name=CORRECT)).first.click()
    page.locator("#id_find").fill(other)
    page.locator("#id_find").press("Enter")
    expect(page.locator("input[name=came]:checked").first).to_be_attached()
    page.locator("label", has_text=other).first.click()
    page.locator("#id_reason").fill("Buvo ir ji.")
    press(page, CORRECT)
    expect(page).to_have_url(shown)
    expect(page.locator("dl")).to_contain_text(other)
    page.goto(f"{shown}correct/")
    page.locator("label", has_text=other).first.click()
    page.locator("#id_reason").fill("Vis dėlto ne.")
    press(page, CORRECT)
    expect(page.locator("dl").first).not_to_contain_text(other)
    expect(page.locator(".g-history li").first.locator("del")).to_contain_text(other)


def test_a_direction_is_withdrawn_and_put_back(page: Page) -> None:
    sign_in(page, "ausra@globa.example", PASSWORD)
    page.goto("/administration/directions/")
    page.locator("#id_add-code").fill("90")
    page.locator("#id_add-text").fill(AIM)
    page.locator("#id_add-text").press("Control+Enter")
    expect(page.get_by_role("rowheader", name=AIM)).to_have_count(1)
    withdraw(page)
    page.locator(".g-list a", has_text=AIM).first.click()
    expect(page.locator(".g-history")).to_contain_text("Taryba nusprendė kitaip.")
    page.locator("#id_put_back-reason").fill("Vis dėlto siekiama.")
    page.locator("#id_put_back-reason").press("Enter")
    expect(page.get_by_role("rowheader", name=AIM)).to_have_count(1)
    withdraw(page)


def withdraw(page: Page) -> None:
    page.get_by_role("rowheader", name=AIM).get_by_role("link").click()
    page.locator("#id_withdraw-reason").fill("Taryba nusprendė kitaip.")
    page.locator("#id_withdraw-reason").press("Enter")
    expect(page.get_by_role("status")).to_be_visible()
    expect(page.get_by_role("rowheader", name=AIM)).to_have_count(0)
