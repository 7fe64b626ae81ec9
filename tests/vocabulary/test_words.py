"""Refusals, units, sensitivity and sources."""

from __future__ import annotations

import pytest

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import Sensitivity, classes
from globa.vocabulary.source import Source
from globa.vocabulary.unit import Unit


def test_a_refusal_is_translated_with_its_values_kept_apart() -> None:
    refusal = Refusal("There is no %(what)s.", what="bed")
    assert str(refusal) == "There is no bed."
    assert refusal.said(lambda sentence: sentence.replace("There is no", "Nėra:")) == "Nėra: bed."


def test_a_refusal_names_its_field() -> None:
    assert Refusal("No.", at="minutes").at == "minutes"
    assert Refusal("100 % taken.").said(str) == "100 % taken."


@pytest.mark.parametrize("unit", [Unit.CHILDREN, Unit.PERSONS, Unit.FAMILIES, Unit.CARERS, Unit.PERCENT])
def test_people_and_shares_never_add_up(unit: Unit) -> None:
    assert not unit.adds_up


@pytest.mark.parametrize("unit", [Unit.TIMES, Unit.HOURS, Unit.EUROS, Unit.DAYS, Unit.POSTS])
def test_times_hours_and_euros_add_up(unit: Unit) -> None:
    assert unit.adds_up


def test_columns_are_classed_by_level() -> None:
    assert classes(S1="id number", S3="note") == {"id": Sensitivity.S1, "number": Sensitivity.S1, "note": Sensitivity.S3}
    with pytest.raises(KeyError):
        classes(S9="id")


def test_a_source_is_written_with_its_place() -> None:
    assert [str(Source("Report 2023", "II.2")), str(Source("Report 2023"))] == ["Report 2023, II.2", "Report 2023"]
