"""Small counts of people in the report on a plan are not told to everybody, wherever they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils import translation

from globa.publication.plan_reports import public_version
from globa.reports.document import Computed, Document, Table
from globa.reports.implementation.told import Achieved
from tests.reports.implementation.drawing import drawn
from tests.reports.implementation.told import FIRST, GOAL, TOLD


def reported(text: str) -> Document:
    line = replace(FIRST, achieved=(Achieved(text),), expected=(), obstacles=())
    measure = replace(GOAL.objectives[0].measures[0], lines=(line,))
    return drawn(replace(TOLD, goals=(replace(GOAL, objectives=(replace(GOAL.objectives[0], measures=(measure,)),)),)))


def achieved(document: Document) -> str:
    table = next(block for _section, block in document.blocks() if isinstance(block, Table) and block.key == "goals.measures-1")
    return str(getattr(table.rows[0].cells[5].content, "text", ""))


@pytest.mark.parametrize(
    ("written", "public", "hidden"),
    [
        ("Paslaugos suteiktos 3 vaikams.", "Paslaugos suteiktos mažiau kaip 5 vaikams.", 1),
        ("Paslaugos suteiktos 28 vaikams.", "Paslaugos suteiktos 28 vaikams.", 0),
        ("Suteikta 3 konsultacijos.", "Suteikta 3 konsultacijos.", 0),
        (
            "Paslaugos suteiktos 5 asmenims (4 suaugusiems asmenims ir 1 vaikui).",
            "Paslaugos suteiktos 5 asmenims (mažiau kaip 5 suaugusiems asmenims ir mažiau kaip 5 vaikui).",
            2,
        ),
    ],
)
def test_few_people_are_told_as_few(written: str, public: str, hidden: int) -> None:
    with translation.override("lt"):
        found = public_version(reported(written))
    assert (achieved(found.document), found.hidden) == (public, hidden)


def test_a_single_hidden_part_takes_a_second_with_it() -> None:
    found = public_version(reported("Paslaugos suteiktos 20 asmenų (17 moterų ir 3 vyrams)."))
    assert "3" not in achieved(found.document)
    assert "17" not in achieved(found.document)


def test_money_stays_and_opens_nothing() -> None:
    found = public_version(reported("Paslaugos suteiktos 28 vaikams."))
    rows = [row for _section, block in found.document.blocks() if isinstance(block, Table) for row in block.rows]
    assert not [cell for row in rows for cell in (row.title, *row.cells) if isinstance(cell.content, Computed)]
    assert any("183 377,44" in str(getattr(cell.content, "text", "")).replace("\xa0", " ") for row in rows for cell in row.cells)
    assert found.document.title.startswith(reported("").title)
