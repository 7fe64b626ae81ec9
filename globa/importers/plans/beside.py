"""What a document tells of things beside the plan, as it is taken over: by whom, in which words, at what cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from globa.documents.numbers import funding
from globa.importers.plans.decisions import BesideAnswer, Decisions
from globa.importers.plans.understood import Additional, Plan


@dataclass(frozen=True)
class Taking:
    """One activity. Without an answer its cost is taken only where its sentence names one sum and who paid it; else it stays words."""

    number: int
    told: Additional
    is_taken: bool
    body: str
    amount: Decimal | None
    source: str

    @property
    def is_nameless(self) -> bool:
        """Nobody did it, as far as the document says: it is left out until somebody is named."""
        return not self.body.strip()


def takings(plan: Plan, decisions: Decisions) -> Iterator[Taking]:
    for number, one in enumerate(plan.additional):
        answer = decisions.beside.get(str(number))
        yield _answered(number, one, answer) if answer else _proposed(number, one)


def _answered(number: int, one: Additional, answer: BesideAnswer) -> Taking:
    return Taking(number, one, answer.is_taken, answer.body, answer.amount, answer.source)


def _proposed(number: int, one: Additional) -> Taking:
    source = funding.source(one.text)
    is_told = bool(source) and len(one.amounts) == 1
    return Taking(number, one, bool(one.institution), one.institution, one.amounts[0] if is_told else None, source if is_told else "")
