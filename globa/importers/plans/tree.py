"""Goals, tasks, measures and their lines out of the blocks of a document, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from globa.checker.folding import folded, is_total
from globa.documents.document import Cell, Document, Place, Row, Table
from globa.documents.numbers import funding
from globa.documents.shaping.content import item
from globa.importers.plans import amounts, bodies
from globa.importers.plans.columns import Columns, MoneyColumn
from globa.importers.plans.lines import Parts, behind, lines, with_source
from globa.importers.plans.texts import plain
from globa.importers.plans.understood import Goal, Measure, Missing, Money, Printed, Problem, Task
from globa.vocabulary.words import message as _

GOAL = re.compile(
    r"^(?:strategin\w+ )?(?:(\d{1,2})(?:[-–]?asis|\.)? )?(?:strateginis )?tikslas\b(?: nr\.? ?(\d{1,2}))?(?: (\d{1,2})\b)?[\s.,:–-]*"
)
TASK = re.compile(r"^(?:(\d{1,2}\.\d{1,2})\.? )?uzdavinys\b(?: nr\.? ?)?(?: ?(\d{1,2}(?:\.\d{1,2})?)\b)?[\s.,:–-]*")
NUMBERED = re.compile(r"\d{1,2}(?:[.,]\d{1,2}){0,3}\.?")
ITEM = re.compile(r"\b(\d{1,2})(?:\.(\d{1,2}))?\b")
ENTERED = re.compile(r"^irasyt\w* ")
TWICE = _("Measure %(no)s stands in the document a second time. Look whether its number is right.")
LITAI = _("No heading says the unit, and before 2015 it was the litas: the amounts were turned into euros. Look whether it is right.")
ABOVE = _("The amount of the row above reaches over this row too: it is counted there, once. Look whether it is right.")


@dataclass
class Tree:
    """What has been read so far; a goal whose line gives no text waits for the line after it."""

    goals: list[Goal] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    printed: list[Printed] = field(default_factory=list)
    repeated: list[tuple[str, Problem]] = field(default_factory=list)
    measures: int = 0
    known: frozenset[str] = frozenset()
    waits: bool = False
    task: Task | None = None
    measure: Measure | None = None

    @classmethod
    def of(cls, document: Document, year: int) -> Tree:
        measured = {id(table): columns for table in document.tables if (columns := Columns.of(table, year))}
        cells = [
            row.cells[columns.single["responsible"]]
            for table in document.tables
            if (columns := measured.get(id(table))) and "responsible" in columns.single
            for row in table.body
        ]
        tree = cls(known=bodies.known_bodies(cell.text for cell in cells if not cell.is_covered))
        for block in document.blocks:
            if not isinstance(block, Table):
                for line in block.text.split("\n"):
                    tree._line(line)
            elif columns := measured.get(id(block)):
                tree._table(block, columns)
        return tree

    # Lines between tables, and rows that reach over a whole one

    def _line(self, text: str, number: str = "") -> bool:
        """Whether the line names a goal or a task; `number` is what a column of numbers says beside it."""
        words = folded(text)
        if self.waits:
            self.waits = False
            self.goals[-1].text = _unnumbered(text, self.goals[-1].no)
            return True
        if found := GOAL.match(words):
            self._goal(found[1] or found[2] or found[3] or number, plain(text)[_end(text, found.end()) :])
            return True
        if (found := TASK.match(words)) and (self.goals or number):
            self._task(found[1] or found[2] or number, plain(text)[_end(text, found.end()) :])
            return True
        return False

    def _goal(self, number: str, rest: str) -> None:
        """One that was begun already, in another table, goes on."""
        self.waits = not rest or bool(ENTERED.match(folded(rest)))
        known = next((goal for goal in self.goals if number and goal.no == number), None)
        if known is None:
            known = Goal(number or str(len(self.goals) + 1), "" if self.waits else rest)
        self.goals = [*(goal for goal in self.goals if goal is not known), known]
        self.task = self.measure = None

    def _task(self, number: str, text: str) -> None:
        goal = self._goal_of(number)
        known = next((task for task in goal.tasks if number and task.no == number), None)
        self.task = known or Task(number, text)
        if known is None:
            goal.tasks.append(self.task)

    def _goal_of(self, number: str) -> Goal:
        """The goal that a number is of; one that no line names is made, without a text."""
        first = number.split(".")[0] if "." in number else ""
        if self.goals and (not first or self.goals[-1].no == first):
            return self.goals[-1]
        known = next((goal for goal in self.goals if goal.no == first), None)
        if known is None:
            known = Goal(first, "")
            self.goals.append(known)
        return known

    # Rows of a table

    def _table(self, table: Table, columns: Columns) -> None:
        self.waits = False
        if columns.are_told_by_content:
            sentence = _("The table has no heading; what its columns hold was told by their content. Look whether it is right.")
            self.problems.append(Problem(table.place, plain(" | ".join(table.rows[0].texts))[:200], sentence))
        if columns.are_taken_for_litai:
            self.problems.append(Problem(table.place, plain(" | ".join(table.rows[0].texts))[:200], LITAI))
        heads = {_as_head(row) for row in table.head}
        for row in (one for one in table.body if _as_head(one) not in heads):
            self._row(row, columns)

    def _row(self, row: Row, columns: Columns) -> None:
        own = [cell for cell in row.cells if cell.text and not cell.is_covered]
        if own and is_total(own[0].text) and not item(own[0].text):
            self._printed(row, columns)
        if not own or (is_total(own[0].text) and not item(own[0].text)):
            return
        number = _number(row, columns)
        if self._is_line([cell.text for cell in own if not (number and NUMBERED.fullmatch(cell.text))], number):
            return
        self._task_of(row, columns)
        if self._measure_of(row, columns) and self.measure:
            parts = self._parts(row, columns, self.measure)
            made, problems = lines(parts)
            first = len(self.measure.lines)
            if "source" in columns.single and self.measure.lines and not parts.bodies:
                last, first = self.measure.lines[-1], first - 1
                self.measure.lines[-1] = with_source(last, made[0])
                problems = [behind(last, problem) for problem in problems if problem.at.side]
            else:
                self.measure.lines.extend(made)
            shared = _shared_amounts(row, columns)
            self.problems.extend(_of(self.measure, first, problem) for problem in (*problems, *_moved(row), *shared))

    def _printed(self, row: Row, columns: Columns) -> None:
        """A row of totals is no measure; what it says is kept beside what the lines make."""
        texts = [cell.text for cell in row.cells if cell.text and not cell.is_covered]
        words, number = folded(texts[0]), ITEM.search(texts[0])
        goal = self.goals[-1].no if self.goals else ""
        task = self.task.no if self.task and "uzdav" in words else ""
        if number:
            goal, task = number[1], number[0] if number[2] else ""
        elif re.search(r"plan|program", words):
            goal = task = ""
        sides = {side: _total(row, found) for side, found in columns.money.items()}
        if any(total is not None for total in sides.values()):
            self.printed.append(Printed(goal, task, plain(texts[0]), sides["planned"], sides["used"], row.cells[0].place))

    def _is_line(self, texts: list[str], number: str) -> bool:
        """A text alone in its row, but for its number, names a goal or a task; numbered 1 or 1.2 it does so without the word."""
        if len(texts) != 1:
            return False
        text, told = texts[0], number or item(texts[0])
        if self._line(text, number):
            return True
        if told.count(".") == 1:
            self._task(told, _unnumbered(text, told))
        elif number and not number.count("."):
            self._goal(number, plain(text))
        return told.count(".") == 1 or number.isdigit()

    def _task_of(self, row: Row, columns: Columns) -> None:
        """Where there is no column of tasks, or the number of a measure slipped into it, the measure tells its task."""
        cell = row.cells[columns.single["task"]] if "task" in columns.single else None
        if cell and cell.text and not cell.is_covered and item(cell.text).count(".") != 2:
            self._task(item(cell.text), _unnumbered(cell.text, item(cell.text)))

    def _measure_of(self, row: Row, columns: Columns) -> bool:
        """A row without a measure of its own goes on with the one above it, if there is any money or anybody in it."""
        cell = _measure_cell(row, columns)
        if cell is not None:
            self._begin(item(cell.text) or _number(row, columns), _unnumbered(cell.text, item(cell.text)), cell.place)
        said = [*(money.number for role in columns.money.values() for money in role), columns.single.get("responsible", 0)]
        return self.measure is not None and any(row.cells[number].text for number in said)

    def _begin(self, number: str, text: str, place: Place) -> None:
        if not number:
            self.problems.append(Problem(place, text, _("The measure has no number.")))
        task = self._task_for(number)
        if number and any(one.no == number for one in task.measures):
            self.repeated.append((number, Problem(place, text, TWICE, {"no": number})))
        self.measures += 1
        self.measure = Measure(number, text, self.measures)
        task.measures.append(self.measure)

    def _task_for(self, number: str) -> Task:
        """The task that a measure's number is of; 1.2 is of goal 1 and of no numbered task."""
        parent = number.rpartition(".")[0]
        named = parent if "." in parent else ""
        goal = self._goal_of(number)
        is_here = any(task is self.task for task in goal.tasks)
        if self.task is None or not is_here or (named and self.task.no not in ("", named)):
            self.task = next((task for task in goal.tasks if named and task.no == named), None) or Task(named, "")
            goal.tasks.extend([] if any(task is self.task for task in goal.tasks) else [self.task])
        elif named and not self.task.no:
            self.task.no = named
        return self.task

    def _parts(self, row: Row, columns: Columns, measure: Measure) -> Parts:
        texts = {role: row.cells[number].text for role, number in columns.single.items() if not row.cells[number].is_covered}
        source = funding.source(texts.get("source", ""))
        sides = {
            role: amounts.read([(column, row.cells[column.number]) for column in found], source) if not _is_above(row, found) else _above()
            for role, found in columns.money.items()
        }
        money = [column for role in ("planned", "used") for column in columns.money[role]]
        return Parts(
            bodies.split(texts.get("responsible", ""), self.known),
            sides["planned"],
            sides["used"],
            texts.get("expected", ""),
            texts.get("achieved", ""),
            measure.text,
            row.cells[0].place,
            row.cells[_first(money, row)] if money else None,
        )


