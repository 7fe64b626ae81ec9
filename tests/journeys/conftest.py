"""A browser before a real installation: `globa run` in a folder of its own, as the web's role, with the demonstration."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.finding import Places
from tests.journeys.installation import DESK, PHONE, browsing, folder, running

# A busy machine is slow and not wrong: what is awaited comes, or is missed for longer than anybody would wait.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the installation."""
    with running() as address:
        yield address


@pytest.fixture(scope="session")
def walked() -> Iterator[str]:
    """The address of another one, for those who go over every page: they begin and sign reports of which the others know nothing."""
    with running(where=folder("walk")) as address:
        yield address


@pytest.fixture(scope="session")
def places(browser: Browser, walked: str) -> Iterator[Places]:
    """Where every page lies in it; to find that takes long."""
    context = browser.new_context(base_url=walked, viewport=DESK, locale="lt-LT")
    yield Places(context.new_page())
    context.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A desk, 1280 px wide, reading Lithuanian."""
    context = browser.new_context(base_url=site, viewport=DESK, locale="lt-LT")
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    """A telephone, 390 px wide, reading Lithuanian."""
    context = browser.new_context(base_url=site, viewport=PHONE, locale="lt-LT", has_touch=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def without_scripts(browser: Browser, site: str) -> Iterator[Page]:
    """Every page must work like this."""
    context = browser.new_context(base_url=site, viewport=DESK, locale="lt-LT", java_script_enabled=False)
    yield context.new_page()
    context.close()
