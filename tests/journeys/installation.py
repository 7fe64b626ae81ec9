"""Starting what a user starts, and the browser before it; for the journeys and for the pictures of the pages."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip
DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
START_SECONDS = 300.0
READY = re.compile(r"https?://\S+?(?=\. )")


@contextmanager
def running(as_it_lies: bool = True) -> Iterator[str]:
    """
    Run Globa in var/journeys, from nothing; or use the one that GLOBA_JOURNEYS_AT names.

    Static files are served as they lie in the sources, or as `make setup` collected and compressed them.
    """
    if address := os.environ.get("GLOBA_JOURNEYS_AT"):
        yield address.rstrip("/")
        return
    folder, port = ROOT / "var" / "journeys", free_port()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    address = f"http://localhost:{port}"
    with (folder / "output.txt").open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "globa.config.commands", "run"],
            cwd=ROOT, env=_environment(folder, port, as_it_lies), stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            _await_answer(address, process, folder / "output.txt")
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)


def _environment(folder: Path, port: int, as_it_lies: bool) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GLOBA_", "DATABASE_", "DJANGO_"))}
    return inherited | {"GLOBA_VAR": str(folder), "GLOBA_PORT": str(port), "GLOBA_STATIC_AS_IT_LIES": "yes" if as_it_lies else "no"}


@contextmanager
def running_outside(as_it_lies: bool = True) -> Iterator[str]:
    """The public process beside the installation of the journeys; it says itself when it answers."""
    settings = _environment(ROOT / "var" / "journeys", 0, as_it_lies) | {"GLOBA_PUBLIC_PORT": str(free_port()), "GLOBA_LANGUAGE": "en"}
    settings.pop("GLOBA_PORT")
    process = subprocess.Popen(
        [sys.executable, "-m", "globa.config.commands", "public"], cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield READY.findall(process.stdout.readline())[0]
    finally:
        process.terminate()
        process.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _await_answer(address: str, process: subprocess.Popen[bytes], output: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/accounts/login/", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    raise RuntimeError(f"Globa did not answer at {address}:\n{output.read_text()[-3000:]}")


@contextmanager
def browsing() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def sign_in(page: Page, email: str, password: str) -> None:
    page.goto("/accounts/login/")
    page.locator("#id_login").fill(email)
    page.locator("#id_password").fill(password)
    page.locator("main button.govuk-button").first.click()
    page.wait_for_load_state()


def overflow(page: Page) -> int:
    """How many pixels the page is wider than its window; sideways scrolling is never wanted."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
