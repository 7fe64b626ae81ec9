"""
Measure the goals of speed and write them to benchmarks/latest.json.

    python -m benchmarks [S1 S4 ...]     some of them only: shown, not written
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from benchmarks import surroundings

if TYPE_CHECKING:
    from benchmarks.goals import Goal


def main(only: list[str]) -> int:
    with surroundings.running():
        _made("benchmarks.database")
        if not only or {"P9", "P10"} & set(only):
            _made("benchmarks.names.database")
        os.environ["GLOBA_DATABASE_ROLE"] = "web"
        import django

        django.setup()
        return measure(only)


def _made(module: str) -> None:
    """In a process of its own, as the owner."""
    subprocess.run([sys.executable, "-m", module], env={**os.environ, "GLOBA_DATABASE_ROLE": "owner"}, check=True)


def measure(only: list[str]) -> int:
    from benchmarks import documents, exports, goals, long_plans, memory, plans

    counted, wrong = _counted(only)
    measured = [*counted, *(memory.served() if not only or "S3" in only else [])]
    measured += _reported(only)
    measured += _planned(only)
    measured += _found(only)
    measured += [exports.forty_pages()] if not only or "S6" in only else []
    measured += plans.imported() if not only or "S7" in only else []
    measured += long_plans.read() if not only or "S9" in only else []
    measured += documents.checked() if not only or "S10" in only else []
    print(*goals.lines(measured), *wrong, sep="\n")
    if not only:
        goals.keep(measured, goals.machine(_server()))
    return 1 if wrong else 0


def _counted(only: list[str]) -> tuple[list, list[str]]:
    """As whoever reads figures, in one transaction. A figure that its aggregate contradicts makes its speed worth nothing."""
    from benchmarks import speed
    from benchmarks.agreement import disagreements
    from benchmarks.centre import EMAIL
    from benchmarks.centre.world import CODE
    from globa.journal.operations import acting
    from globa.registry.accounts.users import User
    from globa.registry.organisations import Organisation

    asked = {"S1": speed.figures_against_aggregates, "S2": speed.evidence_against_figures}
    with acting(User.objects.get(email=EMAIL)):
        wrong = disagreements(Organisation.objects.coded(CODE), [speed.PERIOD])
        return [measure() for id, measure in asked.items() if not only or id in only], [str(one) for one in wrong]


def _reported(only: list[str]) -> list[Goal]:
    """Each begins a report of its own and throws it away."""
    from benchmarks import reports

    asked = {"S4": reports.signed_against_rows, "S5": reports.statements_of_the_page}
    return [measure() for id, measure in asked.items() if not only or id in only]


def _planned(only: list[str]) -> list[Goal]:
    """As the clerk of the municipality whose plan it is."""
    from benchmarks import measures

    return [measures.plan_against_passes()] if not only or "S8" in only else []


def _found(only: list[str]) -> list[Goal]:
    """Names among a million people, and a list of them beside a page without a database."""
    from benchmarks.names import finding, serving

    asked = {"P9": serving.list_against_no_database, "P10": finding.names_against_trigrams}
    return [measure() for id, measure in asked.items() if not only or id in only]


def _server() -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return str(cursor.fetchone()[0])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
