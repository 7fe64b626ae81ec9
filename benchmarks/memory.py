"""S3: what the processes that serve hold in memory, after a reader has opened figures."""

from __future__ import annotations

import http.cookiejar
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from benchmarks.centre import EMAIL, PASSWORD
from benchmarks.centre.world import CODE
from benchmarks.goals import Goal, at_most
from benchmarks.orm import PEERS

START_SECONDS = 120.0
MEBIBYTE = 2**20


def served() -> list[Goal]:
    """Start what `globa run` starts, read figures as a browser would, and look at its processes."""
    with _running() as address:
        pages = _read(address)
        web, worker = (_family(number) for number in _children())
        facts = [(max(one.memory_info().rss for one in family) / MEBIBYTE, _beside(family)) for family in (web, worker)]
    (web_size, of_web), (worker_size, of_worker) = facts
    return [
        at_most("S3-web", "MiB resident of the web process after figures were opened", web_size, 150, pages=pages, **of_web),
        at_most("S3-worker", "MiB resident of the worker", worker_size, 350, **of_worker),
    ]


@contextmanager
def _running() -> Iterator[str]:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    address = f"http://localhost:{port}"
    environment = os.environ | {"GLOBA_PORT": str(port)}
    environment.pop("GLOBA_DATABASE_ROLE", None)
    output = Path(os.environ["GLOBA_VAR"], "served.txt")
    with output.open("w") as written:
        command = [sys.executable, "-m", "globa.config.commands", "run"]
        process = subprocess.Popen(command, env=environment, stdout=written, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            _await(address, process, output)
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)


def _await(address: str, process: subprocess.Popen[bytes], output: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/accounts/login/", timeout=5):
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(f"the web server did not answer: {output.read_text()[-2000:]}")


def _read(address: str) -> int:
    """Sign in, open the sheets of all years, every figure and the records behind a third of them; return how many pages."""
    opener, _cookies = _signed_in(address)
    places = [f"{address}/figures/{CODE}/{year}/" for year in (2021, 2022, 2023)] * 3
    places += [f"{address}/figures/{CODE}/2023/{code}/" for code in PEERS]
    places += [f"{address}/figures/{CODE}/2023/{code}/records/" for code in list(PEERS)[::3]]
    for place in places:
        with opener.open(place) as answer:
            assert answer.url == place, f"{place} led to {answer.url}"
            answer.read()
    return len(places)


def _signed_in(address: str) -> tuple[urllib.request.OpenerDirector, http.cookiejar.CookieJar]:
    cookies = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    login = f"{address}/accounts/login/"
    form = opener.open(login).read().decode()
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
    assert found, "the page of signing in has no form"
    fields = {"csrfmiddlewaretoken": found[1], "login": EMAIL, "password": PASSWORD}
    opener.open(urllib.request.Request(login, urllib.parse.urlencode(fields).encode(), {"Referer": login})).read()
    return opener, cookies


def signed_in(address: str) -> str:
    """The cookies of somebody who signed in, as a browser sends them."""
    return "; ".join(f"{one.name}={one.value}" for one in _signed_in(address)[1])


def _children() -> list[int]:
    """The web server and the worker, as the starter keeps them."""
    kept = json.loads(Path(os.environ["GLOBA_VAR"], "children.json").read_text())
    return [int(number) for number, _started in kept]


def _family(number: int) -> list[psutil.Process]:
    first = psutil.Process(number)
    return [first, *first.children(recursive=True)]


def _beside(family: list[psutil.Process]) -> dict[str, object]:
    """Of all its processes: resident, with shared pages told apart, and what is its own."""
    sizes = [one.memory_full_info() for one in family]
    return {
        "processes": len(family),
        "MiB": {name: [round(getattr(size, name) / MEBIBYTE, 1) for size in sizes] for name in ("rss", "pss", "uss")},
    }
