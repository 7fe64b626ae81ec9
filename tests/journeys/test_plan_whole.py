"""The whole way of a plan: its document is brought and decided about, records fill its results, and its group signs the report on it."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import sign_in
from tests.journeys.test_plan_import import (
    CLERK,
    amount,
    bring,
    choose,
    confirm_the_sure_numbers,
    doubt,
    keep_two_lines,
    leave_the_other_unknown,
    of_year,
    say_amount,
    take_the_misprint,
)
from tests.journeys.test_plan_report import begun, explain_everything, sign_on_paper, write_the_group

YEAR = "2024"
"""The demonstration has records of it and no plan; no other journey asks about it."""
NAME = "Vaikai pas budinčius globotojus"


def brought(page: Page, folder: Path) -> str:
    """The address of the approved plan that the document became."""
    bring(page, YEAR, of_year(YEAR, folder))
    expect(page.locator("#decide")).to_be_visible(timeout=60_000)
    take_the_misprint(page)
    keep_two_lines(page)
    first = doubt(page, "iš Vaikų socializacijos programos")
    choose(first, "type")
    say_amount(page, first, "2 000,00")
    leave_the_other_unknown(page)
    confirm_the_sure_numbers(page)
    page.locator("form[action$='/accept/'] summary").click()
    for place, number in enumerate((YEAR, "3", "28")):
        page.locator(f"#id_approved_on_{place}").fill(number)
    page.locator("#id_decision_no").fill("TS-77")
    page.locator("form[action$='/accept/'] button").click()
    return str(page.locator("main a.govuk-button[href^='/plans/']").get_attribute("href"))


def feed(page: Page, plan: str) -> None:
    """Name which records count for measure 1.1.2, and see that they do."""
    page.goto(plan)
    page.locator("tr", has_text="1.1.2").first.locator("th a").click()
    measure = page.url
    line = str(page.locator("main a[href*=lines]").first.get_attribute("href")).partition("#")[0]
    page.goto(f"{line}records/")
    page.locator("details:has(input[name=do][value=stay]) summary").click()
    page.locator("#id_stay-name").fill(NAME)
    page.locator("input[name=stay-codes][value=on_duty_carer]").check()
    page.locator("form:has(input[name=do][value=stay]) button").click()
    expect(page.locator(".g-fed tbody tr", has_text=NAME).locator("td a").first).to_be_visible()
    page.goto(measure)
    expect(page.locator("tr", has_text=NAME).locator("td a").first).to_have_text(re.compile(r"^\d+$"))


def test_from_the_document_to_the_report_that_the_group_signed(page: Page, tmp_path: Path) -> None:
    sign_in(page, CLERK, PASSWORD)
    plan = brought(page, tmp_path)
    page.goto(plan)
    expect(page.locator("main")).to_contain_text(amount("1 636 341,93"))
    feed(page, plan)

    report = f"{plan}report/"
    document = begun(page, report)
    write_the_group(page, report)
    page.goto(document)
    expect(page.locator("main")).to_contain_text(amount("1 636 341,93"))
    explain_everything(page, document)
    page.goto(f"{document}sign/")
    page.locator("label[for=id_confirm]").click()
    page.locator("main form .govuk-button").last.click()
    expect(page.locator("aside a[href$='/differences/']")).to_be_visible()
    sign_on_paper(page, report)

    page.goto(document)
    page.locator(".g-downloads button", has_text="Word").click()
    with page.expect_download(timeout=90_000) as waiting:
        page.locator("main a.govuk-button").click(timeout=90_000)
    assert waiting.value.suggested_filename.endswith(".docx")
