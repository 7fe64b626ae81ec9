"""Who lives in homes: every taken bed is counted, a name stands in it only where the child is opened to the reader."""

from __future__ import annotations

import uuid
from collections.abc import Container, Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from globa.care.stays import Stay
from globa.journal.operations import counting
from globa.registry.access import visible_organisations
from globa.registry.accounts.users import User
from globa.registry.people import Person


def residents(stays: QuerySet[Stay], user: User) -> list[Stay]:
    """
    Return all stays of the user's organisations, each saying as `is_shown` whether the child is the reader's to see.

    Of a child who is not, bed and days stay, for places are counted from them, and sex, for girls and boys are; the name,
    the birth and the way to the file are left out here, before any page has them.
    """
    with counting():
        found = list(stays.filter(organisation__in=visible_organisations(user)))
    shown = Person.objects.visible_to(user).filter(pk__in={stay.child_id for stay in found}).values_list("pk", flat=True)
    leave_out(found, set(shown))
    return found


def leave_out(stays: Iterable[Any], shown: Container[uuid.UUID]) -> None:
    """Of whoever is not shown."""
    for stay in stays:
        stay.is_shown = stay.child_id in shown
        if not stay.is_shown:
            stay.child = Person(pk=stay.child_id, given_name=_("another child"), sex=stay.child.sex)
