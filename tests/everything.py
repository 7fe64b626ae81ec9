"""
All that must hold, one after the other; every failure is named at the end, and one is enough to fail.

    python -m tests.everything [--fast]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
CHROMIUM = "/usr/bin/chromium"
NO_BROWSER = "The journeys need Debian's browser and it is missing here: apt-get install chromium (as root `make test` does it)."
# Every page by every method as everybody takes longer than all the rest together: `make matrix`. Here it is asked in short, and its
# tables, the second wall and the histories that grow by chance are tried.
MATRIX = [f"--ignore=tests/matrix/test_{part}.py" for part in ("casework", "defects", "home", "office", "specialists")]
PYTEST = [str(BIN / "pytest"), "-p", "no:cacheprovider"]
IN_ORDER = ["--dist", "loadfile", "--no-loadscope-reorder"]
TWO = ["-n", "2", *IN_ORDER]
# A journey waits for pages longer than it computes: a third one fits on two processors.
THREE = ["-n", "3", *IN_ORDER]
# Few and long tests stand there: a worker that came to them last would leave the other one without work.
LONG = ("config", "demonstration", "matrix")


@dataclass(frozen=True)
class Step:
    title: str
    run: Callable[[], int]
    fast: bool = True


def command(*words: str, **environment: str) -> Callable[[], int]:
    def run() -> int:
        program = str(BIN / words[0]) if (BIN / words[0]).exists() else words[0]
        return subprocess.run([program, *words[1:]], cwd=ROOT, env={**os.environ, **environment}).returncode

    return run


def journeys() -> int:
    if not Path(CHROMIUM).exists() and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], env=quiet)
    if not Path(CHROMIUM).exists():
        print(NO_BROWSER, file=sys.stderr)
        return 1
    # Each is named, so that one which hangs is known to whoever reads along.
    return command(*PYTEST, "-vv", *THREE, "tests/journeys")()


def folders() -> list[str]:
    """Of all tests without a browser, the long ones first."""
    known = {path.relative_to(ROOT / "tests").parts[0] for path in (ROOT / "tests").glob("*/**/test_*.py")} - {"journeys"}
    return [f"tests/{name}" for name in sorted(known, key=lambda name: (name not in LONG, name))]


def steps() -> list[Step]:
    # The tests' own server and keys, so that a check never touches the data somebody works with.
    own = {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    return [
        Step("style", command("ruff", "check", "--quiet", ".")),
        Step("layout", command("ruff", "format", "--check", "--quiet", ".")),
        Step("rooms", command("lint-imports", "--no-cache")),
        Step("words", command("python", "-m", "tests.messages")),
        Step("templates", command("python", "-m", "tests.templates")),
        Step("migrations", command("globa", "makemigrations", "--check", "--dry-run", "--verbosity", "1", **own)),
        Step("types", command("mypy", "--no-error-summary")),
        Step("tests", command(*PYTEST, *TWO, *MATRIX, *folders()), fast=False),
        Step("journeys", journeys, fast=False),
    ]


def main(arguments: list[str]) -> int:
    failed = []
    for step in steps():
        if "--fast" in arguments and not step.fast:
            continue
        print(f"== {step.title}", flush=True)
        began = time.monotonic()
        if step.run():
            failed.append(step.title)
        print(f"   {step.title}: {'FAILED' if step.title in failed else 'ok'}, {time.monotonic() - began:.1f} s", flush=True)
    print(f"\nFAILED: {', '.join(failed)}" if failed else "\nAll of it holds.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
