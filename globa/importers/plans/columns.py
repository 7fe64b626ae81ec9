"""Which column of a table holds what: by the stems of its head, else by what stands in it; never by its position."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from globa.checker.folding import folded, is_total
from globa.documents.document import Row, Table
from globa.documents.numbers import funding, units
from globa.documents.numbers.amount import Sign
from globa.documents.numbers.units import Measure
from globa.documents.shaping.content import Kind, kind

# The first that fits has the column: what was used also speaks of funds, what is expected of results.
ROLES = (
    ("number", re.compile(r"^(?:eil(?:es)?\.? ?)?(?:nr\b|numeris)|^eil\.|\bkod(?:as|ai)\b")),
    ("used", re.compile(r"panaudot|isleist|isisavint|kasin\w* islaid|faktin\w* (?:les|islaid)")),
    ("achieved", re.compile(r"pasiekt|kliut|ivykd|pastab|fakt\w* rezultat|gaut\w* rezultat")),
    (
        "expected",
        re.compile(
            r"(?:laukiam|planuojam|planuot|siektin|numatom)\w* (?:\w+ )?(?:rezultat|reiksm|rodikl)|vertinimo kriterij|siektin|laukiam"
        ),
    ),
    ("responsible", re.compile(r"vykdytoj|atsaking")),
    ("planned", re.compile(r"\bles(?:os|u|as)\b|\basignavim|finansavimo (?:suma|apimt)|\bsuma\b|\bislaid|planuojam\w* (?:les|eur)")),
    ("source", re.compile(r"finansavimo saltin|^saltini")),
    ("task", re.compile(r"uzdavin")),
    ("measure", re.compile(r"priemon|veikl\w* pavadin")),
    ("achieved", re.compile(r"rezultat")),
    ("measure", re.compile(r"pavadinim")),
)
MONEY_ROLES = ("planned", "used")
FIRST_OF_THE_EURO = 2015
YEAR = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True)
class MoneyColumn:
    """`source` is told by the head where each source has a column of its own, `year` where each year has; `is_total` adds them up."""

    number: int
    unit: Measure
    source: str = ""
    is_total: bool = False
    year: int | None = None


@dataclass
class Columns:
    single: dict[str, int] = field(default_factory=dict)
    money: dict[str, list[MoneyColumn]] = field(default_factory=lambda: {role: [] for role in MONEY_ROLES})
    are_told_by_content: bool = False
    are_taken_for_litai: bool = False

    @classmethod
    def of(cls, table: Table, year: int) -> Columns | None:
        """None for a table that holds no measures. Of columns of money for several years only those of the year are asked."""
        columns = cls.by_heads(table, year) if table.head else cls.by_content(table)
        if columns and year < FIRST_OF_THE_EURO:
            columns._take_for_litai()
        return columns if columns and any(columns.money.values()) and columns._are_of_measures(table) else None

    def _take_for_litai(self) -> None:
        """Money of a plan from before the euro, where no heading says its unit."""
        for role, found in self.money.items():
            if any(column.unit.sign == Sign.NONE for column in found):
                self.are_taken_for_litai = True
                self.money[role] = [replace(one, unit=Measure(one.unit.sign or Sign.LITAI, one.unit.scale)) for one in found]

    def _are_of_measures(self, table: Table) -> bool:
        """A budget has names and money too: measures are numbered, or somebody is responsible for them or expects something of them."""
        number = self.single.get("measure")
        if number is None:
            return False
        return bool(self.single.keys() & {"task", "responsible", "expected"}) or _usual(table.body)[number].startswith("item")

    @classmethod
    def by_heads(cls, table: Table, year: int) -> Columns:
        columns = cls()
        for number, words in enumerate(headings(table)):
            role = next((role for role, pattern in ROLES if pattern.search(folded(words))), None)
            if role in MONEY_ROLES:
                columns.money[role].append(_money(number, words, table.caption))
            elif role is not None:
                columns.single.setdefault(role, number)
        for role in MONEY_ROLES:
            columns.money[role] = _told_apart(_of_year(columns.money[role], year))
        columns._find_measures(table)
        return columns

    def _find_measures(self, table: Table) -> None:
        """A column headed otherwise that holds numbers such as 1.2.3 is the measures' all the same."""
        if "measure" not in self.single:
            numbered = [number for number, found in enumerate(_usual(table.body)) if found == "item 3"]
            self.single.update((("measure", numbered[0]),) if numbered else ())

    @classmethod
    def by_content(cls, table: Table) -> Columns | None:
        """Without a head: the measures by their numbers, then money, bodies, expected, money, achieved in the order of the form."""
        usual = _usual(table.body)
        if "item 3" not in usual:
            return None
        columns = cls({"measure": usual.index("item 3")}, are_told_by_content=True)
        if "item 2" in usual:
            columns.single["task"] = usual.index("item 2")
        money = [number for number, found in enumerate(usual) if found == Kind.MONEY]
        for role, number in zip(MONEY_ROLES, money, strict=False):
            columns.money[role] = [_money(number, "", table.caption)]
        texts = [number for number, found in enumerate(usual) if found == Kind.TEXT]
        columns.single.update(zip(("responsible", "expected", "achieved"), texts, strict=False))
        return columns


def headings(table: Table) -> list[str]:
    """The words above each column, from the top; what reaches over several stands above each."""
    width = len(table.rows[0].cells) if table.rows else 0
    return [_above(table.head, number) for number in range(width)]


def _above(heads: Sequence[Row], number: int) -> str:
    texts = [row.cells[number].text for row in heads if row.cells[number].text]
    return " ".join(dict.fromkeys(texts))


def _money(number: int, words: str, caption: str) -> MoneyColumn:
    unit = units.measure(words)
    said = units.measure(caption)
    unit = Measure(unit.sign or said.sign, said.scale if unit == Measure() else unit.scale)
    years = YEAR.findall(words)
    return MoneyColumn(number, unit, funding.source(words), is_total(words), int(years[0]) if len(years) == 1 else None)


def _of_year(columns: list[MoneyColumn], year: int) -> list[MoneyColumn]:
    """All of them where no two years are told apart."""
    years = {column.year for column in columns if column.year}
    return [column for column in columns if column.year in (None, year)] if len(years) > 1 else columns


def _told_apart(columns: list[MoneyColumn]) -> list[MoneyColumn]:
    """A single column of money holds all sources, whatever its head names; of several each holds its own."""
    if len(columns) == 1:
        return [MoneyColumn(columns[0].number, columns[0].unit)]
    return columns


def _usual(rows: Sequence[Row]) -> list[str]:
    """The kind of most cells of each column, dashes and gaps aside."""
    width = len(rows[0].cells) if rows else 0
    counts = [Counter(kind(row.cells[number].text) for row in rows) for number in range(width)]
    for count in counts:
        del count[Kind.NOTHING], count[Kind.DASH]
    return [count.most_common(1)[0][0] if count else Kind.NOTHING for count in counts]
