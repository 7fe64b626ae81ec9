"""The words of a balance: people come and leave, posts and contracts begin and end."""

from __future__ import annotations

from django.utils.translation import pgettext

from globa.vocabulary.unit import Unit

PEOPLE = {unit.code for unit in (Unit.CHILDREN, Unit.PERSONS, Unit.CARERS, Unit.FAMILIES, Unit.STAYS)}


def came_and_left(unit: str) -> tuple[str, str]:
    """`unit` is the code of the unit that is balanced."""
    if unit in PEOPLE:
        return pgettext("balance", "came"), pgettext("balance", "left")
    return pgettext("balance", "began"), pgettext("balance", "ended")
