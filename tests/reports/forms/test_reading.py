"""Forms: the shipped ones are right, a wrong one is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from globa.reports.forms import IllFormed, NoFormForTheYear, UnknownForm, codes, is_of_a_plan, is_on_a_day, of_period, read
from globa.reports.forms.form import PassageForm
from globa.reports.texts.meaning import Surroundings
from globa.reports.texts.numbers import numbers
from globa.reports.texts.references import BRACES
from globa.vocabulary.period import Period

HEAD = """
code = "small"
version = 1
from_year = 2020
title = { lt = "Ataskaita", en = "Report" }
signing = { posts = ["director"] }
"""
BLOCK = """
[[sections]]
key = "one"
title = { lt = "Viena", en = "One" }
[[sections.blocks]]
"""


def write(folder: Path, text: str, year: int = 2020) -> Path:
    place = folder / "small" / str(year)
    place.mkdir(parents=True)
    (place / "form.toml").write_text(text, encoding="utf-8")
    return folder


def test_four_forms_ship() -> None:
    assert codes() == ["activity", "foster-centre-statistics", "occupancy", "plan-implementation"]
    assert [code for code in codes() if is_of_a_plan(code)] == ["plan-implementation"]


@pytest.mark.parametrize("code", ["activity", "foster-centre-statistics", "occupancy"])
def test_a_shipped_form_is_read(code: str) -> None:
    form = read(code, 2023)
    assert (form.code, form.from_year) == (code, 2019)
    assert form.sections


def test_the_forms_own_texts_have_no_typed_numbers() -> None:
    texts = [block.text.lt for code in codes() for _section, block in read(code, 2023).blocks() if isinstance(block, PassageForm)]
    assert [one for text in texts for line in text.split("\n") for one in numbers(BRACES.sub("", line))] == []
    assert Surroundings(Period.year(2023)).near == frozenset()


def test_the_activity_report_carries_over_its_vision_and_legal_basis() -> None:
    passages = read("activity", 2023).passages()
    assert passages["institution.vision"].carries
    assert passages["institution.legal-basis"].carries
    assert not passages["occupancy.text"].carries


def test_the_edition_of_the_year_is_the_latest_that_began(tmp_path: Path) -> None:
    write(tmp_path, HEAD + BLOCK + 'kind = "passage"\nkey = "a"\ntext = "x"')
    write(tmp_path, HEAD.replace("2020", "2022").replace("version = 1", "version = 2"), 2022)
    assert [read("small", year, tmp_path).version for year in (2020, 2021, 2022, 2030)] == [1, 1, 2, 2]


def test_a_form_of_a_day_stands_beside_that_of_years() -> None:
    of_a_year, of_a_day = (of_period("occupancy", Period.parse(text)) for text in ("2024", "2024-03-15"))
    assert (of_a_year.version, of_a_year.on_a_day, of_a_day.version, of_a_day.on_a_day) == (1, False, 2, True)
    assert [code for code in codes() if is_on_a_day(code)] == ["occupancy"]
    assert of_period("activity", Period.parse("2024-03-15")) == read("activity", 2024)


def test_a_year_before_the_first_edition_is_refused() -> None:
    with pytest.raises(NoFormForTheYear, match="2019"):
        read("activity", 2018)


def test_an_unknown_form_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownForm, match="activity"):
        read("activty", 2023)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD.replace("version = 1", ""), "“version” is missing"),
        (HEAD + "colour = 1", "“colour” is not known"),
        (HEAD.replace('"director"', '"king"'), "“king” is not one of"),
        (HEAD.replace(', en = "Report"', ""), "in Lithuanian"),
        (HEAD + "x = ", "not a TOML file"),
        (HEAD + BLOCK + 'kind = "poem"', "“poem” is not one of"),
        (HEAD + BLOCK + 'kind = "passage"\nkey = "a"\ntext = "{homes.girlz}"', "blocks 1"),
        (HEAD + BLOCK + 'kind = "passage"\nkey = "one"\ntext = "x"', "“one” names two things"),
        (
            HEAD + BLOCK + 'kind = "parts"\nkey = "a"\ncaption = {lt="a",en="a"}\nhead = {lt="a",en="a"}\ndimension = "school"\n'
            'columns = [{title = {lt="a",en="a"}, figure = "homes.girls"}]',
            "is not broken down by",
        ),
        (
            HEAD + BLOCK + 'kind = "years"\nkey = "a"\ncaption = {lt="a",en="a"}\nhead = {lt="a",en="a"}\n'
            'figures = ["homes.girls", "homes.arrivals"]',
            "different times of the year",
        ),
        (
            HEAD + BLOCK + 'kind = "figures"\nkey = "a"\ncaption = {lt="a",en="a"}\nhead = {lt="a",en="a"}\n'
            'columns = [{lt="a",en="a"}]\nrows = [{cells = ["homes.girls", "homes.boys"]}]',
            "rows 1: The row has 2 cells",
        ),
    ],
)
def test_an_ill_formed_form_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(IllFormed, match=r"small/2020/form\.toml") as refused:
        read("small", 2023, write(tmp_path, text))
    assert said in str(refused.value)
