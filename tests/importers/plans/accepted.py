"""The report on Visaginas' plan of 2023, goals 1 and 2, read and decided on; or the small plan with its doubts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from globa.documents.reading import read
from globa.importers.plans.decisions import Answer, Choice, Decisions, How, ResultAnswer, choices
from globa.importers.plans.keeping import ReadPlan
from globa.importers.plans.kept import ImportState, PlanImport, bring, decide
from globa.importers.plans.results import proposed
from globa.importers.plans.understanding import understand
from globa.importers.plans.understood import Doubt, Problem
from tests import documents
from tests.builders import Place
from tests.importers.plans import made

NAME = "visaginas-goals-1-2.docx"
SAMPLE = Path(documents.__file__).with_name("samples") / NAME


@cache
def sample() -> ReadPlan:
    document = read(SAMPLE)
    plan = understand(document, code="visaginas", year=2023)
    return ReadPlan(document, plan, (), proposed(plan))


def kept(at: Place, found: ReadPlan | None = None, content: bytes = b"", name: str = NAME) -> PlanImport:
    """Read, with nothing decided yet."""
    plan = bring(organisation=at.organisation, year=2023, name=name, content=content or SAMPLE.read_bytes(), by=at.worker)
    plan.put_what_was_read(found or sample())
    plan.state, plan.done_at = ImportState.READ, plan.asked_at
    plan.save()
    return plan


def small(at: Place) -> PlanImport:
    return kept(at, made.read_plan(), made.text(*made.ROWS[:2]), "planas.txt")


def decide_all(at: Place, plan: PlanImport) -> PlanImport:
    """Take what is likely, leave unknown what is unknown, join what stands side by side, confirm every result."""
    found = plan.what_was_read()
    assert found is not None

    def change(decisions: Decisions) -> None:
        decisions.doubts = {str(number): answer(problem) for number, problem in enumerate(found.plan.problems)}
        decisions.results = {one.key: ResultAnswer(How.CONFIRM) for one in found.results if one.has_quantity}

    decide(plan=plan, by=at.worker, change=change)
    return plan


def answer(problem: Problem) -> Answer:
    if problem.doubt == Doubt.SOURCE:
        return Answer(Choice.TYPE, source="KITI")
    offered = choices(problem)
    liked = next(one for one in (Choice.TAKE, Choice.LEAVE, Choice.AS_READ, Choice.JOIN) if one in offered)
    return Answer(liked)
