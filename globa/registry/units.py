"""What an institution changes in the tree below it: units and home groups begin, are renamed, move and close."""

from __future__ import annotations

from datetime import date

from django.utils.text import slugify

from globa.journal.operations import Actor, operation
from globa.registry.organisations import Belonging, Organisation
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message

LONGEST = 60


class MovesBelowItself(Refusal):
    at = "to"

    def __init__(self) -> None:
        super().__init__(message("A unit cannot move below itself. Choose another place."))


def add_unit(*, parent: Organisation, name: str, kind: str, since: date, by: Actor | None) -> Organisation:
    """Found a unit or home group below another organisation; its code follows from its name."""
    made = Organisation(code=_free_code(name, parent), kind=kind, name=name.strip(), during=(since, None))
    with operation("registry.add_unit", by=by, about=made, organisation_id=parent.pk):
        made.save(force_insert=True)
        Belonging.objects.create(organisation=made, parent=parent, during=(since, None))
    return made


def rename(*, organisation: Organisation, name: str, by: Actor | None, reason: str = "") -> None:
    """Give another name; the code stays, and so do signed reports with the name they were signed under."""
    with operation("registry.rename_unit", by=by, about=organisation, reason=reason, organisation_id=organisation.pk):
        organisation.name = name.strip()
        organisation.save(update_fields=["name"])


def close(*, unit: Organisation, on: date, by: Actor | None, reason: str) -> None:
    """From `on` it does not work any more; it stays in the tree, for old records name it."""
    with operation("registry.close_unit", by=by, about=unit, reason=reason, organisation_id=unit.pk):
        unit.during = (unit.during.lower if unit.during else None, on)
        unit.save(update_fields=["during"])


def move(*, unit: Organisation, to: Organisation, on: date, by: Actor | None, reason: str) -> Belonging:
    """From `on` it belongs to another organisation."""
    if Organisation.objects.below([unit.pk]).filter(pk=to.pk).exists():
        raise MovesBelowItself
    with operation("registry.move_unit", by=by, about=unit, reason=reason, organisation_id=unit.pk):
        last = unit.belongings.select_for_update().order_by("-during").first()
        if last is not None:
            last.during = (last.during.lower, on)
            last.save(update_fields=["during"])
        return Belonging.objects.create(organisation=unit, parent=to, during=(on, None))


def _free_code(name: str, parent: Organisation) -> str:
    """Of the name; where somebody else has it, with the code of the parent, and then with a number."""
    wanted = slugify(name)[:LONGEST] or "unit"
    longer = f"{parent.code}-{wanted}"[: LONGEST - 4]
    tried = [wanted, longer, *(f"{longer}-{number}" for number in range(2, 100))]
    taken = set(Organisation.objects.filter(code__in=tried).values_list("code", flat=True))
    return next(code for code in tried if code not in taken)
