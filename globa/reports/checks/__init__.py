"""
Checks before signing: one small file a rule. They walk the document and need neither records nor engine.

A contradiction is two numbers of one document that cannot both be true; it is mended or explained before anybody signs. What
is suspicious may be true; what is of form makes a reader err.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from globa.planning.directions import Direction
from globa.reports.checks import (
    as_a_stranger,
    different_days,
    girls_and_boys,
    identities,
    larger_part,
    licensed_places,
    missing,
    of_a_plan,
    references,
    targets,
    totals,
    two_values,
)
from globa.reports.checks.finding import Finding, Severity
from globa.reports.checks.lateness import Late, late_records
from globa.reports.checks.walking import Walk
from globa.reports.document import Document
from globa.reports.implementation.told import Told

RULES = (two_values, totals, identities, girls_and_boys, larger_part, licensed_places, missing, different_days, references)

__all__ = ["RULES", "Finding", "Late", "Severity", "check", "late_records"]


def check(document: Document, directions: Iterable[Direction] = (), late: Sequence[Late] = (), plan: Told | None = None) -> list[Finding]:
    """
    Everything that was found, each thing once; contradictions first. Said in the language that is active.

    `directions` are those of the report's year, `late` what `late_records` answers, `plan` that of which the report tells.
    """
    walk = Walk(document)
    found = [finding for rule in RULES for finding in rule.find(walk)]
    found += [*targets.find(walk, directions), *missing.find_late(walk, late), *as_a_stranger.find(walk, found)]
    found += of_a_plan.find(walk, plan) if plan else []
    order = list(Severity)
    once: dict[str, Finding] = {}
    for finding in found:
        once.setdefault(finding.key, finding)
    return sorted(once.values(), key=lambda one: order.index(Severity(one.severity)))
