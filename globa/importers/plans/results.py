"""Expected and achieved results of a plan that was read: what each sentence seems to promise or to tell, and what a person makes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from globa.importers.plans.decisions import Decisions, How, ResultAnswer
from globa.importers.plans.proposals import Proposal, proposals
from globa.importers.plans.understood import Measure, Plan

SIDES = ("expected", "achieved")


@dataclass(frozen=True)
class Proposed:
    """
    One result of a side of a line, by the serial of its measure and the number of its line, both as they were read.

    `is_sure` says that no other number of its sentence counts the same.
    """

    measure: int
    line: int
    side: str
    number: int
    proposal: Proposal
    is_sure: bool

    @property
    def key(self) -> str:
        """Where its answer is kept."""
        return f"{self.measure}.{self.line}.{self.side}.{self.number}"

    @property
    def has_quantity(self) -> bool:
        return self.proposal.quantity is not None

    @property
    def sentence(self) -> tuple[int, int, str] | None:
        """The sentence of an achieved result that it stands in; None of an expected one."""
        return (self.measure, self.line, self.proposal.text) if self.side == "achieved" else None


def proposed(plan: Plan) -> tuple[Proposed, ...]:
    """Asked once, when the document is read: finding numbers in sentences needs dictionaries."""
    return tuple(one for measure in plan.measures() for one in _of_measure(measure))


def _of_measure(measure: Measure) -> Iterator[Proposed]:
    for at, line in enumerate(measure.lines):
        for side in SIDES:
            found = proposals(getattr(line, side))
            alike = Counter((one.text, one.unit) for one in found)
            for number, one in enumerate(found):
                is_sure = one.quantity is not None and bool(one.unit) and alike[one.text, one.unit] == 1
                yield Proposed(measure.serial, at, side, number, one, is_sure)


def to_confirm(found: Iterable[Proposed], decisions: Decisions, left_out: Container[tuple[int, int, str]] = ()) -> list[Proposed]:
    """
    Those with a number that nobody has confirmed, corrected or left as text; a sentence without one is text anyway.

    Of `left_out` sentences of achieved results no number is asked: they tell of obstacles.
    """
    return [one for one in found if one.has_quantity and one.key not in decisions.results and one.sentence not in left_out]


def sure(found: Iterable[Proposed], decisions: Decisions, left_out: Container[tuple[int, int, str]] = ()) -> dict[str, ResultAnswer]:
    return {one.key: ResultAnswer(How.CONFIRM) for one in to_confirm(found, decisions, left_out) if one.is_sure}


def agreed(found: Sequence[Proposed], decisions: Decisions) -> tuple[Proposal, ...]:
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
