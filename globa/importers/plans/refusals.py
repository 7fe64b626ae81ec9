"""Why a document is not taken as the plan that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _


class NoMeasures(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "No table with measures was found in the document, so there is nothing to take over. A measure has a number such as 1.2.3 "
                "or a column headed “Priemonės”, and money beside it. Look whether it is the right file."
            )
        )


class TwoPlans(Refusal):
    def __init__(self, numbers: Sequence[str]) -> None:
        super().__init__(
            _("The document seems to hold two plans: twice there is a measure %(numbers)s. Save each plan as a document of its own."),
            numbers=", ".join(numbers[:5]) + (" …" if len(numbers) > 5 else ""),
        )


class AnotherYear(Refusal):
    def __init__(self, said: str, asked: int) -> None:
        super().__init__(
            _("The document calls itself a plan of %(said)s, not of %(asked)s, so it was not taken. Choose another year or file."),
            said=said,
            asked=asked,
        )


class AnotherMunicipality(Refusal):
    def __init__(self, said: str, asked: str) -> None:
        super().__init__(
            _("The document is of %(said)s and names %(asked)s nowhere, so it was not taken. Choose another municipality or file."),
            said=said,
            asked=asked,
        )


class UnknownMunicipality(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(
            _("There is no municipality “%(code)s”. Write its code, such as visaginas, or its number, such as LT-59."), code=code
        )


class NotDecided(Refusal):
    def __init__(self, count: int) -> None:
        super().__init__(_("Still to be decided: %(count)s. Nothing was written. Decide them first, then accept the plan."), count=count)


class DecidedAlready(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Nothing can be decided about this document any more: it was accepted or put away. Look at its page."))


class WithoutSource(Refusal):
    def __init__(self, no: str, amount: Decimal | None) -> None:
        super().__init__(
            _("Measure %(no)s has an amount of %(amount)s and nobody says from which source. Nothing was written: name its source first."),
            no=no,
            amount="–" if amount is None else f"{amount:.2f}",
        )


class NoPlanKept(Refusal):
    def __init__(self, year: int) -> None:
        super().__init__(
            _("There is no plan of %(year)s any more that the report could be booked on. Nothing was written: open the document again."),
            year=year,
        )


class NothingToBook(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The document says nothing of what was used or achieved, or all of it stands in the plan already, so nothing was written. "
                "To change the plan itself, amend it."
            )
        )


class RestsOn(Refusal):
    """Why a plan is not taken back."""

    @classmethod
    def approval(cls) -> RestsOn:
        return cls(_("The plan was approved after it was taken over, so it stays. Amend it instead."))

    @classmethod
    def report(cls) -> RestsOn:
        return cls(_("A report on the plan was signed, so the plan stays. Amend it instead."))

    @classmethod
    def amendment(cls) -> RestsOn:
        return cls(_("A later version of the plan begins with this one. Withdraw the later version first."))

    @classmethod
    def entries(cls) -> RestsOn:
        return cls(_("Amounts were booked on lines of the plan since it was taken over. Move or withdraw these entries first."))

    @classmethod
    def attached(cls) -> RestsOn:
        return cls(_("A report was booked on the plan since it was taken over. Take that document back first."))

    @classmethod
    def signed(cls) -> RestsOn:
        return cls(_("A report on the plan was signed with what this document booked, so it stays. Correct the signed report first."))
