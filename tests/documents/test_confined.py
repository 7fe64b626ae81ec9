"""A program that a document would smuggle in finds nothing to work with."""

from __future__ import annotations

import subprocess
import sys

import pytest

from globa.documents.apart import ROOT

BEGIN = f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom globa.documents import confined\nconfined.limit(); confined.shut()\n"
TRIED = {
    "a connection": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "a program": "import os; os.system('true')",
    "a child": "import os; os.fork()",
    "a new file": "open('new', 'w')",
    "removing": "import os; os.remove('there')",
    "much memory": "b' ' * (300 * 1024 * 1024)",
}


@pytest.mark.parametrize("what", TRIED)
def test_nothing_is_sent_started_written_or_kept(what: str) -> None:
    program = [sys.executable, "-I", "-c", f"{BEGIN}import socket, os\n{TRIED[what]}"]
    done = subprocess.run(program, env={}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(("globa.documents.confined.GivenUp", "MemoryError"))
