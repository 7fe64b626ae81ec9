"""What the process may use: little time, little memory, no file of its own, no network where the system allows that."""

from __future__ import annotations

import ctypes
import os
import resource
from contextlib import suppress

CPU_SECONDS = 30
MEMORY = 2 * 1024**3
OPEN_FILES = 256
NEW_USERS, NEW_NETWORK = 0x10000000, 0x40000000  # unshare(2); Linux only


def give_up_rights() -> None:
    """For good: a limit once lowered cannot be raised again by whoever it limits."""
    _leave_network()
    for what, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def _leave_network() -> None:
    """Into a network with nothing in it. A system may forbid it; the other limits hold then."""
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None, use_errno=True)
        if library.unshare(NEW_NETWORK) != 0:
            library.unshare(NEW_USERS | NEW_NETWORK)
    os.umask(0o077)
