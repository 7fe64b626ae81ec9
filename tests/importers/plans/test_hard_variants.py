"""Plans as offices really write them: the right amounts, or a problem tied to its cell. Never a silent 0, and nothing counted twice."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
import xlsxwriter
from docx import Document as new_word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from globa.documents.reading import read
from globa.importers.plans.refusals import TwoPlans
from globa.importers.plans.understanding import understand
from globa.importers.plans.understood import Doubt, Missing, Plan
from tests.documents.made import Rows, repacked, word

TITLE = "Utenos rajono savivaldybės 2024 m. socialinių paslaugų planas"
HEAD = ["Uždaviniai", "Priemonės", "Lėšos eurais", "Atsakingi vykdytojai", "Laukiamas rezultatas", "Panaudotos lėšos eurais", "Pasiektas"]


def row(planned: str, used: str = "-", *, no: str = "1.1.1", body: str = "Centras") -> list[str]:
    return ["1.1. padėti", f"{no}. globoti vaikus", planned, body, "Bus 5.", used, "Buvo 5."]


def plan_of(content: bytes, year: int = 2024) -> Plan:
    return understand(read(content), code="utena", year=year)


def plan_with(planned: str) -> Plan:
    return plan_of(word(TITLE, [HEAD, row(planned)]))


def sums(plan: Plan) -> list[tuple[Decimal | None, Decimal | None]]:
    return [(line.planned.total, line.used.total) for measure in plan.measures() for line in measure.lines]


def doubts(plan: Plan) -> list[tuple[Doubt, int | None, int | None]]:
    return [(one.doubt, one.place.row, one.place.column) for one in plan.problems]


@pytest.mark.parametrize(
    ("cell", "euros", "source"),
    [
        ("183\N{NARROW NO-BREAK SPACE}377,44 savivaldybės biudžeto lėšos", "183377.44", "SAV"),
        ("183\N{NO-BREAK SPACE}377,44 SB", "183377.44", "SAV"),
        ("183,4 tūkst. Eur savivaldybės biudžeto lėšos", "183400.00", "SAV"),
        ("1,5 mln. Eur ES lėšos", "1500000.00", "ES"),
        ("1.234,56 SB", "1234.56", "SAV"),
        ("12 345,67 Eur (SB)", "12345.67", "SAV"),
        ("3 452,80 Lt SB", "1000.00", "SAV"),
    ],
)
def test_an_amount_is_read_however_it_is_written(cell: str, euros: str, source: str) -> None:
    plan = plan_with(cell)
    (amount,) = next(plan.measures()).lines[0].planned.amounts
    assert (amount.amount, amount.source, plan.problems) == (Decimal(euros), source, [])


@pytest.mark.parametrize("cell", ["-", "–", "—", "0", "0,00", "0 Eur"])
def test_a_dash_or_a_printed_nothing_is_nothing_and_no_sum(cell: str) -> None:
    plan = plan_with(cell)
    side = next(plan.measures()).lines[0].planned
    assert (side.total, side.missing, plan.problems) == (None, Missing.NONE, [])


@pytest.mark.parametrize("cell", ["x", "nebuvo", "nėra", "neplanuota", "pagal poreikį", "1 000–2 000 SB", "–12,00 SB", "=SUM(C1:C2)"])
def test_words_where_a_sum_should_stand_are_asked_about_at_their_cell(cell: str) -> None:
    plan = plan_with(cell)
    assert (sums(plan), doubts(plan)) == ([(None, None)], [(Doubt.NO_SUM, 2, 3)])


def test_an_empty_cell_is_not_known() -> None:
    assert next(plan_with("").measures()).lines[0].planned.missing == Missing.UNKNOWN


def test_a_sum_without_a_source_asks_for_it() -> None:
    plan = plan_with("12 345,67")
    assert [one.sentence % one.values for one in plan.problems] == ["Nobody says from which source 12 345,67 is."]


@pytest.mark.parametrize(
    ("cell", "amounts"),
    [
        ("5,00 SB\n7,00 VB\nIš viso: 12,00", [("SAV", "5.00"), ("VB", "7.00")]),
        ("– 12,00 SB\n– 10,00 VB", [("SAV", "12.00"), ("VB", "10.00")]),
        ("60,00 SB, 40,00 VB", [("SAV", "60.00"), ("VB", "40.00")]),
    ],
)
def test_amounts_in_rows_of_a_cell_are_by_source(cell: str, amounts: list[tuple[str, str]]) -> None:
    plan = plan_with(cell)
    found = next(plan.measures()).lines[0].planned.amounts
    assert [(one.source, one.amount) for one in found] == [(source, Decimal(amount)) for source, amount in amounts]
    assert plan.problems == []


def test_a_total_below_that_its_rows_do_not_make_is_shown() -> None:
    assert doubts(plan_with("5,00 SB\n7,00 VB\nIš viso: 13,00")) == [(Doubt.TOTAL, 2, 3)]


def test_parts_of_parts_are_added_to_nothing() -> None:
    cell = "100,00 (savivaldybės biudžeto lėšos, iš jų darbo užmokestis – 60,00 (iš jų vadovai – 20,00 ir kiti – 40,00) ir prekės – 40,00)"
    plan = plan_with(cell)
    (amount,) = next(plan.measures()).lines[0].planned.amounts
    assert (amount.amount, [(one.amount, one.note) for one in amount.parts]) == (
        Decimal(100),
        [(Decimal(60), "darbo užmokestis"), (Decimal(40), "prekės")],
    )
    assert [(one.amount, one.note) for one in amount.parts[0].parts] == [(Decimal(20), "vadovai"), (Decimal(40), "kiti")]
    assert plan.problems == []


def test_columns_stand_in_any_order() -> None:
    order = [5, 3, 1, 0, 6, 4, 2]
    plan = plan_of(word(TITLE, [[HEAD[at] for at in order], [row("1,00 SB", "2,00 VB")[at] for at in order]]))
    assert (sums(plan), plan.problems) == ([(Decimal(1), Decimal(2))], [])


def test_thousands_are_told_by_the_heading_or_above_the_table() -> None:
    plain = [one.replace(" eurais", "") for one in HEAD]
    thousands = [one.replace("eurais", "tūkst. Eur") for one in HEAD]
    for content in (word(TITLE, [thousands, row("183,4 SB")]), word(TITLE, "(tūkst. Eur)", [plain, row("183,4 SB")])):
        assert sums(plan_of(content)) == [(Decimal("183400.00"), None)]


def test_a_plan_from_before_the_euro_is_in_litai() -> None:
    title = TITLE.replace("2024", "2013")
    said = plan_of(word(title, [[one.replace("eurais", "Lt") for one in HEAD], row("3 452,80 SB")]), 2013)
    assert (sums(said), said.problems) == ([(Decimal("1000.00"), None)], [])
    silent = plan_of(word(title, [[one.replace(" eurais", "") for one in HEAD], row("3 452,80 SB")]), 2013)
    assert (sums(silent), [one.doubt for one in silent.problems]) == ([(Decimal("1000.00"), None)], [Doubt.LOOK])


def test_a_head_that_is_printed_on_each_page_is_no_measure() -> None:
    plan = plan_of(word(TITLE, [HEAD, row("1,00 SB"), HEAD, row("2,00 SB", no="1.1.2"), HEAD, row("3,00 SB", no="1.1.3")]))
    assert (sums(plan), plan.problems) == ([(Decimal(1), None), (Decimal(2), None), (Decimal(3), None)], [])


def in_word(*rows: list[str], change: Callable[[Any], None]) -> bytes:
    document = new_word()
    document.add_paragraph(TITLE)
    table = document.add_table(len(rows), len(rows[0]))
    for line, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    change(table)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def merged(*columns: int, to: int = 3) -> Callable[[Any], None]:
    def change(table: Any) -> None:
        for column in columns:
            table.cell(1, column).merge(table.cell(to, column))

    return change


def test_a_measure_over_three_bodies_has_a_line_for_each() -> None:
    more = [["", "", "200,00 SB", "Namai", "Bus 6.", "190,00 SB", "Buvo 6."], ["", "", "300,00 VB", "Tarnyba", "Bus 7.", "-", "-"]]
    plan = plan_of(in_word(HEAD, row("100,00 SB", "90,00 SB"), *more, change=merged(0, 1)))
    assert len(list(plan.measures())) == 1
    assert sums(plan) == [(Decimal(100), Decimal(90)), (Decimal(200), Decimal(190)), (Decimal(300), None)]


def test_three_bodies_in_one_row_have_their_amounts_side_by_side() -> None:
    cells = [
        "1.1. padėti",
        "1.1.1. globoti",
        "100,00 SB\n200,00 SB\n300,00 VB",
        "Centras\nNamai\nTarnyba",
        "A.\nB.\nC.",
        "1,00 SB\n2,00 SB\n3,00 VB",
        "-",
    ]
    plan = plan_of(word(TITLE, [HEAD, cells]))
    assert sums(plan) == [(Decimal(100), Decimal(1)), (Decimal(200), Decimal(2)), (Decimal(300), Decimal(3))]


def test_an_amount_that_reaches_over_two_measures_is_counted_once_and_shown() -> None:
    plan = plan_of(in_word(HEAD, row("100,00 SB"), row("", "1,00 SB", no="1.1.2"), change=merged(2, to=2)))
    assert sums(plan) == [(Decimal(100), None), (None, Decimal(1))]
    assert list(plan.measures())[1].lines[0].planned.missing == Missing.ELSEWHERE
    assert doubts(plan) == [(Doubt.LOOK, 3, 3)]


def appended(xml: str) -> Callable[[Any], None]:
    def change(table: Any) -> None:
        for one in xml.split("|"):
            table.cell(1, 2).paragraphs[0]._p.append(parse_xml(one.replace(" NS", f" {nsdecls('w')}", 1)))

    return change


DELETED = '<w:del NS w:id="1" w:author="a"><w:r><w:delText>999,00 </w:delText></w:r></w:del>'
INSERTED = '<w:ins NS w:id="2" w:author="a"><w:r><w:t>100,00 SB</w:t></w:r></w:ins>'
HIDDEN = "<w:r NS><w:t>100,00 SB</w:t></w:r>|<w:r NS><w:rPr><w:vanish/></w:rPr><w:t> 555,00 VB</w:t></w:r>"
FOOTNOTE = '<w:r NS><w:t>100,00 SB</w:t><w:footnoteReference w:id="2"/></w:r>'
BOX = (
    '<w:r NS><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>100,00 SB</w:t></w:r></w:p>'
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


@pytest.mark.parametrize("xml", [f"{DELETED}|{INSERTED}", HIDDEN, FOOTNOTE, BOX], ids=["tracked", "hidden", "footnote", "box"])
def test_of_a_word_document_what_its_reader_sees_is_read(xml: str) -> None:
    plan = plan_of(in_word(HEAD, row(""), change=appended(xml)))
    assert (sums(plan), plan.problems) == ([(Decimal(100), None)], [])


def test_a_table_inside_a_cell_is_its_amounts() -> None:
    def change(table: Any) -> None:
        inner = table.cell(1, 2).add_table(2, 2)
        for cell, text in zip([cell for line in inner.rows for cell in line.cells], ["60,00", "SB", "40,00", "VB"], strict=True):
            cell.text = text

    assert sums(plan_of(in_word(HEAD, row(""), change=change))) == [(Decimal(100), None)]


def sheet(change: Callable[[Any], None], *rows: list[str]) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet("Planas")
        for number, texts in enumerate([[TITLE], HEAD, *rows]):
            page.write_row(number, 0, texts)
        change(page)
    return file.getvalue()


def test_a_formula_that_nobody_worked_out_is_asked_about_and_is_no_empty_cell() -> None:
    content = sheet(lambda page: page.write_formula(2, 2, "=SUM(D1:D2)", None, ""), row(""))
    with ZipFile(BytesIO(content)) as packed:
        bare = packed.read("xl/worksheets/sheet1.xml").replace(b"</f><v></v>", b"</f>")
    for one in (content, repacked(content, xl__worksheets__sheet1_DOT_xml=bare)):
        assert [(problem.doubt, problem.cell) for problem in plan_of(one).problems] == [(Doubt.NO_SUM, "=SUM(D1:D2)")]


def test_rows_that_a_workbook_hides_are_read_like_all_others() -> None:
    plan = plan_of(sheet(lambda page: page.set_row(3, None, None, {"hidden": True}), row("1,00 SB"), row("2,00 SB", no="1.1.2")))
    assert sums(plan) == [(Decimal(1), None), (Decimal(2), None)]


def test_two_plans_in_one_file_are_refused() -> None:
    table: Rows = [HEAD, row("1,00 SB"), row("2,00 SB", no="1.1.2")]
    with pytest.raises(TwoPlans, match=r"1\.1\.1, 1\.1\.2"):
        plan_of(word(TITLE, table, TITLE.replace("2024", "2025"), table))


def test_a_number_that_stands_twice_is_shown() -> None:
    rows = [row(f"{at},00 SB", no=no) for at, no in enumerate(("1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.1.2"), 1)]
    plan = plan_of(word(TITLE, [HEAD, *rows]))
    assert [one.sentence % one.values for one in plan.problems] == [
        "Measure 1.1.2 stands in the document a second time. Look whether its number is right."
    ]
