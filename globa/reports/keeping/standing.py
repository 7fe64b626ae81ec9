"""
Standing texts: with what a new report of the organisation begins in a place of a form, instead of the form's own words or last year's.

A report takes them when it is started. What is changed afterwards is for the next one; a report that is being written keeps its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.lasting import make_room
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.registry.access import OwnQuerySet
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.reports.texts.references import checked
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message

if TYPE_CHECKING:
    from globa.reports.forms import Form


class NoSuchPlace(Refusal):
    def __init__(self, form: str, place: str) -> None:
        super().__init__(
            message("The form “%(form)s” has no text at “%(place)s”. Choose a place from the list of its texts."), form=form, place=place
        )


class AlreadyWithdrawn(Refusal):
    def __init__(self) -> None:
        super().__init__(message("This text is not in force any more, so there is nothing to withdraw. Open the page again."))


class StandingTextQuerySet(OwnQuerySet):
    def of(self, organisation: Organisation, form: str) -> StandingTextQuerySet:
        return self.filter(organisation=organisation, form=form)

    def in_force(self) -> StandingTextQuerySet:
        return self.filter(during__contains=today())

    def by_place(self) -> dict[str, str]:
        return dict(self.values_list("place", "text"))


@tracked
class StandingText(models.Model):
    """One wording of a place. `during` has no day in it where it was withdrawn on the day on which it was written."""

    id = key()
    organisation = recorded_by()
    form = models.SlugField(_("form"), max_length=60)
    place = models.CharField(_("place in the form"), max_length=120)
    text = models.TextField(_("text"))
    during = DateRangeField(_("in force"))

    objects = StandingTextQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation form place during", S1="text")

    class Meta:
        verbose_name = _("standing text of reports")
        constraints = [
            ExclusionConstraint(
                name="one_standing_text_a_place_a_day",
                expressions=[
                    ("organisation", RangeOperators.EQUAL),
                    ("form", RangeOperators.EQUAL),
                    ("place", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Somebody else wrote here at the same moment. Open it again; your text is still in the form."),
            ),
            models.CheckConstraint(
                name="standing_text_begins_on_a_day",
                condition=Q(during__lower_inf=False),
                violation_error_message=_("A standing text is in force from a day on. Say from which."),
            ),
            models.CheckConstraint(
                name="standing_text_says_something",
                condition=~Q(text=""),
                violation_error_message=_("Write the text. To let the form's own text stand again, withdraw yours."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form}: {self.place}"


def keep_standing(*, organisation: Organisation, form: Form, place: str, text: str, by: Actor | None) -> StandingText:
    """Let new reports begin with this text from today on; a second wording of the same day takes the place of the first."""
    if place not in form.passages():
        raise NoSuchPlace(form.code, place)
    rows = StandingText.objects.of(organisation, form.code).filter(place=place)
    kept = rows.filter(during__startswith=today()).first() or StandingText(organisation=organisation, form=form.code, place=place)
    kept.text = checked(text.strip())
    with operation("reports.keep_standing_text", by=by, about=kept):
        _save(kept, rows)
    kept.refresh_from_db(fields=["during"])
    return kept


def _save(kept: StandingText, rows: models.QuerySet[Any]) -> None:
    if kept.during is None:
        kept.during = make_room(rows, today())
    kept.save()


def withdraw(*, standing: StandingText, reason: str, by: Actor | None) -> None:
    """From today on new reports begin again with last year's text or the form's own."""
    with operation("reports.withdraw_standing_text", by=by, about=standing, reason=reason):
        if today() not in standing.during:
            raise AlreadyWithdrawn
        standing.during = (standing.during.lower, today())
        standing.save(update_fields=["during"])
    standing.refresh_from_db(fields=["during"])


def beginning(organisation: Organisation, form: Form) -> dict[str, str]:
    """The texts of today with which a new report begins, of the places that this edition of the form has."""
    return StandingText.objects.of(organisation, form.code).in_force().filter(place__in=form.passages()).by_place()
