"""What a document says was used, as entries of the ledger: dated the last day of the year, with the document that they were read in."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from globa.importers.plans.kept import PlanImport
from globa.importers.plans.refusals import WithoutSource
from globa.importers.plans.understood import Amount, Missing, Money
from globa.planning.ledger import Basis, Entry, FundingSource, book
from globa.planning.ledger_imports import LedgerImport
from globa.planning.plans.lines import PlanLine
from globa.registry.accounts.users import User
from globa.registry.files import File, keep
from globa.registry.organisations import Organisation
from globa.vocabulary.sensitivity import Sensitivity

LONGEST_DOCUMENT, LONGEST_PURPOSE = 120, 300


@dataclass(frozen=True)
class Booked:
    """An amount that is to be booked, by the code of its source."""

    amount: Decimal
    source: str
    purpose: str = ""


@dataclass(frozen=True)
class Books:
    """`codes` are the treasury codes of sources that a document names no closer."""

    organisation: Organisation
    year: int
    file: File
    codes: dict[str, FundingSource]

    @classmethod
    def of(cls, organisation: Organisation, year: int, file: File) -> Books:
        own = FundingSource.objects.filter(code__startswith="plan-").select_related("plan_source")
        return cls(organisation, year, file, {one.plan_source.code: one for one in own if one.plan_source})

    def entry(self, one: Booked, line: PlanLine, body: Organisation | None) -> Entry:
        return Entry(
            organisation=self.organisation, booked_on=date(self.year, 12, 31), basis=Basis.CASH, line=line, source=self.codes[one.source],
            amount=one.amount, purpose=one.purpose[:LONGEST_PURPOSE], body=body, document=self.file.name[:LONGEST_DOCUMENT],
        )  # fmt: skip

    def book(self, entries: list[Entry], by: User) -> None:
        """The ledger knows the document as a file that it was taken from: the same one is not booked twice."""
        taken = LedgerImport(organisation=self.organisation, name=self.file.name, fingerprint=self.file.sha256, file=self.file)
        taken.save(force_insert=True)
        for entry in entries:
            entry.taken_from = taken
        book(organisation=self.organisation, entries=entries, by=by)


def kept_file(plan: PlanImport, content: bytes, by: User) -> File:
    """The original, as a file of the municipality."""
    media_type = mimetypes.guess_type(plan.name)[0] or "application/octet-stream"
    return keep(
        organisation=plan.organisation, name=plan.name, media_type=media_type, content=content, sensitivity=Sensitivity.S1, by=by
    )  # fmt: skip


def amounts_of(money: Money, no: str) -> Sequence[Amount]:
    """An amount from nobody knows where is refused: its source is for a person to say."""
    if not money.amounts and money.stated:
        raise WithoutSource(no, money.stated)
    for amount in money.amounts:
        if not amount.source:
            raise WithoutSource(no, amount.amount)
    return money.amounts


def booked(money: Money, no: str) -> list[Booked]:
    """Parts that make the whole are booked themselves, so that nothing is counted twice."""
    return [one for amount in amounts_of(money, no) for one in _booked(amount)]


def _booked(amount: Amount) -> Iterator[Booked]:
    makes = bool(amount.parts) and sum_of(amount.parts) == amount.amount
    for one in amount.parts if makes else (amount,):
        if one.amount:
            yield Booked(one.amount, amount.source, ": ".join(filter(None, (amount.note, one.note))) if makes else purpose_of(one))


def why_nothing(money: Money) -> Missing:
    """Of a side of which nothing was booked."""
    return Missing.NONE if money.total == 0 else money.missing or Missing.UNKNOWN


def says_used(money: Iterable[Money]) -> bool:
    """Whether anybody says anything of used money: a plan without a report does not."""
    return any(one != Money(missing=Missing.UNKNOWN) for one in money)


def parts_fit(amount: Amount) -> bool:
    """Parts that make their whole, or that may still do so; others are kept as words beside it."""
    total = sum_of(amount.parts)
    if not amount.parts or amount.amount is None:
        return False
    return total == amount.amount or (total < amount.amount and any(part.amount is None for part in amount.parts))


def sum_of(parts: Iterable[Amount]) -> Decimal:
    return sum((part.amount for part in parts if part.amount is not None), Decimal(0))


def purpose_of(amount: Amount) -> str:
    said = [] if parts_fit(amount) else [f"{part.amount:.2f} {part.note}".strip() for part in amount.parts if part.amount is not None]
    return "; ".join(filter(None, (amount.note, *said)))[:LONGEST_PURPOSE]
