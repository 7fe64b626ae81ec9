"""Starting the short-lived process: a clean environment, an empty folder, an end after a fixed time."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from globa.reports.exports.refusals import NotRendered, TookTooLong, template_refused

ROOT = Path(__file__).resolve().parents[3]
FONTS = Path(__file__).with_name("fonts")
SECONDS = 60
REFUSED = 3
# Not `-m`: the process has no environment that would tell it where the project lies.
PROGRAM = "import sys; sys.path.insert(0, sys.argv[1]); from globa.reports.exports.rendering.task import main; sys.exit(main())"
log = logging.getLogger(__name__)


def run(task: str, order: Mapping[str, object]) -> bytes:
    """Neither the keys nor the database's address are in its environment."""
    given = json.dumps({"task": task, "fonts": str(FONTS), **order}, ensure_ascii=False).encode()
    with tempfile.TemporaryDirectory(prefix="globa-") as folder:
        try:
            done = subprocess.run(
                [sys.executable, "-I", "-B", "-X", "utf8", "-c", PROGRAM, str(ROOT)],
                input=given,
                capture_output=True,
                timeout=SECONDS,
                cwd=folder,
                env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder},
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise (template_refused("too_much") if order.get("is_foreign") else TookTooLong(SECONDS)) from error
    if done.returncode:
        raise _refusal(task, order, done.returncode, done.stderr)
    return done.stdout


def _refusal(task: str, order: Mapping[str, object], code: int, said: bytes) -> Exception:
    """What it said is not shown: a traceback may hold text of the report."""
    if code == REFUSED:
        told = json.loads(said.splitlines()[-1])
        return template_refused(told["reason"], **told["values"])
    if order.get("is_foreign"):
        return template_refused("too_much")
    log.error("%s ended with %s", task, code)
    return NotRendered(task)
