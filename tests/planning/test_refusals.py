"""What the ledger and the directions refuse, each with its sentence."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from globa.planning.directions import Direction, aim
from globa.planning.ledger import EconomicItem, FundingSource, book
from globa.planning.treasury_codes import TreasuryCode, add_code
from globa.registry.organisations import Organisation
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping
from tests.planning.plans.test_activities import CASES as OF_ACTIVITIES
from tests.planning.plans.test_refusals import BY_THE_OWNER as OF_PLANS_BY_THE_OWNER
from tests.planning.plans.test_refusals import CASES as OF_PLANS
from tests.planning.test_ledger_refusals import BY_THE_OWNER as OF_THE_LEDGER_BY_THE_OWNER
from tests.planning.test_ledger_refusals import CASES as OF_THE_LEDGER
from tests.planning.test_line_keys import CASES as OF_LINE_KEYS
from tests.planning.test_line_keys import OF_OTHERS as OF_LINES_OF_OTHERS
from tests.planning.test_reckonings import CASES as OF_RECKONINGS
from tests.refusing import Case, again, change, is_refused, untried


def direction(at: Place, **target: Any) -> Direction:
    return aim(organisation=at.organisation, year=2023, code="1", text="New guardian families", by=at.worker, **target)


def booked(at: Place, **details: Any) -> Any:
    return book(organisation=at.organisation, entries=[builders.entry(at, **details)], by=at.worker)[0]


def listed(**details: Any) -> TreasuryCode:
    city, source = Organisation.objects.get(code="alytus-city"), FundingSource.objects.get(code="14402")
    of: dict[str, Any] = {"municipality": city, "year": 2024, "code": "14402", "name": "State grant", "source": source, "by": None}
    return add_code(**(of | details))


CASES: dict[str, Case] = {
    "direction_once_a_year": lambda at: again(direction(at)),
    "target_says_how_it_is_meant": lambda at: direction(at, target=Decimal(4)),
    "entry_on_an_item_without_parts": lambda at: booked(at, item="22111.20"),
    "entry_item_has_no_parts": lambda at: change(booked(at), item_has_parts=True),
    "entry_names_an_item_or_a_line": lambda at: change(booked(at), item=None),
    "entry_is_not_nothing": lambda at: booked(at, amount="0"),
    "treasury_codes_are_kept_by_their_own": lambda at: listed(),
}
BY_THE_OWNER: dict[str, Case] = {
    "treasury_code_once_a_year": lambda at: again(listed()),
    "treasury_code_of_a_year": lambda at: listed(year=23),
    "treasury_code_says_something": lambda at: listed(code=" "),
    "treasury_code_is_of_a_municipality": lambda at: listed(municipality=at.organisation),
    "item_parts_have_no_parts": lambda at: change(EconomicItem.objects.get(code="22111.20 A"), has_parts=True),
}
ALSO: list[tuple[str, Case]] = [
    ("target_says_how_it_is_meant", lambda at: direction(at, comparator="at_least")),
    ("target_says_how_it_is_meant", lambda at: direction(at, target=Decimal(4), comparator="at_least")),
]


@pytest.mark.parametrize(("name", "case"), [*CASES.items(), *ALSO])
def test_it_is_refused_with_its_sentence(name: str, case: Case, here: Place) -> None:
    is_refused(name, case, here)


@pytest.mark.parametrize("name", BY_THE_OWNER)
def test_the_owner_is_refused_too(name: str, here: Place, as_owner: Stepping) -> None:
    with as_owner():
        is_refused(name, BY_THE_OWNER[name], here)


def test_no_refusal_is_left_untried() -> None:
    plans = (OF_PLANS, OF_PLANS_BY_THE_OWNER, OF_ACTIVITIES)
    ledger = (OF_THE_LEDGER, OF_THE_LEDGER_BY_THE_OWNER, OF_LINE_KEYS, dict.fromkeys(OF_LINES_OF_OTHERS, booked))
    assert untried("planning", CASES, BY_THE_OWNER, OF_RECKONINGS, *plans, *ledger) == set()
