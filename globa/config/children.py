"""Processes that serve together: started each in a session of its own, ended together, found again after a kill."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

STOP_SECONDS = 5.0
SET_PARENT_DEATH_SIGNAL = 1  # prctl(2); Linux only
_libc = ctypes.CDLL(None) if os.uname().sysname == "Linux" else None


@dataclass
class Children:
    """`register` remembers on disk who was started, for the case that we are killed."""

    register: Path
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, name: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """In its own session, so that a Ctrl-C reaches only us and each child is ended once."""
        self.running[name] = subprocess.Popen(
            command, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=_die_with(os.getpid())
        )
        self._write()

    def ended(self) -> tuple[str, int] | None:
        for name, child in self.running.items():
            if (code := child.poll()) is not None:
                return name, code
        return None

    def stop(self) -> None:
        for child in self.running.values():
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for child in self.running.values():
            try:
                child.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                _end_group(child.pid, signal.SIGKILL)
                child.wait()
        self.running.clear()
        self.register.unlink(missing_ok=True)

    def recover(self) -> int:
        """End what a killed predecessor left; return how many still ran. A number that was given anew is not touched."""
        left = [number for number, started in self._read() if _started(number) == started]
        for number in left:
            _end_group(number, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        while any(_started(number) for number in left) and time.monotonic() < deadline:
            time.sleep(0.05)
        for number, started in self._read():
            if _started(number) == started:
                _end_group(number, signal.SIGKILL)
        self.register.unlink(missing_ok=True)
        return len(left)

    def _write(self) -> None:
        known = [[child.pid, _started(child.pid)] for child in self.running.values()]
        self.register.write_text(json.dumps(known))

    def _read(self) -> list[tuple[int, float]]:
        try:
            return [(int(number), float(started)) for number, started in json.loads(self.register.read_text())]
        except (OSError, ValueError, TypeError):
            return []


def _die_with(parent: int) -> Callable[[], None]:
    """Let the kernel end the child when we are killed; what it misses, `recover` finds."""

    def before_exec() -> None:
        if _libc is not None:
            _libc.prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)

    return before_exec


def _started(number: int) -> float:
    """When the process began; 0 for none and for one that is dead but not buried."""
    import psutil

    try:
        process = psutil.Process(number)
        return 0.0 if process.status() == psutil.STATUS_ZOMBIE else process.create_time()
    except psutil.Error:
        return 0.0


def _end_group(leader: int, by: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(leader, by)
