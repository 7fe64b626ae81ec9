"""
P9: the list of people, fifty on a page, against a page of the same server that asks no database, among a million people.

Both are asked by wrk for some seconds in turns, the middle of the rounds counts. The page without a database is that of signing in, as
nobody: the same server, middleware, templates and frame.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from benchmarks.goals import Goal, at_least
from benchmarks.memory import signed_in
from benchmarks.names.database import how_many
from globa.web.paging import LONG

LIST, BARE, LIGHTEST = "/people/", "/accounts/login/", "/health"
PERCENT, ROUNDS, SECONDS, CONNECTIONS = 30, 3, 8, 4
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
WRONG = re.compile(r"Non-2xx or 3xx responses: (\d+)")


def list_against_no_database() -> Goal:
    wrk = shutil.which("wrk")
    what = f"the list of people, {LONG} on a page, among {how_many():,}: percent of the rate of a page without a database"
    if wrk is None:
        return Goal("P9", f"{what} - not measured: wrk is not installed", 0, f">= {PERCENT}", False, {})
    with _running() as address:
        cookie = signed_in(address)
        rates = [(_rate(wrk, address + BARE), _rate(wrk, address + LIST, cookie)) for _round in range(ROUNDS)]
        lightest = _rate(wrk, address + LIGHTEST)
    shares = [100 * of_list / bare for bare, of_list in rates]
    seconds = {"list": median(two for _one, two in rates), "without a database": median(one for one, _two in rates), "health": lightest}
    return at_least(
        "P9", what, median(shares), PERCENT, rounds=[round(one, 1) for one in shares], connections=CONNECTIONS, answers_a_second=seconds,
    )  # fmt: skip


def _rate(wrk: str, address: str, cookie: str = "") -> float:
    """Answers a second; another answer than the page itself is no rate."""
    command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", *(["-H", f"Cookie: {cookie}"] if cookie else []), address]
    subprocess.run([*command[:3], "-d2s", *command[4:]], check=True, capture_output=True)
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = RATE.search(told)
    assert not WRONG.search(told), told
    assert found, told
    return float(found[1])


@contextmanager
def _running() -> Iterator[str]:
    """The web server as `globa run` starts it."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = str(trial.getsockname()[1])
    command = [
        *(
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            "benchmarks.names.wsgi:application",
            "--host",
            "127.0.0.1",
            "--port",
            port,
        ),
        *("--workers", "1", "--blocking-threads", "4", "--no-ws", "--log-level", "warning"),
    ]
    environment = os.environ | {"GLOBA_PORT": port, "GLOBA_DATABASE_ROLE": "web", "GLOBA_LOG_LEVEL": "ERROR"}
    process = subprocess.Popen(command, env=environment)
    try:
        _await(f"http://localhost:{port}{BARE}")
        yield f"http://localhost:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _await(page: str) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(page, timeout=5):
                return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.3)
