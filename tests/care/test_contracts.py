"""A carer's contract and its places."""

from __future__ import annotations

from datetime import date

import pytest

from globa.care.contracts import CarerContract, close_contract, open_contract
from globa.care.dwellings import Bed
from globa.journal.refusals import Untrue
from tests import builders
from tests.builders import Place

ENDS = date(2023, 7, 1)


def test_a_contract_for_three_children_makes_three_places(here: Place) -> None:
    contract = builders.contract(here, places=3)
    assert list(contract.dwelling.beds.values_list("name", "is_extra")) == [("1", False), ("2", False), ("3", False)]


def test_the_last_day_of_a_contract_is_the_one_before_its_end(here: Place) -> None:
    contract = close_contract(contract=builders.contract(here), on=ENDS, by=here.worker)
    assert list(CarerContract.objects.on(date(2023, 6, 30))) == [contract]
    assert not CarerContract.objects.on(ENDS).exists()


def test_the_places_end_with_the_contract(here: Place) -> None:
    close_contract(contract=builders.contract(here), on=ENDS, by=here.worker)
    assert {bed.during.upper for bed in Bed.objects.all()} == {ENDS}


def test_a_carer_who_comes_back_gets_a_new_contract_in_the_same_home(here: Place) -> None:
    old = close_contract(contract=builders.contract(here), on=ENDS, by=here.worker)
    new = open_contract(carer=old.carer, household=old.household, dwelling=old.dwelling, places=2, since=date(2024, 1, 1), by=here.worker)
    assert new.dwelling.beds.filter(during__contains=date(2024, 1, 1)).count() == 2


def test_a_contract_does_not_end_while_a_child_lives_there(here: Place) -> None:
    contract = builders.contract(here)
    builders.stay(here, where=builders.bed(contract.dwelling))
    with pytest.raises(Untrue, match="A child sleeps in this bed"):
        close_contract(contract=contract, on=ENDS, by=here.worker)
    contract.refresh_from_db()
    assert contract.during.upper is None
