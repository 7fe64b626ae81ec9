"""
S7: a municipality's plan of 70 measures understood as `globa import-plan` does it.

Work is that of the command and of the process that it reads in, measured by a small process of its own as in `documents`.

    python -m benchmarks.plans FILE
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.documents import MEASURES, WORD
from benchmarks.goals import Goal, at_most

SECONDS, MEBIBYTES = 3, 300


def imported() -> list[Goal]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "benchmarks.documents", "write", folder], check=True)
        asked = subprocess.run([sys.executable, "-m", "benchmarks.plans", str(Path(folder) / WORD)], check=True, capture_output=True)
    told = json.loads(asked.stdout)
    return [
        at_most("S7", "a Word plan of 70 measures understood: seconds of work", told["work"], SECONDS, **told),
        at_most("S7-memory", "MiB of the command, and of the process that reads", told["MiB"], MEBIBYTES),
    ]


def _asked(path: Path) -> dict[str, Any]:
    began = time.perf_counter()
    whose = ["--municipality", "visaginas", "--year", "2023", "--json"]
    command = [sys.executable, "-m", "globa.config.commands", "import-plan", str(path), *whose]
    with tempfile.TemporaryFile() as written, subprocess.Popen(command, stdout=written) as process:
        _number, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, f"import-plan ended with {process.returncode}"
        written.seek(0)
        measures = [measure for goal in json.load(written)["goals"] for task in goal["tasks"] for measure in task["measures"]]
    assert len(measures) == MEASURES, f"{len(measures)} measures"
    work, passed = used.ru_utime + used.ru_stime, time.perf_counter() - began
    return {"work": round(work, 2), "passed": round(passed, 2), "MiB": round(used.ru_maxrss / 1024)}


if __name__ == "__main__":
    print(json.dumps(_asked(Path(sys.argv[1]))))
