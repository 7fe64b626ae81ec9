"""A report comes after its plan: its lines stand beside the plan's, the difference to the ledger is booked, and all of it goes back."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from globa.demonstration.accounts import PASSWORD
from tests.journeys.installation import overflow, sign_in
from tests.journeys.test_plan_import import CLERK, bring

YEAR = "2013"
TITLE = f"Visagino savivaldybės {YEAR} metų socialinių paslaugų planas\n\n1 tikslas. Plėsti paslaugas\n"
PLAN = (
    "Priemonės\tLėšos, Eur\tVykdytojai\tLaukiamas rezultatas\n"
    "1.1.1. globoti vaikus\t100,00 savivaldybės biudžeto lėšos\tCentras\tBus globa.\n"
)
REPORT = (
    "Priemonės\tLėšos, Eur\tVykdytojai\tLaukiamas rezultatas\tPanaudotos lėšos, Eur\tPasiektas rezultatas\n"
    "1.1.1. globoti vaikus\t120,00 savivaldybės biudžeto lėšos\tCentras\tBus globa.\t90,00 savivaldybės biudžeto lėšos\t"
    "Globa vyko. Stovykla neįvyko, nes negauta paraiškų.\n"
)


def file(folder: Path, name: str, rows: str) -> Path:
    made = folder / name
    made.write_text(TITLE + rows, encoding="utf-8")
    return made


def test_a_report_is_booked_on_the_plan_that_is_kept_and_taken_back(without_scripts: Page, tmp_path: Path) -> None:
    page = without_scripts
    sign_in(page, CLERK, PASSWORD)
    bring(page, YEAR, file(tmp_path, "planas.txt", PLAN))
    expect(page.locator("#decide")).to_be_visible(timeout=60_000)
    page.locator("form[action$='/accept/'] button").click()
    own = page.url

    # The report plans another amount than the plan: that is for somebody to see.
    bring(page, YEAR, file(tmp_path, "ataskaita.txt", REPORT))
    expect(page.locator("#decide")).to_be_visible(timeout=60_000)
    document = page.url
    page.locator("aside a.govuk-button[href$='/attach/']").click()
    expect(page.locator("li.g-check")).to_contain_text(re.compile("120,00"))
    page.set_viewport_size({"width": 390, "height": 844})
    assert not overflow(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator("li.g-check form button").click()
    expect(page.locator("li.g-check[data-explained]")).to_be_visible()

    # What seems to be an obstacle is one.
    page.goto(f"{document}results/")
    page.locator("button[value=obstacles]").click()
    expect(page.locator("#confirmed")).to_be_visible()

    page.goto(document)
    page.locator("form[action$='/accept/'] button").click()
    expect(page.locator("main a.govuk-button[href^='/plans/']")).to_be_visible()
    expect(page.locator("#made + p")).to_contain_text(re.compile("90,00"))

    # Both are taken back: first the report, then the plan that it rested on.
    for taken in (document, own):
        page.goto(taken)
        page.locator("#id_reason").fill("Ne tų metų dokumentas")
        page.locator("form[action$='/undo/'] button").click()
        expect(page.locator("form[action$='/undo/']")).to_have_count(0)
