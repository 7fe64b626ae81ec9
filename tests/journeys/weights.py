"""
P13: how many bytes a browser fetches on its first visit to each page of the walk, fonts included, as `globa serve` sends them.

    python -m tests.journeys.weights

Static files are those of `make setup`, with their compressed sisters. What is counted is what came over the wire, headers included; the
largest pages are named, and the command fails where one is above the limit.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from statistics import median

from playwright.sync_api import Browser, CDPSession, Page

from globa.demonstration.accounts import CENTRE, PASSWORD
from tests.journeys.finding import NOBODY, Places
from tests.journeys.installation import DESK, browsing, running, running_outside, sign_in
from tests.journeys.samples import PAGES

LIMIT = 100_000
NAMED = 8
OUTSIDE = ("/lt/", f"/lt/{CENTRE}/", f"/lt/{CENTRE}/enquiry/", f"/lt/{CENTRE}/thanks/")


def weighed() -> dict[str, int]:
    """Bytes by the address of each sample, as its first account sees it, and of the pages that everybody sees outside."""
    with running(as_it_lies=False) as address, running_outside(as_it_lies=False) as outside, browsing() as browser:
        context = browser.new_context(base_url=address, viewport=DESK, locale="lt-LT")
        places = Places(context.new_page())
        found = [(sample.accounts[0], sample.finds(places)) for samples in PAGES.values() for sample in samples]
        context.close()
        inside = dict(_of_all(browser, address, sorted({one for one in found if one[1]})))
        return inside | {f"outside {where}": size for where, size in _of_all(browser, outside, [(NOBODY, one) for one in OUTSIDE])}


def _of_all(browser: Browser, address: str, samples: list[tuple[str, str]]) -> Iterator[tuple[str, int]]:
    for account in sorted({account for account, _page in samples}):
        context = browser.new_context(base_url=address, viewport=DESK, locale="lt-LT")
        page = context.new_page()
        if account:
            sign_in(page, account, PASSWORD)
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
        for of, where in samples:
            if of == account:
                yield where, _weight(page, wire, where)
        context.close()


def _weight(page: Page, wire: CDPSession, where: str) -> int:
    sizes: list[int] = []

    def arrived(event: dict[str, object]) -> None:
        sizes.append(int(event["encodedDataLength"]))  # type: ignore[call-overload]

    wire.on("Network.loadingFinished", arrived)
    page.goto(where, wait_until="networkidle")
    wire.remove_listener("Network.loadingFinished", arrived)
    return sum(sizes)


def main() -> int:
    found = weighed()
    largest = sorted(found.items(), key=lambda one: -one[1])
    for where, size in largest[:NAMED]:
        print(f"{size / 1000:7.1f} kB  {where}")
    over = sum(size > LIMIT for size in found.values())
    print(f"smallest {min(found.values()) / 1000:.1f} kB, median {median(found.values()) / 1000:.1f} kB")
    print(f"P13  <= {LIMIT // 1000} kB  {largest[0][1] / 1000:.1f}  {'MISSED' if over else 'met'}: {len(found)} pages, {over} above")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
