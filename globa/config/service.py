"""Everything that serves: the database, the web server and the job worker, from the first look to Ctrl-C."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from globa.config import connection, declared, embedded, paths, safety
from globa.config.children import Children
from globa.config.refusals import PortTaken, PreparationFailed, StoppedByItself

READY_SECONDS = 60.0
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
Say = Callable[[str], None]


class Stop(BaseException):
    """Somebody asked us to end, wherever we are."""


class AlreadyServed(Exception):
    """Another one was quicker between our question and our start."""


@dataclass(frozen=True)
class Place:
    """Where the web server listens and what its readers type."""

    host: str
    port: int
    address: str
    setting: str = "GLOBA_PORT"

    @classmethod
    def from_environment(cls) -> Place:
        return cls(declared.BIND.value(), declared.PORT.value(), declared.ADDRESS.value())

    def refuse_if_taken(self) -> None:
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        with socket.socket(family) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((self.host, self.port))
            except OSError as error:
                if error.errno in (errno.EADDRINUSE, errno.EACCES):
                    raise PortTaken(self.port, self.setting) from error
                raise


def already_runs_at() -> str | None:
    """The address of the one that serves this folder now; None when there is none."""
    with _lock_file() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return os.pread(lock, 200, 0).decode() or "..."
    return None


def serve(place: Place, ready: Callable[[], None], warn: Say) -> int:
    """Serve until a signal; leave nothing running."""
    children = Children(paths.var() / "children.json")
    asked = listen_for_signals()
    with _lock_file() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyServed from None
        os.ftruncate(lock, 0)
        os.pwrite(lock, place.address.encode(), 0)
        children.recover()
        place.refuse_if_taken()
        try:
            with nullcontext() if connection.is_external() else embedded.running():
                try:
                    return _serve(place, children, ready, warn, asked)
                finally:
                    children.stop()
        except Stop:
            return 0
        finally:
            os.ftruncate(lock, 0)


def _serve(place: Place, children: Children, ready: Callable[[], None], warn: Say, asked: threading.Event) -> int:
    _prepare()
    for warning in safety.check().warnings():
        warn(warning)
    children.start("web server", _web(place), {"GLOBA_DATABASE_ROLE": "web"})
    children.start("job worker", _worker(), {"GLOBA_DATABASE_ROLE": "worker"})
    await_answer(place, children, "web server")
    ready()
    while not asked.wait(0.5):
        if gone := children.ended():
            raise StoppedByItself(*gone)
    return 0


def _prepare() -> None:
    """In a process of its own: what migrations and the demonstration need is not carried along for days."""
    process = subprocess.Popen([sys.executable, "-m", "globa.config.preparation"], start_new_session=True)
    try:
        code = process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    if code:
        raise PreparationFailed


def _web(place: Place) -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "globa.config.wsgi:application"),
        *("--host", place.host, "--port", str(place.port), "--workers", "1", "--blocking-threads", "4"),
        *("--no-ws", "--log-level", "warning"),
    ]


def _worker() -> list[str]:
    return [sys.executable, "-m", "django", "procrastinate", "worker", "--shutdown-graceful-timeout", "3"]


def await_answer(place: Place, children: Children, name: str) -> None:
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(place.host, place.host)  # noqa: S104 - compared, not bound
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if gone := children.ended():
            raise StoppedByItself(*gone)
        try:
            urllib.request.urlopen(f"http://{host}:{place.port}/health", timeout=5)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
            continue
        return
    raise StoppedByItself(name, 0)


def listen_for_signals() -> threading.Event:
    """
    The first signal ends us wherever we are, the following ones change nothing while we tidy up.

    Set even where a script in the background had them ignored.
    """
    asked = threading.Event()

    def stop(_number: int, _frame: object) -> None:
        if not asked.is_set():
            asked.set()
            raise Stop

    for number in STOPPING:
        signal.signal(number, stop)
    return asked


@contextmanager
def _lock_file() -> Iterator[int]:
    path: Path = paths.var() / "run.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
