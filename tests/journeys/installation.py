"""Starting what a user starts, and the browser before it; for the journeys and for the pictures of the pages."""

from __future__ import annotations

import os
import random
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
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip
DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
START_SECONDS = 600.0
READY = re.compile(r"https?://\S+?(?=\. )")
# Below those that the kernel gives to whoever calls out: a port that was free stays so until Globa listens at it.
PORTS = range(20_000, 32_000)


def folder(name: str = "journeys") -> Path:
    """In var; each worker of a run has its own, so that several walk at once."""
    return ROOT / "var" / "-".join(filter(None, (name, os.environ.get("PYTEST_XDIST_WORKER"))))


@contextmanager
def running(as_it_lies: bool = True, where: Path | None = None) -> Iterator[str]:
    """
    Run Globa in the folder, from nothing; or use the one that GLOBA_JOURNEYS_AT names.

    Static files are served as they lie in the sources, or as `make setup` collected and compressed them.
    """
    if address := os.environ.get("GLOBA_JOURNEYS_AT"):
        yield address.rstrip("/")
        return
    place, port = where or folder(), free_port()
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    address = f"http://localhost:{port}"
    with (place / "output.txt").open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "globa.config.commands", "run"],
            cwd=ROOT, env=_environment(place, port, as_it_lies), stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            _await_answer(address, process, place / "output.txt")
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=60)


def _environment(place: Path, port: int, as_it_lies: bool) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GLOBA_", "DATABASE_", "DJANGO_"))}
    return inherited | {"GLOBA_VAR": str(place), "GLOBA_PORT": str(port), "GLOBA_STATIC_AS_IT_LIES": "yes" if as_it_lies else "no"}


@contextmanager
def running_outside(as_it_lies: bool = True) -> Iterator[str]:
    """The public process beside the installation of the journeys; it says itself when it answers."""
    settings = _environment(folder(), 0, as_it_lies) | {"GLOBA_PUBLIC_PORT": str(free_port()), "GLOBA_LANGUAGE": "en"}
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
    for port in random.sample(PORTS, 100):
        with socket.socket() as trial, suppress(OSError):
            trial.bind(("127.0.0.1", port))
            return port
    raise RuntimeError(f"of a hundred ports in {PORTS} none is free")


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
