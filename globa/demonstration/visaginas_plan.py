"""
The plan of Visaginas for 2023, goals 1 and 2, as its clerk took it over from the document: read, decided on, accepted.

What follows from the records of the family centre is named, so that it is computed; the rest stands as the report says it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from globa.demonstration.visaginas import CENTRE, SERVICES_CENTRE, Filled
from globa.documents.numbers.comparators import Comparator
from globa.importers.checked_documents.sealing import sealed
from globa.importers.plans.accepting import accept
from globa.importers.plans.decisions import Answer, Choice, Decisions, How, ResultAnswer, choices
from globa.importers.plans.keeping import ReadPlan
from globa.importers.plans.kept import ImportState, PlanImport
from globa.importers.plans.results import Proposed, proposed
from globa.importers.plans.understood import Problem
from globa.journal.operations import operation
from globa.planning.plans.activities import feed
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.plans import Plan
from globa.planning.plans.results import AchievedResult, ExpectedResult, answer, name_indicator
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation

DOCUMENT = Path(__file__).with_name("visaginas-2023.docx")
YEAR = 2023
TITLE = "Visagino savivaldybės 2023 metų socialinių paslaugų planas"
APPROVED_ON, DECISION = date(2023, 3, 30), "TS-58"
BODIES = {
    "Visagino šeimos ir vaiko gerovės centras": CENTRE,
    "Visagino socialinių paslaugų centras": SERVICES_CENTRE,
    "Savivaldybės administracija": "visaginas",
}
# The measure, the place of the expectation in its line, and the figure that answers it.
FIGURES = (
    ("1.1.1", 1, "foster-centre.gimk-basic-groups"),
    ("1.1.1", 2, "foster-centre.gimk-groups[kind=gimk_specialised]"),
    ("1.1.1", 3, "foster-centre.gimk-groups[kind=gimk_close_relatives]"),
    ("1.1.1", 4, "foster-centre.gimk-groups[kind=gimk_continuing]"),
    ("1.1.1", 5, "foster-centre.outreach-events"),
    ("1.1.2", 0, "foster-centre.children-helped"),
    ("1.1.2", 2, "foster-centre.on-duty-carers"),
    ("1.3.1", 0, "homes.children-served"),
    ("1.3.3", 0, "foster-centre.contracts-at-closing"),
)
# What the plan means to reach at least, though its sentence does not say so.
AT_LEAST = (("1.1.1", 2), ("1.1.2", 48), ("1.1.2", 38), ("1.3.1", 6), ("1.3.2", 20))
PROJECT, EARLIER_PROJECT = "foster-care-project", "children-welfare-project"
# What feeds which measure: its name, which records, of which kinds, paid by whom.
ACTIVITIES: tuple[tuple[str, str, str, tuple[str, ...], str], ...] = (
    ("1.1.1", "Konsultacijos ir informavimas", "service", (), EARLIER_PROJECT),
    ("1.1.1", "GIMK mokymai", "event", ("gimk_basic", "gimk_close_relatives", "gimk_continuing"), ""),
    ("1.1.1", "Savitarpio paramos grupės", "event", ("self_help_group",), ""),
    ("1.1.1", "Viešinimas", "event", ("outreach",), ""),
    ("1.1.2", "Paslaugos globojamiems vaikams", "service", (), PROJECT),
    ("1.3.1", "Globa bendruomeniniuose namuose", "stay", ("community_home",), ""),
    ("1.3.3", "Vaikai pas budinčius globotojus", "stay", ("on_duty_carer",), ""),
    ("1.3.3", "Sutartys su budinčiais globotojais", "contract", ("on_duty_carer",), ""),
)


def write(filled: Filled, clerk: User) -> Plan:
    kept = _read(filled.centre, clerk)
    plan = accept(plan=kept, by=clerk, title=TITLE, approved_on=APPROVED_ON, decision_no=DECISION)
    for no, name, what, codes, payer in ACTIVITIES:
        feed(line=_line(plan, no), name=name, what=what, codes=codes, payer=payer, institution=filled.centre, by=clerk)
    for no, position, figure in FIGURES:
        name_indicator(expected=_line(plan, no).expected_results.get(position=position), indicator=figure, by=clerk)
    for result, expected in _told(plan):
        answer(result=result, expected=expected, by=clerk)
    return plan


def _read(centre: Organisation, clerk: User) -> PlanImport:
    """Read here and now, without a job: the document comes with the program."""
    municipality, content = Organisation.objects.get(code="visaginas"), DOCUMENT.read_bytes()
    kept = PlanImport(
        organisation=municipality, year=YEAR, name=DOCUMENT.name, size=len(content), asked_by=clerk, state=ImportState.READ, progress=100,
        sha256=hashlib.sha256(content).hexdigest(),
    )  # fmt: skip
    kept.done_at = kept.asked_at
    found = _understood(municipality)
    kept.file_sealed = sealed(content, owner=municipality.pk, row=kept.pk, purpose="file")
    kept.put_what_was_read(found)
    kept.decisions = _decided(found).as_kept()
    with operation("importers.bring_plan", by=clerk, about=kept):
        kept.save(force_insert=True)
    return kept


def _understood(municipality: Organisation) -> ReadPlan:
    # Loaded when there is something to read.
    from globa.documents.reading import read
    from globa.importers.plans.understanding import understand

    document = read(DOCUMENT)
    plan = understand(document, code=municipality.code, year=YEAR)
    return ReadPlan(document, plan, (), proposed(plan))


def _decided(found: ReadPlan) -> Decisions:
    """The likely reading where there is one, what is unknown left unknown, every number with a unit confirmed."""
    known = {one.code: str(one.pk) for one in Organisation.objects.filter(code__in=BODIES.values())}
    numbers = {measure.serial: measure.no for measure in found.plan.measures()}
    doubts = {str(number): Answer(_liked(problem)) for number, problem in enumerate(found.plan.problems)}
    results = {one.key: _confirmed(one, numbers[one.measure]) for one in found.results if one.has_quantity}
    return Decisions(doubts, {name: known[code] for name, code in BODIES.items()}, results)


def _liked(problem: Problem) -> Choice:
    offered = choices(problem)
    return next(one for one in (Choice.TAKE, Choice.LEAVE, Choice.AS_READ) if one in offered)


def _confirmed(one: Proposed, no: str) -> ResultAnswer:
    said = one.proposal
    if one.side != "expected" or not any(no == of and said.quantity == quantity for of, quantity in AT_LEAST):
        return ResultAnswer(How.CONFIRM)
    return ResultAnswer(How.CORRECT, Comparator.AT_LEAST, said.quantity, None, said.unit, " ".join(said.population))


def _line(plan: Plan, no: str) -> PlanLine:
    return PlanLine.objects.filter(measure__objective__goal__plan=plan, measure__no=no).order_by("position")[0]


def _told(plan: Plan) -> Iterator[tuple[AchievedResult, ExpectedResult]]:
    """Where no figure answers an expectation, the one number of the report that counts the same."""
    lines = PlanLine.objects.filter(measure__objective__goal__plan=plan).prefetch_related("expected_results", "achieved_results")
    for line in lines:
        for expected in line.expected_results.all():
            same = [one for one in line.achieved_results.all() if one.quantity is not None and one.unit == expected.unit]
            alike = [one for one in line.expected_results.all() if one.unit == expected.unit]
            if expected.quantity is not None and not expected.indicator and len(same) == len(alike) == 1:
                yield same[0], expected
