"""Which figure a typed number means; the sentences of said.txt are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from globa.reports.assembling import spoken
from globa.reports.document import FigureKey, Typed
from globa.reports.forms import read as form_of
from globa.reports.texts.meaning import Surroundings
from globa.reports.texts.reading import read
from globa.vocabulary.period import Period

LINES = Path(__file__).with_name("said.txt").read_text(encoding="utf-8").splitlines()
SAID = [line.split(" => ") for line in LINES if not line.startswith("#")]
PLACED = "foster-centre.children-with-on-duty-carers"


def meant(text: str, subject: FigureKey | None = None) -> str:
    around = Surroundings(Period.year(2023), frozenset(), subject, spoken(form_of("activity", 2023)))
    typed = [span for paragraph in read(text, {}, around) for span in paragraph.spans if isinstance(span, Typed)]
    return "|".join(str(one.means) if one.means else "-" for one in typed)


@pytest.mark.parametrize(("text", "figures"), SAID)
def test_a_typed_number_means_the_figure_that_its_words_name_or_nothing(text: str, figures: str) -> None:
    assert meant(text) == figures


def test_a_bare_number_beside_a_direction_means_the_figure_that_answers_it() -> None:
    assert meant("15", FigureKey(PLACED)) == PLACED


def test_other_words_beside_a_direction_mean_what_they_say() -> None:
    assert meant("Paslaugas teikia 5 budintys globotojai", FigureKey(PLACED)) == "foster-centre.on-duty-carers"
