"""
What a file of the accounting program holds: amounts with their items, sources and words, sums that agree or do not. Writes nothing.

With --account it asks as that account would be asked: what is doubtful, and for which lines of the municipality's plan the amounts count;
--answers FILE gives the answers by their keys as JSON. Only --accept books, as one import that is taken back on its page. Ends with 0
where the file was understood, with 1 where --accept was refused by open questions, with 2 where the file was refused.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from globa.config import printing
from globa.config.commands.arguments import Arguments, NotUnderstood
from globa.config.commands.opening import records
from globa.config.commands.report import FileNotRead
from globa.config.language import translator
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _

if TYPE_CHECKING:
    from globa.importers.ledger.read_amounts import ReadLedger

BASES = ("cash", "accrual", "plan")
OPEN = 1


class OfAnotherYear(Refusal):
    def __init__(self, named: int, year: int) -> None:
        super().__init__(_("The file calls itself a ledger of %(named)s, and --year says %(year)s."), named=named, year=year)


class MayNotBook(Refusal):
    def __init__(self, account: str, municipality: str) -> None:
        super().__init__(
            _("The account %(account)s may not book in the ledger of %(municipality)s. Name an accountant or a clerk of it."),
            account=account, municipality=municipality,
        )  # fmt: skip


class BasisNotSaid(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The file does not say whether this is what was paid or what it costs. Say it: --basis cash|accrual|plan"))


def main(arguments: Sequence[str]) -> int:
    asked = _asked(arguments)
    from globa.importers.ledger.telling import lines, read_as_json
    from globa.importers.plans.municipalities import municipality

    municipality(asked.municipality)
    content = _bytes(asked.path)
    if asked.account:
        with records():
            return _proposed(asked, content)
    found = _read(asked, content)
    print(printing.as_text(read_as_json(found)) if asked.as_json else "\n".join(lines(read_as_json(found), translator())))
    return 0


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Arguments("import-ledger", " ".join((__doc__ or "").split()))
    parser.add_argument("path", metavar="FILE", type=Path)
    parser.add_argument("--municipality", required=True, metavar="CODE")
    parser.add_argument("--year", required=True, type=int, metavar="YEAR")
    parser.add_argument("--basis", choices=BASES, default="")
    parser.add_argument("--account", default="", metavar="E-MAIL")
    parser.add_argument("--answers", type=Path, metavar="FILE")
    parser.add_argument("--accept", action="store_true")
    parser.add_json()
    asked = parser.parse_args(arguments)
    if (asked.accept or asked.answers) and not asked.account:
        raise NotUnderstood(parser.prog, f"{parser.prog} FILE --municipality CODE --year YEAR --account E-MAIL [--answers FILE] [--accept]")
    return asked


def _read(asked: argparse.Namespace, content: bytes) -> ReadLedger:
    from globa.importers.ledger.reading import read

    found = read(content, asked.path.name)
    if found.year and found.year != asked.year:
        raise OfAnotherYear(found.year, asked.year)
    return found


def _proposed(asked: argparse.Namespace, content: bytes) -> int:
    from datetime import date

    from globa.importers.ledger.accepting import accept
    from globa.importers.ledger.proposing import Asked, propose
    from globa.importers.ledger.telling import lines, proposed_as_json
    from globa.journal.operations import acting
    from globa.registry.organisations import Organisation

    found = _read(asked, content)
    organisation = Organisation.objects.coded(asked.municipality)
    user = _account(asked, organisation)
    basis = asked.basis or found.basis
    if not basis and any(not one.basis for one in found.amounts):
        raise BasisNotSaid
    with acting(user):
        made = propose(found, organisation=organisation, asked=Asked(date(asked.year, 12, 31), basis), answers=_answers(asked.answers))
        told: dict[str, Any] = proposed_as_json(found, made) | {"accepted": None}
        if asked.accept and not made.open:
            taken = accept(made, organisation=organisation, name=asked.path.name, content=content, by=user)
            told["accepted"] = str(taken.pk)
    print(printing.as_text(told) if asked.as_json else "\n".join(lines(told, translator())))
    return OPEN if asked.accept and made.open else 0


def _account(asked: argparse.Namespace, organisation: Any) -> Any:
    """Whoever works there today as somebody who books."""
    from globa.registry.accounts.appointments import Appointment
    from globa.registry.policy import Area, may_enter
    from globa.vocabulary.calendar import today

    found = Appointment.objects.on(today()).filter(user__email__iexact=asked.account, user__is_active=True, organisation=organisation)
    for one in found.select_related("user"):
        if may_enter(one.role, Area.BOOKING):
            return one.user
    raise MayNotBook(asked.account, str(organisation))


def _answers(path: Path | None) -> Mapping[str, str]:
    if path is None:
        return {}
    try:
        given = json.loads(_bytes(path))
    except ValueError as error:
        raise FileNotRead(path, OSError(str(error))) from error
    return {str(key): str(value) for key, value in given.items()} if isinstance(given, dict) else {}


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileNotRead(path, error) from error
