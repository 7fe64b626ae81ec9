"""
S9: a municipality's plan in a PDF of 500 pages, read as the job of the import page reads it: apart, understood, checked, written down.

Memory is the most that the process that understands ever held, and the one that reads; progress is how often whoever waits hears of pages.

    python -m benchmarks.long_plans write|ask FILE
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.documents import HEAD, measure_row
from benchmarks.goals import Goal, at_least, at_most

PAGES, MEASURES, MEBIBYTES = 500, 2000, 300
TITLE = "Visagino savivaldybės 2023 metų socialinių paslaugų planas"
WIDTHS = "(14mm, 38mm, 52mm, 28mm, 36mm, 52mm, 1fr)"


def read() -> list[Goal]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "planas.pdf"
        subprocess.run([sys.executable, "-m", "benchmarks.long_plans", "write", str(file)], check=True)
        asked = subprocess.run([sys.executable, "-m", "benchmarks.long_plans", "ask", str(file)], check=True, capture_output=True)
    told = json.loads(asked.stdout)
    most = max(told["MiB"], told["MiB of the reader"])
    return [
        at_most(
            "S9",
            "MiB, the larger of the process that understands a plan of 500 pages and of the one that reads it",
            most,
            MEBIBYTES,
            **told,
        ),
        at_least("S9-progress", "pages that whoever waits hears of, of 500", told["heard"], PAGES),
    ]


def _asked(file: Path) -> dict[str, Any]:
    from globa.checker.checking import check
    from globa.documents.apart import read_apart
    from globa.importers.plans.keeping import ReadPlan, written
    from globa.importers.plans.results import proposed
    from globa.importers.plans.understanding import understand

    began, heard = time.perf_counter(), list[int]()
    document = read_apart(file.read_bytes(), name=file.name, told=lambda done, of: heard.append(done))
    plan = understand(document, code="visaginas", year=2023)
    kept = written(ReadPlan(document, plan, tuple(check(document)), proposed(plan)))
    measures = len(list(plan.measures()))
    assert measures == MEASURES, f"{measures} measures"
    reader = round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
    return {
        "pages": document.pages, "measures": measures, "heard": len(set(heard)), "MiB": _most_held(), "MiB of the reader": reader,
        "seconds": round(time.perf_counter() - began, 1), "kept, MiB": round(len(kept) / 2**20, 1),
    }  # fmt: skip


def _most_held() -> int:
    """Of this program; what the system counts for the process begins with whoever started it."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found, "the system does not say how much memory was held"
    return round(int(found[1]) / 1024)


def _write(file: Path) -> None:
    import typst

    random = Random(9)
    rows = [measure_row(random, f"{at // 100 + 1}.{at // 10 % 10 + 1}.{at % 10 + 1}") for at in range(MEASURES)]
    cells = ", ".join(json.dumps(text, ensure_ascii=False) for row in rows for text in row)
    heads = ", ".join(json.dumps(text, ensure_ascii=False) for text in HEAD)
    page = '#set page(paper: "a4", flipped: true, margin: 12mm)\n#set text(size: 10.5pt, lang: "lt")'
    source = f"{page}\n{TITLE}\n\n#table(columns: {WIDTHS}, table.header({heads}), {cells})"
    with tempfile.NamedTemporaryFile("w", suffix=".typ", encoding="utf-8") as made:
        made.write(source)
        made.flush()
        file.write_bytes(typst.compile(made.name))


if __name__ == "__main__":
    if sys.argv[1] == "write":
        _write(Path(sys.argv[2]))
    else:
        print(json.dumps(_asked(Path(sys.argv[2]))))
