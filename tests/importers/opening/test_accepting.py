"""What is agreed to is recorded by the usual verbs, as one operation; a row that cannot be true does not stop the others."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from globa.care.stays import Stay
from globa.importers.opening.accepting import Accepted, bring_in
from globa.importers.opening.carried import Carried, carried_back, carry
from globa.importers.opening.reading import ReadRow, ReadTable
from globa.importers.opening.refusals import NobodyBroughtIn
from globa.journal.operations import AlreadyDone, Operation
from globa.registry.involvement import Involvement
from globa.registry.people import Person
from tests import builders
from tests.builders import Place
from tests.importers.opening.conftest import ON, Proposing

KAJUS = "Kajus;Vaišnora;2012-03-04;;;home-1;;2023-05-10;iš tėvų;"
ONA = "Ona;Žilė;2014-01-02;;;home-1;;2024-02-01;kita;"


def test_children_are_registered_and_live_where_the_table_says(here: Place, proposed: Proposing) -> None:
    builders.home(here)
    before = Operation.objects.count()
    done = bring_in([Accepted(one) for one in proposed([KAJUS, ONA])], organisation=here.organisation, on=ON, by=here.worker)
    assert [(person.given_name, proposal.line) for proposal, person in done.recorded] == [("Kajus", 2), ("Ona", 3)]
    assert sorted(Stay.objects.values_list("child__given_name", "during__startswith")) == [
        ("Kajus", date(2023, 5, 10)), ("Ona", date(2024, 2, 1)),
    ]  # fmt: skip
    assert {one.during.lower for one in Involvement.objects.filter(purpose="care")} == {date(2023, 5, 10), date(2024, 2, 1)}
    assert Operation.objects.count() == before + 1
    assert Operation.objects.get(verb="importers.bring_in").reason == "The state on 2026-01-01, from a table"


def test_the_same_child_gets_a_place_and_no_second_file(here: Place, proposed: Proposing) -> None:
    builders.home(here)
    known = builders.child(here, "Kajus", family_name="Vaišnora")
    [one] = proposed([KAJUS])
    bring_in([Accepted(one, known)], organisation=here.organisation, on=ON, by=here.worker)
    assert Stay.objects.get().child == known
    assert Person.objects.filter(given_name="Kajus").count() == 1


def test_a_bed_taken_meanwhile_refuses_one_row_and_keeps_the_others(here: Place, proposed: Proposing) -> None:
    home = builders.home(here)
    rows = proposed([KAJUS, ONA])
    builders.stay(here, builders.child(here, "Zita"), builders.bed(home, "1"))
    done = bring_in([Accepted(one) for one in rows], organisation=here.organisation, on=ON, by=here.worker)
    assert [person.given_name for _row, person in done.recorded] == ["Ona"]
    assert [(line, said.split(".")[0]) for line, said in done.refused] == [(2, "The bed is taken on some of these days")]
    assert not Person.objects.filter(given_name="Kajus").exists()


def test_with_nobody_recorded_nothing_has_happened(here: Place, proposed: Proposing) -> None:
    home = builders.home(here)
    rows = proposed([KAJUS])
    builders.stay(here, builders.child(here, "Zita"), builders.bed(home, "1"))
    with pytest.raises(NobodyBroughtIn) as refused:
        bring_in([Accepted(one) for one in rows], organisation=here.organisation, on=ON, by=here.worker)
    assert [line for line, _said in refused.value.refused] == [2]
    assert not Operation.objects.filter(verb="importers.bring_in").exists()


def test_sent_twice_it_is_recorded_once(here: Place, proposed: Proposing) -> None:
    builders.home(here)
    rows, once = [Accepted(one) for one in proposed([KAJUS])], uuid.uuid4()
    bring_in(rows, organisation=here.organisation, on=ON, by=here.worker, once=once)
    with pytest.raises(AlreadyDone):
        bring_in(rows, organisation=here.organisation, on=ON, by=here.worker, once=once)


def test_a_carers_home_brings_its_carer(here: Place, proposed: Proposing) -> None:
    contract = builders.contract(here)
    [one] = proposed([KAJUS.replace("home-1", contract.dwelling.code)])
    bring_in([Accepted(one)], organisation=here.organisation, on=ON, by=here.worker)
    assert Stay.objects.get().carer == contract.carer


def test_what_was_read_opens_only_to_whoever_read_it_and_there() -> None:
    reader, place = uuid.uuid4(), uuid.uuid4()
    carried = Carried(ReadTable((ReadRow(2, {"given_name": "Kajus"}),), ("Telefonas",)), ON, uuid.uuid4())
    text = carry(carried, reader=reader, organisation=place)
    assert "Kajus" not in text
    assert carried_back(text, reader=reader, organisation=place) == carried
    assert carried_back(text, reader=uuid.uuid4(), organisation=place) is None
    assert carried_back(text, reader=reader, organisation=uuid.uuid4()) is None
    assert carried_back("x" + text[1:], reader=reader, organisation=place) is None
