"""The clerk of a municipality writes the report on its plan: the group, the reasons, the conclusion, a signature, a file."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import overflow, sign_in

CLERK = "ramune@globa.example"
USED = "plan-money.used%5Bline=1.1.2-1%5D"
YEAR = "2023"


def the_report(page: Page) -> str:
    """The address of the report on the plan of the year, in its newest version."""
    sign_in(page, CLERK, PASSWORD)
    page.goto(f"/plans/?year={YEAR}")
    plan = page.locator("main tbody a[href^='/plans/']").first.get_attribute("href")
    return f"{plan}report/"


def begun(page: Page, report: str) -> str:
    """Begin the report, or a correction where it was signed already; the address of the document."""
    page.goto(report)
    if page.locator("main form input[value=begin]").count():
        page.locator("main form .govuk-button").click()
        expect(page.locator("#id_order_number")).to_be_visible()
        page.goto(report)
    document = str(page.locator("main a.govuk-button[href^='/reports/']").get_attribute("href"))
    page.goto(document)
    signs = page.locator("aside a[href$='/sign/']")
    if signs.count() == 0:
        page.goto(f"{document}correct/")
        page.locator("main form .govuk-button").click()
        expect(signs).to_be_visible()
    return str(signs.get_attribute("href")).removesuffix("sign/")


def write_the_group(page: Page, report: str) -> None:
    page.goto(f"{report}group/")
    page.locator("#id_order_number").fill("IV-E-56")
    for name, days in (("ordered_on", ("2024", "2", "14")), ("sat_on", ("2024", "3", "28"))):
        for place, number in enumerate(days):
            page.locator(f"#id_{name}_{place}").fill(number)
    page.locator("#id_place").fill("Visaginas")
    for place, (name, part) in enumerate((("Ramunė Jotautaitė", "group_chair"), ("Rasa Pavyzdė", "group_member"))):
        page.locator(f"#id_m-{place}-name").fill(name)
        page.locator(f"#id_m-{place}-part").select_option(part)
    page.locator("#id_m-0-user").select_option(label="Ramunė Jotautaitė")
    page.locator("main form .govuk-button").click()
    expect(page.locator("dl.g-facts")).to_contain_text("IV-E-56")


def explain_everything(page: Page, document: str) -> None:
    """Every finding that asks why is answered; the page says how many are left."""
    page.goto(document)
    asking = page.locator("aside li.g-check[data-asks]")
    for _each in range(60):
        left = asking.count()
        if not left:
            return
        asking.first.locator("a[href*='/explain/']").click()
        page.locator("#id_reason").fill("Aptarta posėdyje.")
        page.locator("main form .govuk-button").click()
        expect(asking).to_have_count(left - 1)


def sign_on_paper(page: Page, report: str) -> None:
    """Whoever has no account signs the printed report, which is brought in as it was scanned."""
    page.goto(report)
    page.locator("a[href$='/papers/']").click()
    page.locator("label", has_text="Rasa Pavyzdė").click()
    page.locator("#id_number").fill("V-5")
    for place, number in enumerate(("2024", "3", "28")):
        page.locator(f"#id_signed_on_{place}").fill(number)
    page.locator("#id_file").set_input_files({"name": "lapas.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"})
    page.locator("main form .govuk-button").click()
    expect(page.locator("main a[href*='/report/papers/']")).to_contain_text("V-5")


def test_from_the_plan_to_a_report_that_the_group_signed(page: Page) -> None:
    report = the_report(page)
    document = begun(page, report)
    write_the_group(page, report)

    # The tables stand there already; the conclusion is written.
    page.goto(f"{document}texts/conclusion.text/")
    page.locator("#id_text").fill("Panaudota {plan-money.used:unit}.")
    page.locator("main form button[name=save]").click()
    expect(page.locator("[id='b-conclusion.text'] a.fig")).to_have_count(1)
    used = page.locator(f"a.fig[href$='/figures/{USED}/']").first
    expect(used).to_contain_text(re.compile(r"110\s989,00"))

    explain_everything(page, document)
    page.locator("aside a[href$='/sign/']").click()
    page.locator("label[for=id_confirm]").click()
    page.locator("main form .govuk-button").last.click()
    expect(page.locator("aside a[href$='/differences/']")).to_be_visible()
    sign_on_paper(page, report)
    page.goto(document)
    expect(page.locator("aside form[action$='/submit/']")).to_be_visible()

    # What was signed opens to the ledger, and leaves as a file.
    page.goto(f"{document}figures/{USED}/")
    expect(page.locator("main tbody tr")).to_have_count(4)
    expect(page.locator("main")).to_contain_text(re.compile(r"73\s755,00"))
    page.goto(document)
    page.locator(".g-downloads button", has_text="Word").click()
    with page.expect_download(timeout=90_000) as waiting:
        page.locator("main a.govuk-button").click(timeout=90_000)
    assert waiting.value.suggested_filename.endswith(".docx")


def test_the_report_on_a_plan_is_read_on_a_telephone(phone: Page) -> None:
    report = the_report(phone)
    document = begun(phone, report)
    for address in (report, document, f"{report}group/", f"{report}beside/", f"{report}years/", f"{report}public/"):
        phone.goto(address)
        assert not overflow(phone), address
