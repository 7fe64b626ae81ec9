"""
Several questions asked of the database in one trip.

A page is put together of small questions that do not wait for one another: asked one after another, each would pay the way there and back.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from itertools import chain
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from globa.journal.operations import is_counting

Statement = tuple[str, Sequence[Any]]


def in_one_trip(statements: Sequence[Statement], *, counting: bool = False) -> list[list[tuple[Any, ...]]]:
    """
    What each statement answers, in their order; `counting` opens all rows of the actor's organisations to them, and closes after them.

    What is sent begins with a SELECT, so that the history puts nothing before it inside an operation; and the history's wrapper
    has gone through all the answers there, so each is asked for by its number.
    """
    if not statements:
        return []
    opens = "SELECT set_config('globa.counting', 'on', true)" if counting else "SELECT 1"
    closes = ["SELECT set_config('globa.counting', '', true)"] if counting and not is_counting() else []
    with connection.cursor() as cursor:
        cursor.execute("; ".join([opens, *(sql for sql, _ in statements), *closes]), list(chain.from_iterable(of for _, of in statements)))
        return [cursor.set_result(number).fetchall() for number in range(1, len(statements) + 1)]


def found_by(*questions: QuerySet[Any], counting: bool = False) -> list[list[Any]]:
    """What each of the questions finds: the rows that it would find if it were asked alone."""
    asked = [_Asked(one) for one in questions]
    answers = iter(in_one_trip([one.statement for one in asked if one.statement], counting=counting))
    return [one.made_of(next(answers)) if one.statement else [] for one in asked]


Made = TypeVar("Made")
Asker = Generator[QuerySet[Any], list[Any], Made]
"""It yields questions, is sent what each finds, and returns what it makes of that."""


def asked_together(askers: Sequence[Asker[Made]]) -> list[Made]:
    """What each of the askers makes; the questions of all of them that wait go in one trip."""
    made: dict[int, Made] = {}
    answers: dict[int, Any] = dict.fromkeys(range(len(askers)))
    while answers:
        questions = {}
        for place, answer in answers.items():
            try:
                questions[place] = askers[place].send(answer)
            except StopIteration as end:
                made[place] = end.value
        answers = dict(zip(questions, found_by(*questions.values()), strict=True))
    return [made[place] for place in range(len(askers))]


class _Asked:
    """A question as its statement, and then what it makes of the rows; None where it is known to find nothing."""

    def __init__(self, question: QuerySet[Any]) -> None:
        self.question = question.all()
        self.compiler = self.question.query.get_compiler(using=self.question.db)
        self.statement: Statement | None
        try:
            self.statement = self.compiler.as_sql()
        except EmptyResultSet:
            self.statement = None

    def made_of(self, rows: list[tuple[Any, ...]]) -> list[Any]:
        """The question goes its usual way, and its compiler has the rows already."""
        self.compiler.execute_sql = lambda *_how, **_more: [rows]
        self.question.query.get_compiler = lambda *_how, **_more: self.compiler  # type: ignore[method-assign]
        return list(self.question)
