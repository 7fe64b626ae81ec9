"""What a line of a plan is called in the ledger; to an institution only those are told that it answers for."""

from __future__ import annotations

from django.utils.translation import gettext

from globa.planning.plans.lines import PlanLine


def title_of(line: PlanLine | None) -> str:
    return f"{line.measure.no} {line.measure.text}".strip() if line else gettext("a line of the plan")
