"""
Pictures of the pages for the documentation, at a desk's and a telephone's width.

    python -m tests.journeys.screens
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page

from tests.journeys.installation import DESK, PHONE, ROOT, browsing, running, sign_in

FOLDER = ROOT / "docs" / "screens"
# name, address; those before signing in first
PUBLIC: Sequence[tuple[str, str]] = [("sign-in", "/accounts/login/")]
PAGES: Sequence[tuple[str, str]] = [("kit", "/kit")]


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with running() as address, browsing() as browser:
        for width, size in ((1280, DESK), (390, PHONE)):
            context = browser.new_context(base_url=address, viewport=size, locale="lt-LT", reduced_motion="reduce")
            page = context.new_page()
            _take(page, PUBLIC, width)
            if account := _account():
                sign_in(page, *account)
            _take(page, PAGES, width)
            context.close()


def _account() -> tuple[str, str] | None:
    """The account whose pages are pictured: a foster coordinator of the demonstration, or the one in GLOBA_SCREENS_AS."""
    if named := os.environ.get("GLOBA_SCREENS_AS"):
        email, _, password = named.partition(":")
        return email, password
    return None


def _take(page: Page, pages: Sequence[tuple[str, str]], width: int) -> None:
    for name, address in pages:
        page.goto(address)
        page.screenshot(path=_file(name, width), full_page=True)


def _file(name: str, width: int) -> Path:
    return FOLDER / f"{name}-{width}.png"


if __name__ == "__main__":
    main()
