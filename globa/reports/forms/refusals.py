"""What is wrong with a form, and where."""

from __future__ import annotations

from collections.abc import Iterable

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _


class IllFormed(Refusal):
    """`place` is where in the files; `problem` is a sentence of its own."""

    def __init__(self, place: str, problem: str, **values: object) -> None:
        self.place = place
        said = problem % values if values else problem
        super().__init__(
            _("The form of the report is not right at %(place)s: %(problem)s No report can be made of it until the file is mended."),
            place=place,
            problem=said,
        )


class UnknownForm(Refusal):
    def __init__(self, code: str, known: Iterable[str]) -> None:
        super().__init__(_("There is no report “%(code)s”. Known are: %(known)s."), code=code, known=", ".join(sorted(known)))


class NoFormForTheYear(Refusal):
    def __init__(self, code: str, year: int, first: int) -> None:
        super().__init__(
            _("The report “%(code)s” has no form for %(year)s: its first is of %(first)s. Choose that year or a later one."),
            code=code,
            year=year,
            first=first,
        )
