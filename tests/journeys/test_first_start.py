"""From an empty installation to the first record: what the administrator makes, and the first coordinator who comes in by a letter."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import installation
from tests.journeys.installation import DESK, ROOT, overflow, sign_in

ADMINISTRATOR, COORDINATOR = "rasa@centre.example", "ruta@centre.example"
PASSWORDS = {ADMINISTRATOR: "Trys-Tylus-Ezerai", COORDINATOR: "Penki-Zali-Kalnai"}
FOLDER = ROOT / "var" / "first-start"


@dataclass(frozen=True)
class Empty:
    """An installation that runs with nobody in it."""

    address: str
    environment: dict[str, str]

    def command(self, *arguments: str) -> str:
        said = subprocess.run(
            [sys.executable, "-m", "globa.config.commands", *arguments],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, check=True, timeout=300,
        )  # fmt: skip
        return said.stdout.strip()

    def letter(self, to: str) -> str:
        """Return the link of the letter, when the worker has sent it."""
        for _try in range(120):
            for file in sorted((FOLDER / "mail").glob("*.log"), reverse=True):
                if link := _link(file, to):
                    return link
            time.sleep(0.5)
        raise AssertionError(f"no letter to {to}")


def _link(file: Path, to: str) -> str:
    letter = message_from_bytes(file.read_bytes(), policy=policy.default)
    found = re.search(r"http\S+/accounts/\S+", letter.get_content()) if letter["To"] == to else None
    return found.group(0) if found else ""


@pytest.fixture(scope="module")
def empty() -> Iterator[Empty]:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    port = installation.free_port()
    known = installation._environment(FOLDER, port, as_it_lies=True) | {"GLOBA_DEMO": "no", "GLOBA_SECOND_FACTOR": "no"}
    address, output = f"http://localhost:{port}", FOLDER / "output.txt"
    with output.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "globa.config.commands", "run"],
            cwd=ROOT, env=known, stdout=file, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            installation._await_answer(address, process, output)
            yield Empty(address, known | {"PATH": os.environ["PATH"]})
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=60)


def opened(browser: Browser, at: Empty) -> Page:
    page = browser.new_context(base_url=at.address, viewport=DESK, locale="lt-LT").new_page()
    page.set_default_timeout(60_000)
    return page


def choose_password(page: Page, link: str, email: str) -> None:
    page.goto(link)
    page.locator("#id_password1").fill(PASSWORDS[email])
    page.locator("#id_password2").fill(PASSWORDS[email])
    page.locator("main button.govuk-button").click()
    page.wait_for_url(re.compile("/done/"))
    sign_in(page, email, PASSWORDS[email])


def press(page: Page, do: str) -> None:
    """Send the form of this deed and wait for what is said of it."""
    form = page.locator(f"form:has(input[name=do][value={do}])")
    form.locator("button").click()
    expect(page.get_by_role("status")).to_be_visible()


def unfold(page: Page, do: str) -> None:
    page.locator(f"details:has(input[name=do][value={do}]) > summary").click()


def test_from_globa_setup_to_the_first_service(browser: Browser, empty: Empty) -> None:
    link = empty.command(
        "setup", "--organisation", "Pušyno šeimos centras", "--municipality", "alytus-city",
        "--name", "Rasa Kalnė", "--email", ADMINISTRATOR, "--since", "2024-01-01",
    )  # fmt: skip
    page = opened(browser, empty)
    choose_password(page, link, ADMINISTRATOR)
    page.goto("/administration/")
    expect(page.locator("main")).to_contain_text("Pušyno šeimos centras")
    add_a_home(page)
    page.goto("/administration/recording/")
    press(page, "all")
    invite_a_coordinator(page)
    assert page.goto("/people/").status == 404  # type: ignore[union-attr]

    coordinator = opened(browser, empty)
    choose_password(coordinator, empty.letter(COORDINATOR), COORDINATOR)
    register_a_child(coordinator)
    record_a_service(coordinator)

    again = opened(browser, empty)
    again.goto(link)
    expect(again.locator("#id_password1")).to_have_count(0)


def add_a_home(page: Page) -> None:
    page.goto("/administration/tree/")
    page.locator("#id_add-name").fill("Beržo šeimyna")
    page.locator("#id_add-kind").select_option("home_group")
    page.locator("#id_add-parent").select_option(index=0)
    press(page, "add")
    unfold(page, "home")
    page.locator("#id_home-name").fill("Beržynas")
    page.locator("#id_home-places").fill("4")
    press(page, "home")
    expect(page.locator("h1")).to_have_text("Beržynas")
    expect(page.locator("section[aria-labelledby=beds] .g-list li")).to_have_count(4)
    page.set_viewport_size({"width": 390, "height": 844})
    assert overflow(page) <= 0
    page.set_viewport_size(DESK)


def invite_a_coordinator(page: Page) -> None:
    page.goto("/administration/users/invite/")
    page.locator("#id_invite-name").fill("Rūta Pilkienė")
    page.locator("#id_invite-email").fill(COORDINATOR)
    page.locator("#id_invite-role").select_option("foster_coordinator")
    page.locator("#id_invite-place").select_option(label="Pušyno šeimos centras")
    page.locator("#id_invite-worker").select_option("new")
    press(page, "invite")


def register_a_child(page: Page) -> None:
    page.goto("/people/new/")
    page.locator("#id_given_name").fill("Lukas")
    page.locator("#id_family_name").fill("Žaliukas")
    for number, part in enumerate(("2016", "5", "4")):
        page.locator(f"#id_birth_date_{number}").fill(part)
    page.locator("label[for=id_purpose_0]").click()
    page.locator("main form.g-form button.govuk-button").click()
    page.wait_for_url(re.compile(r"/people/[0-9a-f-]{36}/"))
    expect(page.locator("h1")).to_contain_text("Lukas Žaliukas")


def record_a_service(page: Page) -> None:
    page.goto("/services/new/")
    page.locator("#id_find").press_sequentially("Žaliukas", delay=15)
    page.locator("#found button").first.click()
    expect(page.locator(".g-who")).to_have_count(1)
    page.get_by_role("button", name="Įrašyti", exact=True).last.click()
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"PU-\d{4}-1\b"))
