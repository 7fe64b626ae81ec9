"""A document that is no plan, or not this one, is refused by a sentence; a table without a heading is asked about."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from globa.documents.reading import unheard
from globa.documents.refusals import NotRead
from globa.importers.plans.keeping import ReadPlan
from globa.importers.plans.reading import _read
from globa.importers.plans.refusals import AnotherMunicipality, AnotherYear, NoMeasures
from globa.importers.plans.understood import Doubt
from tests.documents import hostile
from tests.importers.plans.made import ROWS, TITLE, text


def read(content: bytes, *, code: str = "visaginas", year: int = 2023) -> ReadPlan:
    """As the job reads it, in a process apart."""
    asked: Any = SimpleNamespace(name="planas", year=year, organisation=SimpleNamespace(code=code))
    return _read(asked, content, unheard)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (hostile.locked_pdf, "password"),
        (hostile.scanned_pdf, "scanned"),
        (hostile.macro_word, "macros"),
        (hostile.bomb, "bomb"),
        (hostile.billion_laughs, "entities"),
        (hostile.broken_zip, "damaged"),
    ],
)
def test_what_is_unsafe_locked_or_broken_says_why(make: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(NotRead) as refused:
        read(make())
    assert refused.value.reason == reason


def test_another_year_and_another_municipality_are_refused() -> None:
    with pytest.raises(AnotherYear, match="2023, not of 2022"):
        read(text(*ROWS), year=2022)
    with pytest.raises(AnotherMunicipality, match="Visagino"):
        read(text(*ROWS), code="utena")


def test_a_document_without_measures_is_refused() -> None:
    with pytest.raises(NoMeasures):
        read(f"{TITLE}\nPaslaugos teikiamos visus metus.\n".encode())


def test_a_table_without_a_heading_is_understood_by_its_content_and_asked_about() -> None:
    found = read((TITLE + "\n".join(ROWS[:2]) + "\n").encode())
    assert len(list(found.plan.measures())) == 2
    assert found.plan.problems[0].doubt == Doubt.LOOK
    assert "has no heading" in found.plan.problems[0].sentence
