"""Why a file is not read, or nothing of it booked."""

from __future__ import annotations

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _


class NoLedgerThere(Refusal):
    at = "file"

    def __init__(self) -> None:
        super().__init__(
            _(
                "No amounts were found. A list of entries needs columns for the economic item, the funding source and the amount "
                "(or debit and credit); a table of the budget needs a column of item codes and one for each source."
            )
        )


class TooManyEntries(Refusal):
    def __init__(self, most: int) -> None:
        super().__init__(
            _("The file holds more than %(most)s amounts, more than anybody looks through. Divide it by months."), at="file", most=most
        )


class Undecided(Refusal):
    def __init__(self, count: int) -> None:
        super().__init__(_("Nothing was booked: %(count)s questions below still wait for your answer."), count=count)


class NothingToBook(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Nothing was booked: every amount is left out."))


class SignedRestsOnIt(Refusal):
    def __init__(self, report: str) -> None:
        super().__init__(
            _("A signed report counts entries of this file, so it is not taken back: %(report)s. Correct the entries one by one."),
            report=report,
        )


class SignedRestsOnLines(Refusal):
    def __init__(self, report: str) -> None:
        super().__init__(
            _("A signed report counts these entries on their line, so it is not taken back: %(report)s. Correct the entries one by one."),
            report=report,
        )
