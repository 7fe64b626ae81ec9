"""A municipality's plan: where its money went and what came of it, down to the rows; and a plan written by hand, approved and amended."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.inside import run_inside
from tests.journeys.installation import overflow, sign_in

CLERK, NATIONAL = "ramune@globa.example", "vejune@globa.example"
YEAR = "2012"
"""Of the plan that is written here; nobody else asks about it."""
WITHDRAW = (
    "from globa.planning.plans.plans import Plan\n"
    f"for plan in Plan.objects.in_force().filter(year={YEAR}).order_by('-version'):\n"
    "    Plan.objects.filter(pk=plan.pk).update(withdrawn_on='2026-01-01')\n"
)


def the_plan(page: Page, account: str = CLERK) -> None:
    sign_in(page, account, PASSWORD)
    page.goto("/plans/?year=2023")
    page.locator("main tbody a[href^='/plans/']").first.click()
    expect(page.locator("#flows")).to_be_visible()


def test_a_sum_of_the_plan_opens_down_to_its_entries(page: Page) -> None:
    the_plan(page)
    expect(page.locator("main")).to_contain_text(re.compile(r"1\s636\s341,93"))
    page.locator("tr", has_text="1.1.2").first.locator("td a[href*='/used/']").click()
    expect(page.locator("h1")).to_contain_text(re.compile(r"110\s989,00"))
    expect(page.locator("main tbody tr")).to_have_count(4)


def test_a_measure_says_what_was_expected_and_what_the_records_say(page: Page) -> None:
    the_plan(page)
    page.locator("tr", has_text="1.1.2").first.locator("th a").click()
    expect(page.locator("section[aria-labelledby=money] tbody").first).to_contain_text(re.compile(r"139\s177,44"))
    expect(page.locator("section[aria-labelledby=results] tbody").first).to_contain_text("48")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_plan_is_read_on_a_desk_and_on_a_phone(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    the_plan(page, NATIONAL)
    assert overflow(page) <= 0
    page.locator("main nav a[href*='goal=']").first.click()
    expect(page.locator(".g-lead")).to_contain_text("socialinių paslaugų tinklą")
    assert overflow(page) <= 0


def write(page: Page, do: str, **given: str) -> None:
    form = page.locator(f"form:has(input[value={do}])")
    for name, text in given.items():
        form.locator(f"#id_{do}-{name}").fill(text)
    with page.expect_navigation():
        form.locator(".govuk-button").click()


def test_a_plan_is_written_by_hand_approved_and_amended(page: Page) -> None:
    run_inside(WITHDRAW)
    sign_in(page, CLERK, PASSWORD)
    page.goto("/plans/new/")
    write(page, "begin", year=YEAR, title="Planas ranka")
    write(page, "goal", no="1", text="Padėti šeimoms")
    write(page, "add", no="1.1", text="Teikti paslaugas")
    write(page, "add", no="1.1.1", text="Išlaikyti globos centrą")
    write(page, "add", bodies="Šeimos centras")
    page.locator("#id_amount-source").select_option(index=1)
    write(page, "amount", amount="1 234,56")
    expect(page.locator("section[aria-labelledby=money] table")).to_contain_text(re.compile(r"1\s234,56"))
    plan = page.url.partition("/lines/")[0]
    page.goto(f"{plan}/approve/")
    write(page, "approve", on_0=YEAR, on_1="3", on_2="30", decision_no="TS-9")
    expect(page.locator(".g-lead")).to_contain_text("TS-9")
    page.goto(f"{plan}/amend/")
    write(page, "amend", title="Planas ranka")
    expect(page.locator("h1")).to_have_text("Planas ranka")
