"""Write report.docx, the template that ships: `python -m globa.reports.exports.word_template.make`."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

FILE = Path(__file__).with_name("report.docx")
INK, SECOND, BRICK = RGBColor(0x16, 0x24, 0x1F), RGBColor(0x4B, 0x5A, 0x54), RGBColor(0x8E, 0x20, 0x15)
FONT, WITHOUT_IT = "Inter", "Segoe UI"
FILE_DAY = (1980, 1, 1, 0, 0, 0)
BODY = """
{%p for section in sections %}
{%p if section.level == 1 %}
Heading 1|{{ section.number }} {{ section.title }}
{%p elif section.level == 2 %}
Heading 2|{{ section.number }} {{ section.title }}
{%p else %}
Heading 3|{{ section.number }} {{ section.title }}
{%p endif %}
{%p for block in section.blocks %}
{%p if block.kind == "text" %}
{%p for paragraph in block.paragraphs %}
Normal|{{ paragraph.text }}
{%p endfor %}
{%p endif %}
{%p if block.kind == "balance" %}
Balance|{{ block.text }}
{%p endif %}
{%p if block.kind == "picture" %}
Caption|{{ block.caption }}
Picture|{{ block.image }}
{%p endif %}
{%p for table in block.tables %}
{%p if table.is_wide %}
SECTION|portrait
Caption|{{ table.caption }}
TABLE
SECTION|landscape
{%p else %}
Caption|{% if block.kind == "picture" %}{{ words.table }}: {% endif %}{{ table.caption }}
TABLE
{%p endif %}
Small|{{ table.note }}
{%p endfor %}
{%p endfor %}
{%p endfor %}
{%p if protocol %}
Heading 1|{{ words.protocol }}
{%p for one in protocol %}
Normal|{{ one.says }} – {{ one.reason }}
{%p endfor %}
{%p endif %}
{%p if is_signed %}
Heading 1|{{ words.signatures }}
{%p for one in signatures %}
Normal|{{ one.post }} {{ one.name }}, {{ one.on }}
{%p endfor %}
Small|{{ words.fingerprint }}: {{ fingerprint }}
{%p endif %}
"""
HEAD = ("{{ table.head }}", "{%tc for head in table.heads %}", "{%tc if head.is_figure %}", ">{{ head.text }}", "{%tc else %}",
        "{{ head.text }}", "{%tc endif %}", "{%tc endfor %}")  # fmt: skip
CELL = "{{ cell.text }}{% if cell.note %} ({{ cell.note }}){% endif %}"
ROW = ("{% if row.is_part %}   {% endif %}{{ row.title }}{% if row.note %} ({{ row.note }}){% endif %}", "{%tc for cell in row.cells %}",
       "{%tc if cell.is_figure %}", f">{CELL}", "{%tc else %}", CELL, "{%tc endif %}", "{%tc endfor %}")  # fmt: skip


def main() -> None:
    document = Document()
    _page(document)
    _styles(document)
    _foot(document)
    _line(document, "Draft", "{% if not is_signed %}{{ words.draft }}. {{ state }}{% endif %}")
    _line(document, "Small", "{{ organisation }}{% if is_signed %} · {{ state }}{% endif %}")
    _line(document, "Title", "{{ title }}")
    for line in BODY.strip().splitlines():
        style, bar, text = line.partition("|")
        if line == "TABLE":
            _table(document)
        elif style == "SECTION":
            _end_section(document, is_landscape=text == "landscape")
        else:
            _line(document, style if bar and not line.startswith("{%") else "Normal", text if bar and not line.startswith("{%") else line)
    _properties(document.core_properties)
    _without_thumbnail(document.part.package)
    made = io.BytesIO()
    document.save(made)
    FILE.write_bytes(_packed(made.getvalue()))


def _properties(properties: Any) -> None:
    properties.author = properties.last_modified_by = "Globa"
    properties.title, properties.comments, properties.keywords = "", "", ""
    properties.created = properties.modified = datetime(2024, 1, 1)  # noqa: DTZ001 - Word's own, without a zone


def _without_thumbnail(package: Any) -> None:
    """The small picture of an empty page that python-docx brings."""
    for name, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            package.rels.pop(name)


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin, section.bottom_margin = Mm(22), Mm(26)


def _end_section(document: Any, *, is_landscape: bool) -> None:
    """What stands above, since the last end, is on pages that lie or stand; the foot is the same."""
    ended = deepcopy(document.sections[-1]._sectPr)
    size = ended.find(qn("w:pgSz"))
    if is_landscape:
        size.set(qn("w:orient"), "landscape")
        wide, tall = size.get(qn("w:w")), size.get(qn("w:h"))
        size.set(qn("w:w"), tall)
        size.set(qn("w:h"), wide)
    document.add_paragraph("", style="Small")._p.get_or_add_pPr().append(ended)


def _styles(document: Any) -> None:
    _dress(document.styles["Normal"], 10.5, after=8)
    _dress(document.styles["Title"], 24, bold=True, before=6, after=18)
    for level, size in ((1, 15), (2, 12.5), (3, 11)):
        _dress(document.styles[f"Heading {level}"], size, bold=True, before=20 if level == 1 else 14, after=6)
    _dress(document.styles["Caption"], 9.5, bold=True, before=10, after=4)
    document.styles["Caption"].paragraph_format.keep_with_next = True
    for name, size, colour in (
        ("Small", 8.5, SECOND),
        ("Draft", 9, BRICK),
        ("Balance", 10.5, INK),
        ("Picture", 10.5, INK),
        ("Cell", 9, INK),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        is_cell = name == "Cell"
        _dress(style, size, colour=colour, before=2 if is_cell else 0, after=2 if is_cell else 6, bold=name == "Draft")
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "lt-LT")
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    for border in document.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break


def _dress(style: Any, size: float, *, bold: bool = False, colour: RGBColor = INK, before: float = 0, after: float = 6) -> None:
    style.font.size, style.font.bold, style.font.italic, style.font.color.rgb = Pt(size), bold, False, colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _line(document: Any, style: str, text: str) -> None:
    document.add_paragraph(text, style=style)


def _table(document: Any) -> None:
    """A head that repeats on every page, a row for the ordinary, one for the total."""
    table = document.add_table(rows=0, cols=len(HEAD))
    _borders(table)
    _row(table, HEAD, is_head=True)
    _tag(table, "{%tr for row in table.rows %}")
    _tag(table, "{%tr if row.is_total %}")
    _row(table, ROW, is_bold=True)
    _tag(table, "{%tr else %}")
    _row(table, ROW)
    _tag(table, "{%tr endif %}")
    _tag(table, "{%tr endfor %}")


def _tag(table: Any, text: str) -> None:
    table.add_row().cells[0].paragraphs[0].text = text


def _row(table: Any, texts: tuple[str, ...], *, is_head: bool = False, is_bold: bool = False) -> None:
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    for name in ("w:cantSplit", *(["w:tblHeader"] if is_head else [])):
        properties.append(OxmlElement(name))
    for cell, text in zip(row.cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = "Cell"
        run = paragraph.add_run(text.removeprefix(">"))
        run.bold = is_head or is_bold
        if text.startswith(">"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _borders(table: Any) -> None:
    """And the words for it; what is told as its description are the widths of its columns, which are then taken away."""
    borders = OxmlElement("w:tblBorders")
    for side, colour, size in (("top", "16241F", "4"), ("bottom", "75847D", "4"), ("insideH", "D3DCD8", "4")):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", size), ("space", "0"), ("color", colour)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties = table._tbl.tblPr
    properties.find(qn("w:tblW")).addnext(borders)
    for name, text in (("w:tblCaption", "{{ table.caption }}"), ("w:tblDescription", "{{ table.widths }}")):
        told = OxmlElement(name)
        told.set(qn("w:val"), text)
        properties.append(told)


def _foot(document: Any) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles["Small"]
    paragraph.add_run("{{ organisation }}{% if number %} · {{ number }}{% endif %} · {{ state }}")
    paragraph.add_run("{% if mark %} · {{ words.fingerprint }} {{ mark }}{% endif %} · ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _packed(made: bytes) -> bytes:
    """Packed without the hour; a machine without Inter is told which font is nearest."""
    named = f'<w:font w:name="{FONT}"><w:altName w:val="{WITHOUT_IT}"/><w:family w:val="swiss"/></w:font></w:fonts>'.encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            part = part.replace(b"</w:fonts>", named) if name == "word/fontTable.xml" else part
            target.writestr(zipfile.ZipInfo(name, FILE_DAY), part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


if __name__ == "__main__":
    main()
