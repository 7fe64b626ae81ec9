"""What a person agreed to is recorded, through the verbs by which it would have been typed."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from globa.care import stays
from globa.care.contracts import CarerContract
from globa.care.dwellings import Dwelling
from globa.importers.opening.proposals import Proposal, said
from globa.importers.opening.refusals import NobodyBroughtIn
from globa.journal.operations import Actor, counting, operation
from globa.journal.refusals import refusal_from
from globa.registry.organisations import Organisation
from globa.registry.people import Person
from globa.registry.registering import register
from globa.vocabulary.refusal import Refusal


@dataclass(frozen=True)
class Accepted:
    """`same_as` is the person of the files whom the reader found to be this child; None is a child to be registered."""

    proposal: Proposal
    same_as: Person | None = None


@dataclass
class BroughtIn:
    recorded: list[tuple[Proposal, Person]] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)


def bring_in(
    rows: Sequence[Accepted], *, organisation: Organisation, on: date, by: Actor | None, once: uuid.UUID | None = None
) -> BroughtIn:
    """
    Record who lived where on the day of beginning, as one operation. A row that the database refuses does not stop the others.

    With nobody recorded nothing has happened: the operation is undone and NobodyBroughtIn says why of each row.
    """
    done = BroughtIn()
    why = _("The state on %(day)s, from a table") % {"day": on}
    with operation("importers.bring_in", by=by, about=organisation, organisation_id=organisation.pk, reason=why, once=once):
        for row in rows:
            _try(row, organisation, by, done)
        if not done.recorded:
            raise NobodyBroughtIn(done.refused)
    return done


def _try(row: Accepted, organisation: Organisation, by: Actor | None, done: BroughtIn) -> None:
    try:
        with transaction.atomic():
            done.recorded.append((row.proposal, _bring(row, organisation, by)))
    except Refusal as refusal:
        done.refused.append((row.proposal.line, said(refusal)))
    except (IntegrityError, DataError, ValidationError) as error:
        done.refused.append((row.proposal.line, said(refusal_from(error))))


def _bring(row: Accepted, organisation: Organisation, by: Actor | None) -> Person:
    """The file is open since the child came: what happened from then on is read with it."""
    made, since = row.proposal, row.proposal.since
    assert since is not None
    assert made.dwelling is not None
    child = row.same_as or register(organisation=organisation, by=by, since=since, **made.details())  # type: ignore[arg-type]
    stays.admit(
        child=child, bed=made.bed, dwelling=made.dwelling, on=since, origin=made.origin, by=by,
        carer=_carer(made.dwelling, since), municipality_of_origin=made.municipality,
    )  # fmt: skip
    return child


def _carer(dwelling: Dwelling, on: date) -> Person | None:
    """Of a home of a carer, by the contract of that day."""
    with counting():
        contract = CarerContract.objects.on(on).filter(dwelling=dwelling).select_related("carer").first()
    return contract.carer if contract else None
