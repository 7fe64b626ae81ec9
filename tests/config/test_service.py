"""`globa run`, as somebody at a keyboard would use it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

PROGRAM = [sys.executable, "-m", "globa.config.commands", "run"]


class Served:
    """One running `globa run` with its folder and its port."""

    def __init__(self, var: Path, port: int) -> None:
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("GLOBA_", "DATABASE_"))},
            "GLOBA_VAR": str(var),
            "GLOBA_PORT": str(port),
            "GLOBA_DEMO": "0",
            "GLOBA_LANGUAGE": "en",
            "GLOBA_STATIC_AS_IT_LIES": "yes",
            "DJANGO_SETTINGS_MODULE": "globa.config.settings",
        }
        self.address = f"http://localhost:{port}"
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> str:
        """Return the line that says it is ready."""
        self.process = subprocess.Popen(PROGRAM, env=self.environment, stdout=subprocess.PIPE, text=True, start_new_session=True)
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def end(self, by: signal.Signals) -> int:
        assert self.process is not None
        self.process.send_signal(by)
        self.process.communicate(timeout=20)
        return self.process.returncode

    def again(self) -> subprocess.CompletedProcess[str]:
        return subprocess.run(PROGRAM, env=self.environment, capture_output=True, text=True, timeout=60)

    def left(self) -> list[int]:
        """Processes of this folder; they carry its name in their environment or on their line."""
        return [number for number in psutil.pids() if number != os.getpid() and self._is_ours(number)]

    def _is_ours(self, number: int) -> bool:
        var = self.environment["GLOBA_VAR"]
        try:
            process = psutil.Process(number)
            return process.status() != psutil.STATUS_ZOMBIE and (
                process.environ().get("GLOBA_VAR") == var or f"{var}/postgres" in process.cmdline()
            )
        except psutil.Error:
            return False

    def wait_until_gone(self, seconds: float = 5) -> list[int]:
        deadline = time.monotonic() + seconds
        while self.left() and time.monotonic() < deadline:
            time.sleep(0.1)
        return self.left()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    one = Served(tmp_path, port)
    yield one
    if one.process and one.process.poll() is None:
        one.end(signal.SIGTERM)


def test_it_serves_until_ctrl_c_and_a_second_one_says_where(served: Served) -> None:
    assert served.address in served.start()
    assert urllib.request.urlopen(f"{served.address}/accounts/login/").status == 200
    second = served.again()
    assert (second.returncode, served.address in second.stdout) == (0, True)
    began = time.monotonic()
    assert served.end(signal.SIGINT) == 0
    assert time.monotonic() - began < 8
    assert served.wait_until_gone(2) == []


def test_a_killed_one_is_recovered(served: Served) -> None:
    served.start()
    served.end(signal.SIGKILL)
    assert served.address in served.start()
    assert served.end(signal.SIGTERM) == 0
    assert served.wait_until_gone(2) == []


def test_a_taken_port_is_said_in_one_line_with_another(served: Served) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", int(served.environment["GLOBA_PORT"])))
        other.listen()
        refused = served.again()
    assert refused.returncode == 2
    assert re.fullmatch(r"Port \d+ is already used.*GLOBA_PORT=\d+\.\n", refused.stderr)
    assert served.left() == []
