"""
What a report is made of before there are numbers in it: sections, texts with references, tables, pictures.

Plain data, read from a file. A reference names a figure as `document.FigureKey` writes it. Texts may also name in braces
{year}, {last-year}, {next-year}, {period}, {first-day}, {last-day}, {next-day} (after the period), {new-year} (the first of January
after it), {organisation} and what the licence says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from globa.reports.document import FigureKey, PictureKind


@dataclass(frozen=True)
class Wording:
    """A title or caption in both languages; a text may lack English and is then Lithuanian for everybody."""

    lt: str
    en: str = ""

    def said(self, language: str) -> str:
        return (self.en or self.lt) if language.startswith("en") else self.lt


@dataclass(frozen=True)
class PassageForm:
    """`carries` is true of a text that is written once and kept from year to year: a vision, a legal basis."""

    key: str
    text: Wording
    carries: bool = False


@dataclass(frozen=True)
class FigureRow:
    """One row of references; None is an empty cell. Without a title it is called as its first figure."""

    cells: tuple[FigureKey | None, ...]
    title: Wording | None = None
    is_total: bool = False
    is_part: bool = False


@dataclass(frozen=True)
class FiguresTable:
    """A row a thing, the cells named one by one."""

    key: str
    caption: Wording
    head: Wording
    columns: tuple[Wording, ...]
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True)
class PartColumn:
    title: Wording
    figure: FigureKey


@dataclass(frozen=True)
class PartsTable:
    """
    A row a part of a dimension, a column a figure that has the dimension, and the whole of each figure as the total.

    `rest` adds rows of single parts of another dimension, such as the carers of the foster centre below the homes.
    `only_homes` takes as rows the community homes that worked in the period, also the empty ones.
    """

    key: str
    caption: Wording
    head: Wording
    dimension: str
    columns: tuple[PartColumn, ...]
    rest: tuple[tuple[str, str, Wording], ...] = ()
    only_homes: bool = False
    has_total: bool = True


@dataclass(frozen=True)
class CrossTable:
    """One figure by two dimensions, with the parts of `within` below the rows that they make up."""

    key: str
    caption: Wording
    head: Wording
    figure: str
    rows: str
    columns: str
    within: str = ""


@dataclass(frozen=True)
class YearsTable:
    """The same figures in several years side by side, and by how much the last changed. All are of the same time of the year."""

    key: str
    caption: Wording
    head: Wording
    figures: tuple[str, ...]
    years: int = 2


@dataclass(frozen=True)
class DirectionsTable:
    """What the year aimed at: with results, or (`years_ahead` 1) only as planned for the next."""

    key: str
    caption: Wording
    head: Wording
    years_ahead: int = 0


@dataclass(frozen=True)
class BalanceForm:
    key: str
    opening: FigureKey
    came: tuple[FigureKey, ...]
    left: tuple[FigureKey, ...]
    closing: FigureKey


@dataclass(frozen=True)
class PictureForm:
    """Of one figure by a dimension, over the last years, or (without a figure) of the year's targets."""

    key: str
    kind: PictureKind
    caption: Wording
    figure: FigureKey | None = None
    by: str = ""
    years: int = 1


@dataclass(frozen=True)
class ChartForm:
    """The organisation on the first day, the last day or the day after the period; without workers' names unless asked for."""

    key: str
    caption: Wording
    on: str
    with_names: bool = False


class OfPlan(StrEnum):
    """What a block shows of a municipality's plan."""

    GROUP = "group"
    GOALS = "goals"
    BESIDE = "beside"
    YEARS = "years"
    YEARS_PICTURE = "years-picture"
    GOALS_SUMS = "goals-sums"
    MEASURES_YEARS = "measures-years"


@dataclass(frozen=True)
class PlanBlock:
    """
    Drawn of the plan's rows: the group, a table a goal, what was done beside, money by year, pictures.

    A caption of goals may name {goal} and {goal-text}; `head` and `columns` are those of the table, in the order of the form. Measures by
    year have a column for each of at most so many `years` whose plan is known, called by the first of `columns` with its {column-year}, and
    the change from the last {year-before}.
    """

    key: str
    shows: OfPlan
    caption: Wording
    head: Wording
    columns: tuple[Wording, ...] = ()
    years: int = 0


BlockForm = (
    PassageForm | FiguresTable | PartsTable | CrossTable | YearsTable | DirectionsTable | BalanceForm | PictureForm | ChartForm | PlanBlock
)


@dataclass(frozen=True)
class SectionForm:
    """`level` 2 is a section within the one before it."""

    key: str
    title: Wording
    blocks: tuple[BlockForm, ...]
    level: int = 1


@dataclass(frozen=True)
class Signing:
    """
    Whose signatures make it signed: so many of the people in these posts. Codes of registry.staff.PostTitle.

    `by_group` is true where a working group signs: all of it who were at its sitting and have an account.
    """

    posts: tuple[str, ...]
    quorum: int = 1
    by_group: bool = False


@dataclass(frozen=True)
class Form:
    """`on_a_day` is true of a form that is filled for one day and not for a year."""

    code: str
    version: int
    from_year: int
    title: Wording
    signing: Signing
    sections: tuple[SectionForm, ...]
    on_a_day: bool = False

    def blocks(self) -> Iterator[tuple[SectionForm, BlockForm]]:
        for section in self.sections:
            for block in section.blocks:
                yield section, block

    @property
    def is_of_a_plan(self) -> bool:
        """Whether it tells of a municipality's plan: then a report of it belongs to one."""
        return any(isinstance(block, PlanBlock) for _section, block in self.blocks())

    def passages(self) -> dict[str, PassageForm]:
        return {block.key: block for _section, block in self.blocks() if isinstance(block, PassageForm)}
