"""
Pictures of the guide, in both languages: what somebody of each post sees where a chapter says what to do.

    python -m tests.journeys.guide_pictures [NAME ...]

They are drawn with few colours, so that a chapter weighs little.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize

from globa.demonstration.accounts import CARER, PASSWORD
from tests.journeys import plan_places
from tests.journeys.finding import (
    ADMINISTRATOR,
    ASSISTANT,
    CARERS,
    CLERK,
    COORDINATOR,
    HEAD,
    NATIONAL,
    OFFICER,
    PLANNER,
    PSYCHOLOGIST,
    SHEET,
    Places,
)
from tests.journeys.installation import PHONE, ROOT, browsing, running, sign_in

FOLDER = ROOT / "docs" / "guide" / "pictures"
TABLE: ViewportSize = {"width": 1200, "height": 900}
LOCALES = {"lt": "lt-LT", "en": "en-GB"}
TALLEST = {TABLE["width"]: 900, PHONE["width"]: 760}
COLOURS = 48


@dataclass(frozen=True)
class Picture:
    """`steps` are done on the page before it is taken; nothing is saved by them."""

    name: str
    account: str
    finds: Callable[[Places], str]
    size: ViewportSize = field(default_factory=TABLE.copy)
    steps: Callable[[Page], None] | None = None


def at(name: str, account: str, address: str, size: ViewportSize = TABLE, steps: Callable[[Page], None] | None = None) -> Picture:
    return Picture(name, account, lambda places: address, size, steps)


def _find(page: Page) -> None:
    page.locator("#find").fill("globa")
    page.locator("main form button").click()
    page.wait_for_load_state()


def _with_recipient(page: Page) -> None:
    """Somebody whom one helped lately; what was half-written by the picture before is thrown away."""
    kept = page.locator("button[form^='draft-']")
    if kept.count():
        with page.expect_navigation():
            kept.first.click()
    page.locator(".g-lately button").first.click()
    page.locator(".g-who button").first.wait_for()


def _to_decide(page: Page) -> None:
    """What is asked stands lower in the column beside the document, which scrolls by itself."""
    asked, rail = page.locator("#decide").bounding_box(), page.locator(".g-rail").bounding_box()
    assert asked
    assert rail
    page.locator(".g-rail").evaluate("(one, by) => one.scrollBy(0, by)", asked["y"] - rail["y"])


PICTURES = (
    at("today", COORDINATOR, "/"),
    at("find", COORDINATOR, "/find/", steps=_find),
    at("service", COORDINATOR, "/services/new/", steps=_with_recipient),
    Picture("group", COORDINATOR, lambda places: places.first("/services/group/", "main .g-list a", COORDINATOR)),
    Picture("file", COORDINATOR, lambda places: places.child),
    at("psychologist", PSYCHOLOGIST, "/services/new/"),
    at("home-phone", ASSISTANT, "/homes/alytus-home-1/", PHONE),
    at("service-phone", ASSISTANT, "/services/new/", PHONE),
    at("head", HEAD, "/"),
    Picture("working", HEAD, lambda places: f"{places.child}working/"),
    at("figures", HEAD, SHEET),
    at("figure", HEAD, CARERS),
    at("evidence", HEAD, f"{CARERS}records/"),
    Picture("report", HEAD, lambda places: places.draft),
    Picture("sign", HEAD, lambda places: f"{places.ready}sign/"),
    at("checks", HEAD, "/checks/"),
    Picture("check", HEAD, lambda places: places.checked),
    at("nation", NATIONAL, "/"),
    at("clerk", CLERK, "/"),
    Picture("plan", PLANNER, plan_places.plan),
    Picture("plan-measure", PLANNER, plan_places.measure),
    Picture("plan-document", PLANNER, plan_places.doubtful, steps=_to_decide),
    Picture("plan-attach", PLANNER, plan_places.attached),
    Picture("plan-records", PLANNER, plan_places.records),
    Picture("plan-ledger", PLANNER, lambda places: f"{plan_places.plan(places)}used/"),
    Picture("plan-report", PLANNER, plan_places.told),
    Picture("plan-sign", PLANNER, plan_places.signing),
    Picture("plan-public", PLANNER, plan_places.public),
    Picture("looks", OFFICER, lambda places: "/looks/" if places.noticed else ""),
    at("emergency", COORDINATOR, "/people/emergency/"),
    at("administration", ADMINISTRATOR, "/administration/"),
    at("users", ADMINISTRATOR, "/administration/users/"),
    at("mine-phone", CARER, "/mine/", PHONE),
)


def main(names: list[str]) -> None:
    wanted = [one for one in PICTURES if not names or one.name in names]
    with running() as address, browsing() as browser:
        found = _addresses(browser, address, wanted)
        for language in LOCALES:
            for account in dict.fromkeys(one.account for one in wanted):
                _take(browser, address, language, [one for one in wanted if one.account == account], found)


def _addresses(browser: Browser, address: str, wanted: list[Picture]) -> dict[str, str]:
    """Found once, by the reader who follows links in Lithuanian."""
    context = browser.new_context(base_url=address, viewport=TABLE, locale="lt-LT")
    places = Places(context.new_page())
    found = {one.name: one.finds(places) for one in wanted}
    context.close()
    return found


def _take(browser: Browser, address: str, language: str, pictures: list[Picture], found: dict[str, str]) -> None:
    """The pictures of one account, in one window."""
    context = browser.new_context(base_url=address, viewport=TABLE, locale=LOCALES[language], reduced_motion="reduce")
    page = context.new_page()
    sign_in(page, pictures[0].account, PASSWORD)
    for one in pictures:
        page.set_viewport_size(one.size)
        page.goto(found[one.name])
        if one.steps:
            one.steps(page)
        _draw(page, FOLDER / language / f"{one.name}.png", one.size["width"])
    context.close()


def _draw(page: Page, path: Path, width: int) -> None:
    """Without what stands around every page: the demonstration's strip and the menu of a telephone."""
    page.evaluate("document.activeElement.blur()")
    page.evaluate("document.querySelectorAll('.g-demo, .g-dock, .g-foot').forEach(one => one.remove())")
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST[width])
    page.set_viewport_size({"width": width, "height": height})
    drawn = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    path.parent.mkdir(parents=True, exist_ok=True)
    drawn.save(path, optimize=True)
    print(f"{path.relative_to(ROOT)} {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
