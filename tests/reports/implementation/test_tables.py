"""The report's tables as they are printed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.utils import translation

from globa.reports.document import Document, Picture, Table
from globa.reports.exports.tables import table as laid_out
from globa.reports.forms import of_period
from globa.reports.implementation.told import Achieved, Expected
from globa.reports.writing.spans import spans
from globa.vocabulary.period import Period
from tests.reports.implementation.drawing import drawn
from tests.reports.implementation.told import FIRST, GOAL, TOLD

YEAR = Period.year(2023)


def table(document: Document, key: str) -> Table:
    return next(block for _section, block in document.blocks() if isinstance(block, Table) and block.key == key)


def cells(document: Document, key: str) -> list[list[str]]:
    """Every row as it leaves, the title first; with what is said below a cell."""
    with translation.override("lt"):
        rows: Any = laid_out(document, table(document, key))["rows"]
        return [[_read(row["title"], row["note"]), *(_read(cell["text"], cell["note"]) for cell in row["cells"])] for row in rows]


def _read(text: str, note: str) -> str:
    return f"{text}{f' ({note})' if note else ''}".replace("\xa0", " ")


def test_a_goal_is_a_table_with_the_seven_columns_of_the_form() -> None:
    document = drawn()
    goal = table(document, "goals.measures-1")
    assert goal.caption == "1 tikslas, įrašytas Socialinių paslaugų plano I dalyje. Plėsti paslaugas"
    assert (goal.head, goal.columns[0], goal.columns[-1]) == ("Uždaviniai", "Priemonės", "Pasiektas rezultatas arba iškilusios kliūtys")
    first, second, third, total = cells(document, goal.key)
    assert first[:4] == [
        "1.1. skatinti globą",
        "1.1.1. projektas",
        "183 377,44 (44 200,00 savivaldybės biudžeto lėšos, 139 177,44 ES fondų lėšos)",
        "Savivaldybės administracija, Šeimos centras",
    ]
    assert second[0] == ""
    assert second[2].startswith("– (")
    assert second[5] == "701,00 savivaldybės biudžeto lėšos"
    assert third[1] == ""
    assert third[2].startswith("– savivaldybės biudžeto lėšos (")
    assert [total[2], total[5]] == ["183 377,44", "97 390,00"]


def test_a_result_that_follows_from_records_stands_before_what_was_written() -> None:
    achieved = cells(drawn(), "goals.measures-1")[0][6]
    assert achieved.startswith("Vaikai, gavę paslaugų: 50 vaik")
    assert achieved.index("Suteiktas atokvėpis.") < achieved.index("Vėlavo sutartis.")


def test_a_sentence_of_which_several_numbers_were_taken_stands_once_with_each_number() -> None:
    text = "Vyko 2 mokymai ir 3 grupės"
    expected = [Expected(f"1.1.1-1-{n}", text, "events", Decimal(n), True, Decimal(n), True, count=n) for n in (2, 3)]
    line = replace(FIRST, expected=tuple(expected), achieved=(Achieved("Suteiktas atokvėpis."),) * 2, obstacles=())
    measures = (replace(GOAL.objectives[0].measures[0], lines=(line,)),)
    told = replace(TOLD, goals=(replace(GOAL, objectives=(replace(GOAL.objectives[0], measures=measures),)),))
    assert cells(drawn(told), "goals.measures-1")[0][6] == f"{text}: 2 renginiai (pasiekta), 3 renginiai (pasiekta). Suteiktas atokvėpis."


def test_euros_are_said_once_where_the_caption_or_the_column_says_them() -> None:
    said = {block.key: cells(drawn(), block.key) for _section, block in drawn().blocks() if isinstance(block, Table)}
    assert {key for key, rows in said.items() if any("Eur" in cell for row in rows for cell in row)} == {"goals.sums"}


def test_money_by_year_names_the_document_of_a_year_without_a_plan() -> None:
    before, now = cells(drawn(), "years.sources")
    assert before[:2] == ["2022 (2022 m. ataskaita)", "90 000,00"]
    assert now == ["2023", "97 690,00", "–", "74 756,00", "–", "–", "22 934,00", "–", "–", "–"]


def test_the_text_says_who_sat_and_what_was_used() -> None:
    document = drawn()
    with translation.override("lt"):
        said = [
            spans(document, paragraph.spans).replace("\xa0", " ")
            for _section, block in document.blocks()
            for paragraph in getattr(block, "paragraphs", ())
        ]
    assert "Posėdis įvyko 2024 m. kovo 28 d., Visaginas; dalyvavo 2 iš 3 narių." in said[0]
    assert said[2] == "2023 m. plane numatyta 183 377,44 Eur, panaudota 97 390,00 Eur."


def test_the_share_of_the_plan_that_was_used_stands_by_goal() -> None:
    goal, total = cells(drawn(), "goals.sums")
    assert goal == ["1. Plėsti paslaugas", "183 377,44 Eur", "97 390,00 Eur", "53,1 %"]
    assert total[1:] == goal[1:]


def test_the_years_are_a_picture() -> None:
    pictures = [block for _section, block in drawn().blocks() if isinstance(block, Picture)]
    assert [(one.key, len(one.points)) for one in pictures] == [("years.picture", 2)]


def test_each_edition_of_the_form_has_its_own_words() -> None:
    of_2023, of_2025 = (of_period("plan-implementation", Period.year(year)) for year in (2023, 2025))
    assert (of_2023.from_year, of_2025.from_year) == (2007, 2025)
    assert of_2023.is_of_a_plan
    assert of_2023.signing.by_group
