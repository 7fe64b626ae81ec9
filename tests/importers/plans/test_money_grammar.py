"""Money cells in every form of the field: what is written is read to the cent, and what is misprinted becomes a problem, never a number."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from globa.documents.document import Cell, Place
from globa.documents.numbers.funding import source
from globa.documents.numbers.units import measure
from globa.importers.plans.amounts import Read, read
from globa.importers.plans.columns import MoneyColumn
from globa.importers.plans.understood import Doubt, Missing

NAMES = (
    "savivaldybės biudžeto lėšos", "valstybės biudžeto lėšos", "valstybės biudžeto specialiųjų tikslinių dotacijų lėšos", "ES fondų lėšos",
    "įmokos už suteiktas paslaugas", "globos (rūpybos) išmokos", "valstybės biudžeto (globos išmokos) lėšos", "tikslinės kompensacijos",
    "kiti šaltiniai, parama", "paskolos lėšos",
)  # fmt: skip


def grouped(cents: int, group: str, mark: str) -> str:
    return f"{cents // 100:,}".replace(",", group) + f"{mark}{cents % 100:02}"


SPELLINGS: dict[str, Callable[[int], str]] = {
    "18 624 926,05": lambda cents: grouped(cents, " ", ","),
    "with spaces that do not break": lambda cents: grouped(cents, "\N{NO-BREAK SPACE}", ","),
    "with narrow spaces": lambda cents: grouped(cents, "\N{NARROW NO-BREAK SPACE}", ","),
    "8508,31": lambda cents: grouped(cents, "", ","),
    "139 569 ,84": lambda cents: grouped(cents, " ", " ,"),
    "86 916.24": lambda cents: grouped(cents, " ", "."),
    "695.046,41": lambda cents: grouped(cents, ".", ","),
}
CENTS = st.integers(1, 10**10)
POINTED = "86 916.24"
"""A small one such as 5.00 may be the number of an item: it is asked about."""
PARTS = st.lists(st.tuples(CENTS, st.sampled_from(NAMES)), min_size=1, max_size=5)
SPELLED = st.sampled_from(sorted(SPELLINGS))


def lines(text: str, heading: str = "") -> list[Read]:
    return read([(MoneyColumn(0, measure(heading)), Cell(text, Place(table=1, row=2, column=3)))], "")


def amounts(one: Read) -> list[tuple[str, Decimal | None]]:
    return [(amount.source, amount.amount) for amount in one.money.amounts]


def expected(parts: list[tuple[int, str]]) -> list[tuple[str, Decimal | None]]:
    return [(source(name), Decimal(cents) / 100) for cents, name in parts]


@given(PARTS, SPELLED, st.sampled_from([", ", "; ", ",\n"]), st.sampled_from([")", ",)", ""]))
def test_a_total_with_its_sources(parts: list[tuple[int, str]], spelled: str, separator: str, end: str) -> None:
    write = SPELLINGS[spelled]
    inside = separator.join(f"{write(cents)} {name}" for cents, name in parts)
    (one,) = lines(f"{write(sum(cents for cents, _name in parts))} ({inside}{end}")
    if spelled == POINTED and one.problems:
        return
    assert (amounts(one), one.problems) == (expected(parts), ())
    assert one.money.stated == one.money.total


@given(CENTS, st.sampled_from(NAMES), SPELLED, st.booleans())
def test_one_amount_and_its_source_with_brackets_or_without(cents: int, name: str, spelled: str, is_bracketed: bool) -> None:
    (one,) = lines(f"{SPELLINGS[spelled](cents)} {f'({name})' if is_bracketed else name}")
    assert (amounts(one), one.problems) == (expected([(cents, name)]), ()) or (spelled == POINTED and one.problems)


@given(st.lists(PARTS, min_size=2, max_size=4), st.sampled_from(["\n", "; ", " "]))
def test_a_line_for_each_body(cells: list[list[tuple[int, str]]], separator: str) -> None:
    write = SPELLINGS["18 624 926,05"]
    said = [f"{write(sum(one for one, _name in parts))} ({', '.join(f'{write(one)} {name}' for one, name in parts)})" for parts in cells]
    assert [amounts(one) for one in lines(separator.join(said))] == [expected(parts) for parts in cells]


@given(CENTS, CENTS, SPELLED)
def test_parts_of_a_part_are_under_it_and_not_beside_it(direct: int, indirect: int, spelled: str) -> None:
    write = SPELLINGS[spelled]
    whole = write(direct + indirect)
    (one,) = lines(
        f"{whole} (valstybės biudžeto lėšos, iš jų tiesioginės išlaidos – {write(direct)} ir netiesioginės išlaidos – {write(indirect)})"
    )
    if spelled == POINTED and one.problems:
        return
    (amount,) = one.money.amounts
    assert (amount.source, amount.amount, one.problems) == ("VB", Decimal(direct + indirect) / 100, ())
    assert [part.amount for part in amount.parts] == [Decimal(direct) / 100, Decimal(indirect) / 100]


@given(CENTS, CENTS)
def test_what_a_source_paid_for_stands_in_brackets_behind_it(work: int, transport: int) -> None:
    write = SPELLINGS["18 624 926,05"]
    both = write(work + transport)
    (one,) = lines(f"{both} ({both} savivaldybės biudžeto lėšos ({write(work)} darbui ir {write(transport)} transporto išlaidoms))")
    (amount,) = one.money.amounts
    assert [(part.note, part.amount) for part in amount.parts] == [
        ("darbui", Decimal(work) / 100), ("transporto išlaidoms", Decimal(transport) / 100),
    ]  # fmt: skip


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_is_nothing_and_beside_a_source_it_is_asked_about(dash: str) -> None:
    (alone,), (named,) = lines(dash), lines(f"{dash} savivaldybės biudžeto lėšos (iš Vaikų socializacijos programos)")
    assert (alone.money.missing, alone.problems) == (Missing.NONE, ())
    assert (named.money.missing, [one.doubt for one in named.problems]) == (Missing.UNKNOWN, [Doubt.DASH])


@given(st.integers(1, 999), st.integers(0, 99), st.integers(0, 99), PARTS)
def test_a_total_with_a_digit_lost_is_a_problem_and_no_number(first: int, lost: int, cents: int, parts: list[tuple[int, str]]) -> None:
    write = SPELLINGS["18 624 926,05"]
    inside = ", ".join(f"{write(one)} {name}" for one, name in parts)
    (one,) = lines(f"{first} {lost:02},{cents:02} ({inside})")
    assert one.money.stated is None
    assert [problem.doubt for problem in one.problems] == [Doubt.NUMBER]
    assert amounts(one) == expected(parts)


@given(CENTS, CENTS, PARTS)
def test_parts_that_do_not_make_their_total_are_a_problem(more: int, first: int, parts: list[tuple[int, str]]) -> None:
    write, parts = SPELLINGS["18 624 926,05"], [(first, "ES fondų lėšos"), *parts]
    inside = ", ".join(f"{write(one)} {name}" for one, name in parts)
    (one,) = lines(f"{write(sum(cents for cents, _name in parts) + more)} ({inside})")
    assert [problem.doubt for problem in one.problems] == [Doubt.TOTAL]


@pytest.mark.parametrize(
    ("cell", "heading", "euros"),
    [
        ("20 990,592", "Lėšos, tūkst. Eur", "20990592.00"),
        ("16 401,60", "tūkst. Eur", "16401600.00"),
        ("5 226", "Lėšos (tūkst. eurų)", "5226000.00"),
        ("128,06 mln. Eur", "", "128060000.00"),
        ("223,3 mln.", "", "223300000.00"),
        ("6276106,8", "", "6276106.80"),
        ("11 410", "", "11410.00"),
        ("345 280,00", "2013 m. lėšos, Lt", "100000.00"),
    ],
)
def test_the_unit_is_of_the_heading_or_of_the_cell(cell: str, heading: str, euros: str) -> None:
    (one,) = lines(f"{cell} savivaldybės biudžeto lėšos" if "mln" not in cell else cell, heading)
    assert one.money.total == Decimal(euros)


@pytest.mark.parametrize("cut", ["59.100,0", "168.600.", "1.356.326,6"])
def test_a_number_that_a_narrow_cell_cut_is_asked_about(cut: str) -> None:
    (one,) = lines(f"{cut} savivaldybės biudžeto lėšos")
    assert {problem.doubt for problem in one.problems} & {Doubt.CUT, Doubt.NO_SUM}


@given(st.text(alphabet="0123456789 .,-–()\nsavivldyėšEįmok", max_size=40))
def test_whatever_stands_in_a_cell_is_read_or_asked_about(text: str) -> None:
    """An amount without a problem is one of a known source, and a cell that is not empty says an amount, a reason or a problem."""
    for one in lines(text):
        assert one.money.total is not None or one.money.missing is not None
        if not one.problems:
            assert all(amount.source for amount in one.money.amounts)
