"""One role before every page: each answer against the tables, and each child's markers in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.matrix import expected
from tests.matrix.asking import METHODS, OTHERS, READING, Answer, Asked, Asking
from tests.matrix.expected import Page
from tests.matrix.markers import Found, Of, markers_in, personal_code
from tests.matrix.questions import MISSING, NOWHERE, Question, is_one_of_six, is_tried_in_every_way, questions
from tests.matrix.world import NOBODY, Child, Relation, World

HEAD = "head"
OWN_ONLY = ("reporting", "deciding")
"""Parts in which a municipality works on what is its own, and not on what stands at a centre below it."""
CHOOSES_A_PLACE = ("people-admit", "people-move")


@dataclass
class Tally:
    """`faults` are sentences; a long list is one fault in many places."""

    requests: int = 0
    checks: int = 0
    faults: list[str] = field(default_factory=list)

    def hold(self, holds: bool, said: Callable[[], str]) -> None:
        self.checks += 1
        if not holds:
            self.faults.append(said())


@dataclass
class Checking:
    """`only` narrows the pages, `children` whom they are about, and `shortly` asks by reading and sending only, for what must be quick."""

    world: World
    asking: Asking
    role: str
    only: tuple[str, ...] = ()
    children: tuple[Relation, ...] = ()
    shortly: bool = False
    tally: Tally = field(default_factory=Tally)

    def run(self) -> Tally:
        for page in expected.pages():
            if not self.only or page.page in self.only:
                self._page(page)
        return self.tally

    def _page(self, page: Page) -> None:
        missing: dict[tuple[str, str, bool], Answer] = {}
        for question in questions(self.world, page):
            if self.children and question.child and question.child.relation not in self.children:
                continue
            for asked in self._asked(question):
                answer = self.asking.ask(self.role, asked)
                self.tally.requests += 1
                variant = (asked.method, asked.language, asked.htmx)
                if question.is_missing:
                    missing[variant] = answer
                self._check(question, asked, answer, missing.get(variant))

    def _asked(self, question: Question) -> Iterator[Asked]:
        """Every method; read in the other language and as a part of a page too."""
        if self.shortly:
            if is_one_of_six(question.child):
                yield Asked(question.path, "GET", question.get)
                yield Asked(question.path, "POST", question.post)
            return
        for method in METHODS if is_one_of_six(question.child) else READING[:1]:
            yield Asked(question.path, method, question.post if method == "POST" else question.get)
        if not expected.comes_in(question.page.part, self.role) or not is_tried_in_every_way(question.child):
            return
        yield Asked(question.path, "GET", question.get, "en")
        yield Asked(question.path, "GET", question.get, htmx=True)
        if question.post:
            yield Asked(question.path, "POST", question.post, htmx=True)

    def _check(self, question: Question, asked: Asked, answer: Answer, missing: Answer | None) -> None:
        page = question.page
        where = f"{self.role}: {page.page}{f' of {question.child.said}' if question.child else ''}: {asked}"
        allowed = self._allowed(question, asked.method)
        self.tally.hold(
            str(answer.status) in allowed,
            lambda: f"{where}: answers {answer.status} instead of {' or '.join(allowed)} {answer.trouble}",
        )
        if self._is_closed(question) and missing is not None and not question.is_missing and page.closed == "404":
            key = question.key
            self.tally.hold(
                answer.alike(key) == missing.alike(_missing_key(page)), lambda: f"{where}: differs from somebody who does not exist"
            )
        self._markers(question, asked, answer, where)

    def _allowed(self, question: Question, method: str) -> tuple[str, ...]:
        page = question.page
        if method in OTHERS:
            return ("405", "404") if page.is_switched_off else ("405",)
        if page.part == expected.OPEN:
            return page.post if method == "POST" else (*page.get, "405") if method == "HEAD" else page.get
        if self.role == NOBODY:
            return ("403",) if method == "POST" else ("302",)
        if not expected.comes_in(page.part, self.role):
            return ("404",)
        normal = page.post if method == "POST" else (*page.get, "405") if method == "HEAD" else page.get
        if self._is_closed(question):
            return (page.closed, *("405" for one in normal if one == "405")) if page.closed == "404" else normal
        return normal

    def _is_closed(self, question: Question) -> bool:
        """Whether whoever asks may not know that there is such a thing."""
        if question.is_missing:
            return True
        if question.page.about == "export":
            return question.organisation != "centre" or self.role != HEAD  # a file waits for whoever asked for it
        if page_is_of_a_draft(question.page) or (question.page.part in OWN_ONLY and question.organisation):
            return question.organisation != "centre" or not expected.works_at_the_centre(self.role)
        if question.organisation:
            return not expected.sees_organisation(question.organisation, self.role)
        if question.child is None or question.page.needs == "-":
            return question.child is not None and question.child.relation is Relation.OTHER and not self._above_all
        return not expected.is_enough(self.level_of(question.child), question.page.needs)

    @property
    def _above_all(self) -> bool:
        return expected.sees_organisation("elsewhere-q", self.role)

    def level_of(self, child: Child) -> str:
        return expected.opened(child.relation, child.lives, self.role)

    def _markers(self, question: Question, asked: Asked, answer: Answer, where: str) -> None:
        found = markers_in(answer.everything)
        for child in self.world.children:
            shown = {one.of for one in found if one.number == child.number}
            wrong = [of for of in shown if not self._may_stand(of, child, question)]
            self.tally.hold(not wrong, lambda child=child, wrong=wrong: f"{where}: shows {', '.join(wrong)} of {child.said}")  # type: ignore[misc]
        by = "POST" if question.page.get == ("405",) else "GET"
        if question.page.must and asked.method == by and answer.status in (200, 422) and not self._is_closed(question):
            of = question.child
            assert of is not None
            self.tally.hold(Found(Of.NAME, of.number) in found, lambda: f"{where}: does not show the name")

    def _may_stand(self, of: Of, child: Child, question: Question) -> bool:
        """A home or a school has a name whoever is there: it tells something on the pages about a child only."""
        level = self.level_of(child)
        if of is Of.NAME and child.relation is Relation.PARENT_OF_SAME and question.page.page in CHOOSES_A_PLACE:
            return expected.comes_in(question.page.part, self.role)  # an on-duty carer: the name is the name of a place
        if of in (Of.HOME, Of.SCHOOL) and question.child is not child:
            return expected.comes_in("figures", self.role) or expected.comes_in("administration", self.role)
        if of is Of.HOME and not question.page.is_about_a_child:
            return True
        if of is Of.CODE and question.page.route != "people-code":
            return child is question.child and personal_code(child.number) in question.post.values()  # what was typed comes back
        return expected.may_read(of, child, self.role, level)


def page_is_of_a_draft(page: Page) -> bool:
    return page.about == "report"


def _missing_key(page: Page) -> str:
    return {"home": "home-99", "organisation": f"/{NOWHERE}/"}.get(page.about, str(MISSING))


def check(world: World, asking: Asking, roles: Iterable[str], **narrowed: Any) -> Tally:
    """Return what was asked and what was wrong, of several roles together."""
    total = Tally()
    for role in roles:
        found = Checking(world, asking, role, **narrowed).run()
        total.requests += found.requests
        total.checks += found.checks
        total.faults += found.faults
    return total
