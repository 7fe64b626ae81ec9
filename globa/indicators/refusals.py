"""What cannot be answered about a figure, said to the person who asked."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _


class UnknownIndicator(Refusal):
    def __init__(self, code: str, known: Iterable[str]) -> None:
        near = get_close_matches(code, list(known), 1)
        if near:
            super().__init__(_("There is no figure “%(code)s”. Did you mean “%(near)s”?"), code=code, near=near[0])
        else:
            super().__init__(_("There is no figure “%(code)s”. Look up its code in the list of figures."), code=code)


class NoSuchBreakdown(Refusal):
    def __init__(self, title: str, dimension: str, known: Iterable[str]) -> None:
        super().__init__(
            _("“%(title)s” is not broken down by “%(dimension)s”: its records do not say it. Choose one of: %(known)s."),
            title=title,
            dimension=dimension,
            known=", ".join(known) or "-",
        )


class PersonsDoNotAddUp(Refusal):
    def __init__(self, title: str, total: object) -> None:
        super().__init__(
            _(
                "The parts of “%(title)s” cannot be added: one person or family may be in several parts. "
                "%(total)s would be attendances, not people. Count the figure for all parts together."
            ),
            title=title,
            total=total,
        )
