"""A document understood as the plan of a municipality, or as the report on it."""

from __future__ import annotations

from globa.documents.document import Document
from globa.importers.plans import belonging, hidden
from globa.importers.plans.additional import additional
from globa.importers.plans.municipalities import municipality
from globa.importers.plans.refusals import NoMeasures, TwoPlans
from globa.importers.plans.tree import Tree
from globa.importers.plans.understood import Plan
from globa.importers.plans.yearly import yearly


def understand(document: Document, *, code: str, year: int) -> Plan:
    """Nothing is written. What is another's, of another year, or no plan at all is refused; all other doubts are problems of the plan."""
    asked = municipality(code)
    tree = Tree.of(document, year)
    plan = Plan(asked.code, year, tree.goals, printed=tree.printed)
    if not any(True for _ in plan.measures()):
        raise NoMeasures
    if tree.repeated and len(tree.repeated) * 2 >= len({measure.no for measure in plan.measures()}):
        raise TwoPlans(sorted({number for number, _problem in tree.repeated}))
    plan.problems.extend(belonging.problems(document, asked, year))
    plan.yearly, doubts = yearly(document)
    plan.additional = list(additional(document))
    plan.problems.extend([*tree.problems, *(problem for _number, problem in tree.repeated), *doubts])
    plan.problems.extend(hidden.problems(document, plan))
    return plan