def _as_head(row: Row) -> tuple[str, ...]:
    """Heads that are printed again on the next page say the same."""
    return tuple(folded(cell.text) for cell in row.cells)


def _is_above(row: Row, money: list[MoneyColumn]) -> bool:
    """Whether the money of this row is that of the row above, whose cells reach over it."""
    cells = [row.cells[column.number] for column in money]
    return any(cell.is_covered and cell.text for cell in cells) and all(cell.is_covered or not cell.text for cell in cells)


def _above() -> list[amounts.Read]:
    return [amounts.Read(Money(missing=Missing.ELSEWHERE))]


def _shared_amounts(row: Row, columns: Columns) -> Iterator[Problem]:
    for found in columns.money.values():
        if _is_above(row, found):
            cell = row.cells[_first(found, row)]
            yield Problem(cell.place, cell.text, ABOVE)
            return


def _number(row: Row, columns: Columns) -> str:
    """“1.2.3” in a column of numbers; a workbook holds 1.1 as a number, which is read as 1,10."""
    cell = row.cells[columns.single["number"]] if "number" in columns.single else None
    if cell is None or cell.is_covered or not NUMBERED.fullmatch(cell.text):
        return ""
    return re.sub(r",(\d)0$", r".\1", cell.text).replace(",", ".").rstrip(".")


