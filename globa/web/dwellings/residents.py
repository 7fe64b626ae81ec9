"""Who lives in homes: every taken bed is counted, a name stands in it only where the child is opened to the reader."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from globa.care.away import AwayTime
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
    shown = set(Person.objects.visible_to(user).filter(pk__in={stay.child_id for stay in found}).values_list("pk", flat=True))
    for stay in found:
        stay.is_shown = stay.child_id in shown  # type: ignore[attr-defined]
        if not stay.is_shown:  # type: ignore[attr-defined]
            stay.child = Person(pk=stay.child_id, given_name=_("another child"), sex=stay.child.sex)
    return found


def away_from(times: QuerySet[AwayTime], user: User) -> list[Any]:
    """Days away of all who live there: that somebody is away is counted, why is of the child's file."""
    with counting():
        return list(times.filter(organisation__in=visible_organisations(user)))
