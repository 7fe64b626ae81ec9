"""
Published documents, in part: a budget whose numbers all agree though its cells were cut, tables of children whose numbers do not, and two
goals of a plan's report, of which every sum is right and much else is to be looked at. In every format the same is found.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from globa.checker.checking import check
from globa.checker.finding import Finding, Severity
from globa.documents.reading import read
from tests.checker.tables import document, table

SAMPLES = Path(__file__).parents[1] / "documents" / "samples"
CHILDREN = ("alytus-section-2.txt", "alytus-section-2.docx", "alytus-section-2.xlsx")
GOALS = tuple(f"visaginas-goals-1-2{kind}" for kind in (".txt", ".docx", "-split.docx", ".xlsx", ".odt", ".pdf"))


def findings(name: str) -> tuple[Finding, ...]:
    return check(read(SAMPLES / name))


def contradictions(name: str) -> dict[str, Finding]:
    """By what is printed."""
    return {one.values.get("printed", one.message): one for one in findings(name) if one.severity == Severity.CONTRADICTION}


@pytest.mark.parametrize("name", ["alytus-budget.txt", "alytus-budget.xlsx"])
def test_the_budget_of_cut_cells_contradicts_nothing(name: str) -> None:
    assert contradictions(name) == {}


@pytest.mark.parametrize("name", CHILDREN)
def test_43_children_are_25_and_10_and_46_places_are_41(name: str) -> None:
    found = {printed: one for printed, one in contradictions(name).items() if one.rule == "total"}
    assert {printed: one.difference for printed, one in found.items()} == {"43": Decimal(8), "46": Decimal(5)}
    assert found["43"].values["across"] == " (BVGN, GC)"


@pytest.mark.parametrize("name", CHILDREN)
def test_9_girls_and_16_boys_are_7_and_18_elsewhere(name: str) -> None:
    (one,) = [one for one in findings(name) if one.rule == "cross-tables"]
    assert one.severity == Severity.CONTRADICTION
    assert "9 / 16" in one.message
    assert "7 / 18" in one.message


@pytest.mark.parametrize("name", GOALS)
def test_sums_of_the_plan_are_right(name: str) -> None:
    assert contradictions(name) == {}


@pytest.mark.parametrize("name", GOALS)
def test_what_is_to_be_looked_at_in_the_plan_is_named(name: str) -> None:
    said = [(one.rule, one.message) for one in findings(name)]
    for rule, words in [
        ("execution", "1.1.1 dalyvauti"),
        ("sources", "1.1.1 dalyvauti"),
        ("execution", "1.2.2 įgyvendinti"),
        ("dash", "1.2.6 organizuoti"),
        ("misprint", "123 00,00"),
        ("misprint", "86 916.24"),
    ]:
        assert [message for name, message in said if name == rule and words in message], (rule, words)


def test_a_finding_of_the_plan_is_the_same_in_every_format() -> None:
    ids = [{one.id for one in findings(name) if one.rule in ("execution", "sources", "dash")} for name in GOALS]
    assert all(one == ids[0] for one in ids)


def test_230_persons_are_191_and_39_carers() -> None:
    """The total of a national report of 2017 counts carers along with those who got services."""
    (one,) = check(
        document(
            table("""
        Paslauga | Asmenų skaičius
        Bendruomeniniai namai | 30
        Palydimoji globa | 23
        Pagalba nėščiosioms ir motinoms | 28
        Atokvėpis namuose | 22
        Atokvėpis įstaigoje | 88
        Iš viso | 230
    """)
        )
    )
    assert (one.severity, one.difference) == (Severity.CONTRADICTION, Decimal(39))


def test_what_agrees_in_the_activity_report_is_left_alone() -> None:
    """Its flows, schools, persons trained and posts agree; its sentences are told in our own words."""
    assert check(document(
        "Metų pradžioje namuose gyveno 33 vaikai, per metus atvyko 6 vaikai, išvyko 14 vaikų, metų pabaigoje gyveno 25 vaikai.",
        "Išvyko 14 vaikų (2 vaikai grįžo pas tėvus, 5 vaikai sulaukė pilnametystės, 1 vaikas perėjo kitur, 6 vaikai – pas globėjus).",
        "Specialiųjų poreikių turi 10 vaikų: 2 vaikai turi elgesio, 5 vaikai intelekto, 3 vaikai abu sutrikimus.",
        "Įvertinti 1 926 asmenys (1 312 asmenų su negalia ir 614 vaikų).",
        table("""
            Grupės | Dalyvių skaičius
            Vaikų ir šeimų darbuotojai | 278
            Dirbantys su neįgaliaisiais | 386
            Vaiko teisių skyriai | 171
            Pertvarkomos įstaigos | 997
            Savivaldybių skyriai | 58
            Iš viso | 1 890
        """),
    )) == ()  # fmt: skip
