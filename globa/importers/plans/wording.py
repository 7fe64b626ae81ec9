"""A confirmed reading of a sentence as the columns of an expected or an achieved result."""

from __future__ import annotations

from typing import Any

from globa.documents.numbers.comparators import Comparator
from globa.importers.plans.proposals import Proposal
from globa.planning.plans.results import Meant

MEANT = {
    Comparator.EXACTLY: Meant.EXACTLY,
    Comparator.AT_LEAST: Meant.AT_LEAST,
    Comparator.AT_MOST: Meant.AT_MOST,
    Comparator.MORE: Meant.MORE_THAN,
    Comparator.LESS: Meant.LESS_THAN,
    Comparator.ABOUT: Meant.ABOUT,
}
LONGEST_UNIT, LONGEST_POPULATION = 100, 200


def words_of(said: Proposal) -> dict[str, Any]:
    if said.quantity is None:
        return {}
    return {
        "quantity": said.quantity,
        "unit": said.unit[:LONGEST_UNIT],
        "population": " ".join(said.population)[:LONGEST_POPULATION],
    }


def target(said: Proposal) -> dict[str, Any]:
    """A number of nothing in particular is no target: it stays in its sentence."""
    if said.quantity is None or not said.unit.strip():
        return {}
    if said.until is not None and said.until > said.quantity:
        return {**words_of(said), "comparator": Meant.RANGE, "until": said.until}
    return {**words_of(said), "comparator": MEANT[said.comparator]}
