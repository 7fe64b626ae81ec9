"""
Pictures of the pages for the documentation, at a desk's and a telephone's width.

    python -m tests.journeys.screens

What is taken is what somebody of the demonstration sees; names, streets and schools in it are invented.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize

from globa.demonstration.accounts import CARER, PASSWORD
from tests.journeys.installation import DESK, PHONE, ROOT, browsing, running, sign_in

FOLDER = ROOT / "docs" / "screens"
HEAD, COORDINATOR, PLANNER = "ausra@globa.example", "migle@globa.example", "ramune@globa.example"
CENTRE = "/figures/alytus-family-centre/2023/"
CARERS = f"{CENTRE}foster-centre.children-with-on-duty-carers/"
# A picture is looked at, not scrolled: what is below this many pixels is not taken.
TALLEST = {DESK["width"]: 1350, PHONE["width"]: 1700}


@dataclass(frozen=True)
class Screen:
    """`steps` are what is done on the page before it is taken; nothing is saved."""

    name: str
    account: str
    address: str
    steps: Callable[[Page], None] | None = None


def _with_recipient(page: Page) -> None:
    """A carer is chosen, and the child who is offered with the carer."""
    page.goto("/homes/")
    carer = page.locator("section:has-text('globotojai') .g-list a").first.inner_text()
    page.goto("/services/new/")
    # What the desk's picture left half-written comes back on the telephone.
    if not page.locator(".g-who", has_text=carer.strip()).count():
        page.locator("#id_find").press_sequentially(carer)
        page.locator("#found button").first.click()
    page.locator(".g-who button").first.wait_for()
    page.locator("h1").click()


def _a_child_of_a_home(page: Page) -> None:
    page.locator("main tbody tr:has(a[href^='/homes/alytus-home']) th a").first.click()
    page.wait_for_load_state()


def _the_report_of_2023(page: Page) -> None:
    """The one that is kept; where nobody began it yet, its draft is begun."""
    kept = page.locator("main table a", has_text="2023").first
    if kept.count():
        kept.click()
    else:
        _begin(page, "2023")
    page.wait_for_load_state()


def _begin(page: Page, year: str) -> None:
    box = page.locator("main #id_year")
    if not box.is_visible():
        page.locator("main details summary").last.click()
    box.select_option(year)
    page.locator("main details form button").click()
    page.reload()  # without what is said once


def _the_plan(page: Page) -> None:
    page.locator("main tbody a[href^='/plans/']").first.click()
    page.wait_for_load_state()


def _a_measure(page: Page) -> None:
    _the_plan(page)
    page.locator("main a[href*='/measures/']").nth(1).click()
    page.wait_for_load_state()


SCREENS = (
    Screen("sign-in", "", "/accounts/login/"),
    Screen("today", COORDINATOR, "/"),
    Screen("figures", HEAD, CENTRE),
    Screen("figure", HEAD, CARERS),
    Screen("evidence", HEAD, f"{CARERS}records/"),
    Screen("service", COORDINATOR, "/services/new/", _with_recipient),
    Screen("person", HEAD, "/people/?who=children", _a_child_of_a_home),
    Screen("homes", COORDINATOR, "/homes/"),
    Screen("home", COORDINATOR, "/homes/alytus-home-1/?year=2023"),
    Screen("report", HEAD, "/reports/", _the_report_of_2023),
    Screen("reports", HEAD, "/reports/"),
    Screen("today-head", HEAD, "/"),
    Screen("plan", PLANNER, "/plans/?year=2023", _the_plan),
    Screen("measure", PLANNER, "/plans/?year=2023", _a_measure),
    Screen("money-by-year", PLANNER, "/plans/funds/"),
    Screen("carer", CARER, "/mine/"),
)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with running() as address, browsing() as browser:
        for size in (DESK, PHONE):
            for account in ("", COORDINATOR, HEAD, PLANNER, CARER):
                _take(browser, address, size, account)


def _take(browser: Browser, address: str, size: ViewportSize, account: str) -> None:
    """The pages of one account, in one window."""
    context = browser.new_context(base_url=address, viewport=size, locale="lt-LT", reduced_motion="reduce")
    page = context.new_page()
    if account:
        sign_in(page, account, PASSWORD)
    for screen in SCREENS:
        if screen.account == account:
            page.set_viewport_size(size)
            page.goto(screen.address)
            if screen.steps:
                screen.steps(page)
            _picture(page, FOLDER / f"{screen.name}-{size['width']}.png", size["width"])
    context.close()


def _picture(page: Page, path: Path, width: int) -> None:
    """The window becomes as tall as the picture, so that what stands at its lower edge stands there."""
    page.evaluate("document.activeElement.blur()")
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST[width])
    page.set_viewport_size({"width": width, "height": height})
    page.screenshot(path=path)
    print(f"{path.relative_to(ROOT)} {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
