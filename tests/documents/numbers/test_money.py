"""Cells of money: what is stated, of whose money it is, and what for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from globa.documents.numbers.funding import source
from globa.documents.numbers.money import Line, money
from globa.documents.numbers.units import measure


def one_line(cell: str, heading: str = "") -> Line:
    (line,) = money(cell, measure(heading))
    return line


def told(line: Line) -> tuple[Decimal | None, list[tuple[str, Decimal | None]]]:
    return line.stated, [(part.source, part.value) for part in line.parts]


def test_a_total_stands_before_its_sources_in_brackets() -> None:
    line = one_line("110 989,00 (96 680,00 savivaldybės biudžeto lėšos, 14 054,00 globos (rūpybos) išmokos, 255,00 kiti šaltiniai, parama)")
    assert told(line) == (Decimal(110989), [("SAV", Decimal(96680)), ("GLOBOS_ISM", Decimal(14054)), ("KITI", Decimal(255))])
    assert line.added == line.stated


def test_one_amount_of_one_source_is_a_total_and_its_only_part() -> None:
    assert told(one_line("3 764,00 ES fondų lėšos")) == (Decimal(3764), [("ES", Decimal(3764))])
    assert told(one_line("3 764,00 (valstybės biudžeto lėšos)")) == (Decimal(3764), [("VB", Decimal(3764))])


def test_a_dash_may_stand_beside_a_source_and_what_it_is_for() -> None:
    line = one_line("- savivaldybės biudžeto lėšos (iš Vaikų socializacijos programos)")
    assert line.is_dash
    assert [(part.source, part.purpose) for part in line.parts] == [("SAV", "iš Vaikų socializacijos programos")]
    assert one_line("-").parts == ()


@pytest.mark.parametrize("between", [" ", "; ", "\n", ""])
def test_several_bodies_have_a_line_each(between: str) -> None:
    cell = f"100,00 (70,00 valstybės biudžeto lėšos, 30,00 ES lėšos){between}20,00 (20,00 savivaldybės biudžeto lėšos)"
    assert [line.stated for line in money(cell)] == [100, 20]
    assert money(cell)[1].text == "20,00 (20,00 savivaldybės biudžeto lėšos)"


def test_of_which_belongs_inside_its_source() -> None:
    line = one_line("489 151,35 (valstybės biudžeto lėšos, iš jų tiesioginės išlaidos – 376 270,27 ir netiesioginės išlaidos – 112 881,08)")
    (part,) = line.parts
    assert (part.source, part.value) == ("VB", Decimal("489151.35"))
    assert [(one.raw, one.value) for one in part.nested] == [
        ("tiesioginės išlaidos", Decimal("376270.27")),
        ("netiesioginės išlaidos", Decimal("112881.08")),
    ]


def test_a_source_may_say_in_brackets_what_it_paid_for() -> None:
    line = one_line(
        "50,00 (45,00 savivaldybės biudžeto lėšos (40,00 darbui ir 5,00 transporto išlaidos), 5,00 įmokos už suteiktas paslaugas"
    )
    assert told(line) == (Decimal(50), [("SAV", Decimal(45)), ("IMOKOS", Decimal(5))])
    assert [(one.purpose, one.value) for one in line.parts[0].nested] == [("darbui", Decimal(40)), ("transporto išlaidos", Decimal(5))]


def test_a_misprinted_total_keeps_its_digits_and_what_was_likely_meant() -> None:
    line = one_line("123 00,00 (114 800,00 savivaldybės biudžeto lėšos, 8 200,00 įmokos už suteiktas paslaugas)")
    assert line.stated == Decimal(12300)
    assert line.reading is not None
    assert line.reading.doubtful == (line.added,)


def test_the_heading_says_in_what_money_is() -> None:
    assert one_line("5 226", "2013 m. lėšos (tūkst. Lt)").stated == Decimal("1513554.22")
    assert one_line("20 990,592", "tūkst. Eur").stated == Decimal(20990592)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("savivaldybes biudzeto lesos", "SAV"),
        ("valstybės biudžeto lėšos", "VB"),
        ("valstybes biudzeto specialiuju tiksliniu dotaciju lesos", "VB_STD"),
        ("ESFA lėšos", "ES"),
        ("įmokos už suteiktas paslaugas", "IMOKOS"),
        ("valstybės biudžeto (globos išmokos) lėšos", "GLOBOS_ISM"),
        ("tikslinės kompensacijos", "TIKSL_KOMP"),
        ("kiti šaltiniai, parama", "KITI"),
        ("paskolos lėšos", "PASKOLA"),
        ("Visuomenės sveikatos rėmimo programa", "VSRP"),
        ("nepiniginė parama", "NEPINIG"),
        ("alimentai", "ALIM"),
        ("savivaldybės biudžeto lėšos (iš valstybės programos)", "SAV"),
        ("transporto išlaidos", ""),
    ],
)
def test_a_source_is_known_by_its_stems(words: str, code: str) -> None:
    assert source(words) == code


NAMES = st.sampled_from(["savivaldybės biudžeto lėšos", "ES fondų lėšos", "globos (rūpybos) išmokos", "kiti šaltiniai, parama"])
PARTS = st.lists(st.tuples(st.integers(1, 10**9), NAMES), min_size=1, max_size=6)


@given(PARTS, st.sampled_from([", ", "; ", " "]), st.booleans())
def test_a_cell_that_was_written_is_read_back_to_the_cent(parts: list[tuple[int, str]], separator: str, is_closed: bool) -> None:
    def written(cents: int) -> str:
        return f"{cents // 100:,},{cents % 100:02}".replace(",", " ", f"{cents // 100:,}".count(","))

    inside = separator.join(f"{written(cents)} {name}" for cents, name in parts)
    line = one_line(f"{written(sum(cents for cents, _name in parts))} ({inside}{')' if is_closed else ''}")
    assert [(part.value, part.source) for part in line.parts] == [(Decimal(cents) / 100, source(name)) for cents, name in parts]
    assert line.added == line.stated


PIECES = [*"0123456789 .,-–;:()\n", "savivaldybės ", "iš jų ", "viso", " ir "]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=40))
def test_garbage_is_no_error(text: str) -> None:
    money(text)
