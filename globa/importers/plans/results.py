"""Expected and achieved results of a plan that was read: what each sentence seems to promise or to tell, and what a person makes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from globa.importers.plans.decisions import Decisions, How, ResultAnswer
from globa.importers.plans.proposals import Proposal, proposals
from globa.importers.plans.understood import Line, Measure, Plan

SIDES = ("expected", "achieved")


@dataclass(frozen=True)
class Proposed:
    """`key` is where its answer is kept; `is_sure` says that no other number of its sentence counts the same."""

    key: str
    side: str
    proposal: Proposal
    is_sure: bool

    @property
    def has_quantity(self) -> bool:
        return self.proposal.quantity is not None


def key(measure: Measure, line: int, side: str, number: int) -> str:
    return f"{measure.serial}.{line}.{side}.{number}"


def of_line(measure: Measure, number: int, line: Line) -> Iterator[Proposed]:
    for side in SIDES:
        found = proposals(getattr(line, side))
        alike = Counter((one.text, one.unit) for one in found)
        for place, one in enumerate(found):
            is_sure = one.quantity is not None and bool(one.unit) and alike[one.text, one.unit] == 1
            yield Proposed(key(measure, number, side, place), side, one, is_sure)


def of_measure(measure: Measure) -> list[Proposed]:
    return [one for number, line in enumerate(measure.lines) for one in of_line(measure, number, line)]


def of_plan(plan: Plan) -> list[Proposed]:
    return [one for measure in plan.measures() for one in of_measure(measure)]


def to_confirm(found: list[Proposed], decisions: Decisions) -> list[Proposed]:
    """Those with a number that nobody has confirmed, corrected or left as text; a sentence without one is text anyway."""
    return [one for one in found if one.has_quantity and one.key not in decisions.results]


def sure(found: list[Proposed], decisions: Decisions) -> dict[str, ResultAnswer]:
    return {one.key: ResultAnswer(How.CONFIRM) for one in to_confirm(found, decisions) if one.is_sure}


def agreed(found: list[Proposed], decisions: Decisions) -> tuple[Proposal, ...]:
    """
    What a person confirmed or corrected, in the order of the text. A sentence of which nobody confirmed anything stays free text.

    A number that nobody looked at is never taken over: its sentence still says it.
    """
    made: list[Proposal] = []
    for text in dict.fromkeys(one.proposal.text for one in found):
        of_text = [_answered(one.proposal, decisions.results.get(one.key)) for one in found if one.proposal.text == text]
        told = [one for one in of_text if one is not None]
        made.extend(told or [Proposal(text)])
    return tuple(made)


def _answered(proposal: Proposal, answer: ResultAnswer | None) -> Proposal | None:
    if answer is None or answer.how == How.TEXT:
        return None
    if answer.how == How.CONFIRM:
        return proposal if proposal.quantity is not None else None
    population = tuple(answer.population.split())
    return replace(
        proposal, comparator=answer.comparator, quantity=answer.quantity, until=answer.until, unit=answer.unit, population=population
    )
