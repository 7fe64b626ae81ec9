"""A plan cut by pages and shifted by a conversion anyhow is read as if it were whole."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.made import grid_of

HEAD = [
    "Uždaviniai",
    "Priemonės",
    "Lėšos eurais",
    "Atsakingi vykdytojai",
    "Laukiamas rezultatas",
    "Panaudotos lėšos",
    "Pasiektas rezultatas",
]
BODIES = ["Globos centras", "Šeimos ir vaiko gerovės centras", "Savivaldybės administracija"]
MONEY = ["12 300,00 savivaldybės biudžeto lėšos", "500,00 (300,00 ES fondų lėšos, 200,00 valstybės biudžeto lėšos)", "-"]
EXPECTED = ["Bus mokymai 20 asmenų.", "Paslaugas gaus apie 150 šeimų, iš jų 30 su vaikais.", "Bus rengiami dokumentai."]
ACHIEVED = ["Mokyti 22 asmenys (12 moterų ir 10 vyrų).", "Paslaugas gavo 147 šeimos.", "Atlikta analizė, dalyvauta pasitarimuose."]

measures = st.tuples(*map(st.sampled_from, (MONEY, BODIES, EXPECTED, MONEY, ACHIEVED)))


def _rows(tasks: list[list[tuple[str, ...]]]) -> list[list[str]]:
    return [
        [f"1.{task}. remti šeimas" if not number else "", f"1.{task}.{number + 1}. teikti paslaugas", *cells]
        for task, group in enumerate(tasks, 1)
        for number, cells in enumerate(group)
    ]


def _shifted(row: list[str]) -> list[str]:
    """As conversions do it: the empty cell of the task is lost, and the row ends sooner."""
    return row if row[0] else [*row[1:], ""]


@st.composite
def cut(draw: st.DrawFn) -> tuple[list[list[str]], list[list[str]]]:
    """The rows as they are, and the lines of the file with pages that end anywhere, also inside a row."""
    rows = _rows(draw(st.lists(st.lists(measures, min_size=1, max_size=4), min_size=1, max_size=3)))
    lines = [HEAD]
    for row in rows:
        torn = draw(st.sets(st.sampled_from([1, 4, 6]), max_size=3))
        begun = [_words(text, None, 2) if column in torn else text for column, text in enumerate(row)]
        rest = [_words(text, 2, None) if column in torn else "" for column, text in enumerate(row)]
        lines += [[""]] if draw(st.booleans()) else []
        lines += [_shifted(begun) if draw(st.booleans()) else begun]
        lines += [[""], rest] if any(rest) else []
    return rows, lines


def _words(text: str, first: int | None, last: int | None) -> str:
    return " ".join(text.split()[first:last])


@settings(max_examples=150, deadline=None)
@given(cut())
def test_a_plan_cut_anyhow_is_read_whole(made: tuple[list[list[str]], list[list[str]]]) -> None:
    rows, lines = made
    grid = grid_of("\n".join("\t".join(line) for line in lines).encode())
    assert [["" if text == "<" else text for text in row] for row in grid[1:]] == rows
