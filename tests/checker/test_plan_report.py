"""A published report on a plan, as six files: what it says against itself, the same from every file."""

from __future__ import annotations

from pathlib import Path

import pytest

from globa.checker.checking import check
from globa.checker.finding import Finding, Severity
from globa.documents.reading import read

SAMPLES = Path(__file__).parents[1] / "documents" / "samples"
NAME = "visaginas-goals-1-2"
FILES = [f"{NAME}.docx", f"{NAME}-split.docx", f"{NAME}.xlsx", f"{NAME}.odt", f"{NAME}.pdf", f"{NAME}.txt"]
FAR = {"1.1.1": "191", "1.2.1": "23", "1.2.2": "4", "1.2.5": "23", "1.2.7": "151", "1.3.3": "206", "1.3.4": "244"}
SWITCHED = ["1.1.1", "1.1.2", "1.2.1", "1.2.2", "1.2.7", "1.2.8", "1.3.1", "1.3.2", "1.3.4"]


@pytest.fixture(scope="module", params=FILES)
def findings(request: pytest.FixtureRequest) -> list[Finding]:
    return list(check(read(SAMPLES / request.param)))


def of(findings: list[Finding], rule: str) -> list[Finding]:
    return sorted((one for one in findings if one.rule == rule), key=lambda one: one.values.get("measure", ""))


def test_nothing_in_it_is_called_a_contradiction(findings: list[Finding]) -> None:
    assert [one.message for one in findings if one.severity is Severity.CONTRADICTION] == []


def test_money_far_from_its_plan_is_named_with_its_percent(findings: list[Finding]) -> None:
    assert {one.values["measure"].split()[0]: one.values["percent"] for one in of(findings, "execution")} == FAR


def test_measures_whose_sources_changed_are_named(findings: list[Finding]) -> None:
    found = of(findings, "sources")
    assert [one.values["measure"].split()[0] for one in found] == SWITCHED
    assert (found[0].values["new"], found[0].values["gone"]) == (
        "savivaldybės biudžeto lėšos (22\u00a0284)",
        "ES fondų lėšos (11\u00a0648)",
    )


def test_dashes_beside_sources_are_told_with_the_estimates_of_their_rows(findings: list[Finding]) -> None:
    assert sorted(one.values["amounts"] for one in of(findings, "dash")) == ["2\u00a0000", "695, 776, 3\u00a0765"]


def test_misprints_are_told_with_what_is_meant(findings: list[Finding]) -> None:
    found = {one.values["printed"]: (one.severity, one.values["likely"]) for one in of(findings, "misprint")}
    assert found["123 00,00"] == (Severity.SUSPICIOUS, "123\u00a0000")
    assert found["86 916.24 Eur"] == (Severity.FORM, "86\u00a0916,24")


def test_the_same_sums_of_two_bodies_and_changed_units_are_told(findings: list[Finding]) -> None:
    assert [one.values["parts"] for one in of(findings, "copied")] == ["277 kiti šaltiniai, parama; 4\u00a0076 valstybės biudžeto lėšos"]
    assert [one.values["measure"].split()[0] for one in of(findings, "unit")] == ["1.1.1", "1.2.2", "1.2.9"]
