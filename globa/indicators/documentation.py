"""
The manual of figures, written from the declarations and their specifications: `python -m globa.indicators.documentation`.

One page a section under docs/indicators/. A test fails when a page is not what would be written now.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from globa.facts.tables import TABLES
from globa.indicators.card import Card, Line
from globa.indicators.catalogue import CATALOGUE
from globa.indicators.dimensions import BY_NAME
from globa.indicators.disclosure import SMALLEST_SHOWN, Disclosure
from globa.indicators.sections import SECTIONS
from globa.indicators.value import Count, Days, Distinct, Hours, Maximum, Measure, Minimum, Oldest, Sum, Youngest
from globa.indicators.version import PACKAGE
from globa.indicators.when import All, AtAnyTime, AtClosing, AtOpening, During, OnDay, When

FOLDER = PACKAGE.parent / "docs" / "indicators"
WRITTEN = "<!-- Written by python -m globa.indicators.documentation: change the declaration, not this page. -->"
DISCLOSURE = {
    Disclosure.OPEN: "anybody",
    Disclosure.SMALL_HIDDEN: f"anybody, numbers from 1 to {SMALLEST_SHOWN - 1} hidden from outsiders",
    Disclosure.INTERNAL: "only those whose work gives them the records",
}
COUNTED: dict[type, str] = {
    Distinct: "different values of `{0.column}`",
    Sum: "the sum of `{0.column}`",
    Hours: "hours: the sum of `{0.column}`, divided by 60",
    Days: "days of the rows that lie in the period",
    Minimum: "the smallest `{0.column}`",
    Maximum: "the largest `{0.column}`",
    Youngest: "full years since the latest `{0.column}`",
    Oldest: "full years since the earliest `{0.column}`",
}
TIMES: dict[type, str] = {
    During: "`{0.day}` lies in the period",
    AtAnyTime: "in force on at least one day of the period (`{0.began}`, `{0.ended}`)",
    AtOpening: "in force at the end of the day before the period (`{0.began}`, `{0.ended}`)",
    AtClosing: "in force at the end of the period's last day (`{0.began}`, `{0.ended}`)",
    OnDay: "in force on day {0.day} of month {0.month}, {0.years} year(s) after that of the period's last day (`{0.began}`, `{0.ended}`)",
}


def pages() -> dict[str, str]:
    """By file name what is to be written."""
    specs = import_module("tests.spec.collected").all_specs()
    written = {"README.md": _contents(), "facts.md": _facts()}
    for section, title in SECTIONS.items():
        cards = [one.card for one in CATALOGUE.values() if one.section == section]
        chapters = [line for card in cards for line in _chapter(card, specs.get(card.code))]
        written[f"{section}.md"] = "\n".join([f"# {title}", "", WRITTEN, "", *chapters]).rstrip() + "\n"
    return written


def _contents() -> str:
    lines = ["# Figures", "", WRITTEN, "", f"{len(CATALOGUE)} figures. [What they are counted from](facts.md).", ""]
    for section, title in SECTIONS.items():
        lines += [f"## [{title}]({section}.md)", ""]
        found = [one for one in CATALOGUE.values() if one.section == section]
        lines += [f"- [{one.title}]({section}.md#{_anchor(one.code)}) `{one.code}`" for one in found]
        lines.append("")
    return "\n".join(lines)


def _facts() -> str:
    lines = ["# Facts", "", WRITTEN, "", "What can be counted: flat tables, one row a thing that happened or lasted.", ""]
    for name, table in TABLES.items():
        lines += [f"## {name}", "", table.means, "", "| column | type | meaning | values |", "| --- | --- | --- | --- |"]
        for column, kind in table.columns.items():
            codes = ", ".join(f"`{code}`" for code in kind.codes if code)
            lines.append(f"| `{column}` | {kind.type} | {kind.means} | {codes} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _chapter(card: Card, spec: Any) -> Iterator[str]:
    yield from (f'<a id="{_anchor(card.code)}"></a>', f"## {card.title}", "", card.means, "")
    yield from ("| | |", "| --- | --- |", f"| code | `{card.code}` |", f"| unit | {card.unit.title} |")
    for name, line in zip(card.line_names, card.lines, strict=True):
        side = f" ({name})" if card.is_ratio else ""
        yield f"| rows{side} | {_rows(line)} |"
        yield f"| counted{side} | {_counted(line.value)} |"
        yield f"| when{side} | {_time(line.when)} |"
    yield f"| by | {', '.join(BY_NAME[name].title for name in card.dimensions) or '-'} |"
    yield f"| seen by | {DISCLOSURE[card.disclosure]} |"
    yield f"| printed in | {card.source}{'' if card.source.verified else ' (seen only in part)'} |"
    yield f"| since | {card.since}{f', until {card.until}' if card.until else ''} |"
    yield ""
    if spec is not None:
        yield from _example(spec)


def _rows(line: Line) -> str:
    conditions = " and ".join(f"`{condition}`" for condition in line.rows)
    return f"[{line.table}](facts.md#{line.table}){f' where {conditions}' if conditions else ''}"


def _counted(value: Measure) -> str:
    return "rows" if value is Count.ROWS else COUNTED[type(value)].format(value)


def _time(when: When) -> str:
    if isinstance(when, All):
        return f"{_time(when.one)}; and {_time(when.other)}"
    return TIMES[type(when)].format(when)


def _example(spec: Any) -> Iterator[str]:
    share = f" ({spec.of} of {spec.to})" if spec.of is not None else ""
    given = [line.strip() for line in spec.given.strip().splitlines()]
    yield from (spec.says, "", "```", *given, "```", "")
    yield from (f"{spec.period}: **{spec.value}**{share}, from {', '.join(f'`{record}`' for record in spec.evidence)}.", "")


def _anchor(code: str) -> str:
    return code.replace(".", "-")


def write(folder: Path = FOLDER) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in folder.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(PACKAGE.parent))
    write()