def _of(measure: Measure, first: int, problem: Problem) -> Problem:
    """`first` is the number of the first line that the row made."""
    return replace(problem, at=replace(problem.at, measure=measure.serial, line=problem.at.line + first))


def _total(row: Row, columns: list[MoneyColumn]) -> Decimal | None:
    """Of a column of totals, else of the only column; of several sources they are added."""
    totals = [column for column in columns if column.is_total] or columns
    read = [amounts.read([(column, row.cells[column.number])], "")[0].money for column in totals if row.cells[column.number].text]
    known = [total for one in read if (total := one.total if one.stated is None else one.stated) is not None]
    return sum(known, Decimal(0)) if known else None


def _first(money: list[MoneyColumn], row: Row) -> int:
    return next((column.number for column in money if row.cells[column.number].text), money[0].number)


def _measure_cell(row: Row, columns: Columns) -> Cell | None:
    """The cell of the measures' column, or another of the first ones where a number such as 1.2.3 slipped to."""
    cell = row.cells[columns.single["measure"]]
    if cell.text and not cell.is_covered:
        return cell
    return next((cell for cell in row.cells[:3] if not cell.is_covered and item(cell.text).count(".") == 2), None)


def _unnumbered(text: str, number: str) -> str:
    whole = plain(text)
    return re.sub(rf"^{re.escape(number)}\.?\s*", "", whole) if number else whole


def _end(text: str, end: int) -> int:
    """Folding a text changes none of its lengths but for letters in two pieces, which readers give whole."""
    return min(end, len(plain(text)))


def _moved(row: Row) -> Iterator[Problem]:
    """Cells that stood in other columns of the file."""
    moved = [cell for number, cell in enumerate(row.cells, 1) if cell.text and not cell.is_covered and _is_moved(cell, number, row)]
    if moved:
        sentence = _("The cells of this row stood in other columns and were put back by what they hold. Look whether it is right.")
        yield Problem(moved[0].place, moved[0].text, sentence)


def _is_moved(cell: Cell, number: int, row: Row) -> bool:
    return cell.place.column is not None and cell.place.column != number and cell.place.row == row.cells[0].place.row
