"""A result by hand with the paper that proves it: both are kept, or neither."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from globa.planning.plans.lines import PlanLine
from globa.planning.plans.results import record_result
from globa.registry.accounts.users import User
from globa.registry.papers import PaperKind, keep_paper


def evidence(user: User, line: PlanLine, given: dict[str, Any]) -> None:
    number, on = given["paper_number"], given["paper_on"]
    with transaction.atomic():
        paper = keep_paper(organisation=line.organisation, kind=PaperKind.OTHER, number=number, on=on, by=user) if number else None
        record_result(
            line=line, text=given["text"], expected=given["expected"] or None, by=user, quantity=given["quantity"], unit=given["unit"],
            reason=given["reason"], paper=paper,
        )  # fmt: skip
