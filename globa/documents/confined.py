"""What the process that opens a stranger's document gives up before it does."""

from __future__ import annotations

import ctypes
import os
import resource
import sys
from contextlib import suppress

MB = 1024 * 1024
MEMORY_MB = 190
ADDRESSES_MB = 1024
SECONDS = 150
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "os.remove", "os.rename",
    "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.kill", "os.putenv", "shutil.", "urllib.", "ftplib.", "smtplib.",
)  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class GivenUp(Exception):
    """Something was tried that reading a document never needs."""


def limit() -> None:
    """Memory, processor time, files, children: a document that asks for more ends the process, not the machine."""
    for what, most in (
        (resource.RLIMIT_DATA, MEMORY_MB * MB),
        (resource.RLIMIT_AS, ADDRESSES_MB * MB),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        _, hard = resource.getrlimit(what)
        held = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (held, held))


def shut() -> None:
    """No network where the system lets a process leave it; and nothing is started, sent, written or removed from Python."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(NEW_USER | NEW_NETWORK)
    sys.addaudithook(_heard)


def _heard(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(FORBIDDEN) or (event == "open" and _writes(arguments)):
        raise GivenUp(event)


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2] if len(arguments) > 2 else 0
    return isinstance(flags, int) and bool(flags & WRITING)
