"""A month or a year whose books are closed: nothing is booked, corrected or withdrawn in it until somebody says why it is opened again."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import lasts_a_day
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.registry.access import OwnQuerySet
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message

ONE_LEDGER = "'ledger ' || NEW.organisation_id::text"
"""Booking and closing of one organisation wait for each other: what is booked while it is being closed is seen."""
CLOSED = (
    "EXISTS (SELECT 1 FROM planning_closedperiod c WHERE c.reopened_on IS NULL AND"
    " ((c.organisation_id = NEW.organisation_id AND c.during @> NEW.booked_on)"
    " OR (TG_OP = 'UPDATE' AND c.organisation_id = OLD.organisation_id AND c.during @> OLD.booked_on)))"
)
"""Of an entry: the day on which it stands, or would stand, is closed."""


class OpenAlready(Refusal):
    def __init__(self) -> None:
        super().__init__(message("This time was opened again already."))


class ClosedPeriodQuerySet(OwnQuerySet):
    def closed(self) -> ClosedPeriodQuerySet:
        """Those that have not been opened again."""
        return self.filter(reopened_on__isnull=True)

    def holding(self, day: date) -> ClosedPeriodQuerySet:
        return self.closed().filter(during__contains=day)


@tracked
class ClosedPeriod(models.Model):
    """Closing once more what was opened again is a new row: each says by its history who did it, when and why."""

    id = key()
    organisation = recorded_by()
    during = DateRangeField(_("closed"))
    closed_on = models.DateField(_("closed on"), default=today, editable=False)
    reopened_on = models.DateField(_("opened again on"), null=True, blank=True, editable=False)

    objects = ClosedPeriodQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation during closed_on reopened_on")

    class Meta:
        verbose_name = _("closed period")
        ordering = ["-during"]
        constraints = [
            lasts_a_day("closed_period_lasts_a_day", begins=True),
            models.UniqueConstraint(
                fields=["organisation", "during"],
                name="period_closed_once",
                condition=Q(reopened_on__isnull=True),
                violation_error_message=_("This time is closed already."),
            ),
            models.CheckConstraint(
                name="period_is_over_when_closed",
                condition=Q(during__upper_inf=False, during__endswith__lte=F("closed_on")),
                violation_error_message=_("This time is not over yet. Close it when its last day has passed."),
            ),
        ]
        triggers = [
            refuses(
                "closed_period_is_only_opened_again",
                "TG_OP = 'UPDATE' AND ((OLD.id, OLD.organisation_id, OLD.during, OLD.closed_on) IS DISTINCT FROM"
                " (NEW.id, NEW.organisation_id, NEW.during, NEW.closed_on) OR OLD.reopened_on IS NOT NULL)",
                _("What was closed stays as it was closed. Open it again with a reason, and close it anew."),
                alone=ONE_LEDGER,
            ),
        ]

    def __str__(self) -> str:
        return str(self.period)

    @property
    def period(self) -> Period:
        return Period(self.during.lower, self.during.upper)


def close(*, organisation: Organisation, period: Period, by: Actor | None) -> ClosedPeriod:
    """From now on nobody books, corrects or withdraws what has its day in the period."""
    made = ClosedPeriod(organisation=organisation, during=(period.begins, period.ends))
    with operation("planning.close_period", by=by, about=made):
        made.save(force_insert=True)
    return made


def reopen(*, closed: ClosedPeriod, by: Actor | None, reason: str) -> ClosedPeriod:
    """Days that another closed period holds, as a year does its months, stay closed."""
    if closed.reopened_on:
        raise OpenAlready
    with operation("planning.reopen_period", by=by, about=closed, reason=reason):
        closed.reopened_on = today()
        closed.save(update_fields=["reopened_on"])
    return closed
