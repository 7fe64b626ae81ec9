"""
How many planted errors are found, and how many contradictions are invented: the table of docs/checker.md.

    python -m tests.checker.figures [how many of each kind]
"""

from __future__ import annotations

import sys
from random import Random

from globa.checker.checking import check
from globa.checker.finding import Severity
from tests.checker.made import kinds
from tests.checker.made.kinds import KINDS, Kind

TIMES = 200


def of_kind(kind: Kind, times: int) -> tuple[int, int]:
    """Found at their place, and contradictions told elsewhere."""
    hits = invented = 0
    for seed in range(times):
        made = kinds.planted(Random(f"{kind.name} {seed}"), kind)
        findings = check(made.document)
        hits += any(one.rule in kind.rules and kinds.touches(one, made) for one in findings)
        invented += len(kinds.invented(made, findings))
    return hits, invented


def of_clean(times: int) -> tuple[int, int]:
    """Contradictions and suspicions in documents without an error."""
    findings = [one for seed in range(times) for one in check(kinds.clean(Random(f"clean {seed}")).document)]
    contradictions = sum(one.severity == Severity.CONTRADICTION for one in findings)
    return contradictions, sum(one.severity == Severity.SUSPICIOUS for one in findings)


def lines(times: int) -> list[str]:
    rows = [(kind.name, *of_kind(kind, times)) for kind in KINDS]
    told = ["| error | planted | found | invented |", "| --- | ---: | ---: | ---: |"]
    told += [f"| {name} | {times} | {hits} | {invented} |" for name, hits, invented in rows]
    told.append(f"| **all** | **{times * len(rows)}** | **{sum(row[1] for row in rows)}** | **{sum(row[2] for row in rows)}** |")
    contradictions, suspicions = of_clean(times * 10)
    return [*told, "", f"In {times * 10} clean documents: {contradictions} contradictions, {suspicions} suspicions."]


if __name__ == "__main__":
    print("\n".join(lines(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES)))
