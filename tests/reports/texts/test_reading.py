"""A text becomes spans, with the places of typed numbers in its source."""

from __future__ import annotations

import pytest

from globa.indicators.refusals import NoSuchBreakdown, UnknownIndicator
from globa.reports.document import Computed, FigureKey, Typed, Words
from globa.reports.texts.meaning import Surroundings
from globa.reports.texts.reading import phrases, read, sentence_number
from globa.reports.texts.references import UnknownWord, checked, with_living_number, written
from globa.reports.texts.searching import search
from globa.vocabulary.period import Period

YEAR = Surroundings(Period.year(2023))


def test_references_become_living_numbers_and_words() -> None:
    (paragraph,) = read("{next-day} gyveno {occupancy.children:unit} ({homes.at-school[school=s-4]@1}).", {"next-day": "Sausio 1 d."})
    assert paragraph.spans == (
        Words("Sausio 1 d."), Words(" gyveno "), Computed(FigureKey("occupancy.children"), with_unit=True),
        Words(" ("), Computed(FigureKey("homes.at-school", "school", "s-4", 1)), Words(")."),
    )  # fmt: skip


def test_a_reference_that_names_nothing_stays_as_it_was_written() -> None:
    (paragraph,) = read("Gyveno {homes.childern}.", {})
    assert paragraph.spans[1] == Words("{homes.childern}")


def test_the_place_of_a_typed_number_is_that_of_the_source_with_its_references_and_lines() -> None:
    source = "{homes.arrivals} atvyko.\n\nIš viso 43 vaikai."
    (typed,) = [span for paragraph in read(source, {}, YEAR) for span in paragraph.spans if isinstance(span, Typed)]
    assert source[typed.at :].startswith("43")


def test_a_typed_number_is_replaced_where_it_stands() -> None:
    source = "43 vaikai, iš viso 43 vaikai"
    assert with_living_number(source, 19, "43", FigureKey("occupancy.children")) == "43 vaikai, iš viso {occupancy.children} vaikai"


def test_a_text_that_changed_meanwhile_is_left_as_it_is() -> None:
    assert with_living_number("35 vaikai", 0, "43", FigureKey("occupancy.children")) == "35 vaikai"


def test_without_surroundings_nothing_is_taken_for_typed() -> None:
    assert read("Gyveno 43 vaikai.", {})[0].spans == (Words("Gyveno 43 vaikai."),)


def test_sentences_are_counted_over_all_lines() -> None:
    source = "Pirmas, 2023 m. sausio 1 d. prasidėjęs. Antras.\nTrečias 43."
    assert sentence_number(source, source.index("43")) == 3


def test_a_key_reads_what_it_writes() -> None:
    key = FigureKey("budget.spending", "main_item", "22111.20 A", 1, (("source", "14402"),))
    assert FigureKey.parse(str(key)) == key
    assert written(FigureKey("homes.girls"), with_unit=True) == "{homes.girls:unit}"


@pytest.mark.parametrize(
    ("text", "refusal"),
    [("{homes.childern}", UnknownIndicator), ("{homes.girls[school=a]}", NoSuchBreakdown), ("{years}", UnknownWord), ("{}", UnknownWord)],
)
def test_what_is_saved_names_only_what_there_is(text: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        checked(text)


def test_a_forms_text_lends_its_words_to_the_figures_it_names() -> None:
    assert list(phrases("Galimas vaikų skaičius – {occupancy.places}, mergaičių – {homes.girls}.")) == [
        (FigureKey("occupancy.places"), "Galimas vaikų skaičius"),
        (FigureKey("homes.girls"), "mergaičių"),
    ]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("koordinator", "foster-centre.coordinator-services"),
        ("mergait", "homes.girls"),
        ("vaikai metų pabaigoje", "homes.children-at-closing"),
        ("on-duty carers", "foster-centre.on-duty-carers"),
        ("budget.planned", "budget.planned"),
    ],
)
def test_the_search_finds_a_figure_by_words_beginnings_and_code(asked: str, first: str) -> None:
    assert search(asked)[0].code == first


def test_the_search_finds_nothing_for_what_is_not_counted() -> None:
    assert search("kosmonautai") == []
