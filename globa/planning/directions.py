"""An institution's yearly directions: what it aims at, and the figure that answers whether it got there."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.registry.access import OwnQuerySet
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message

CORRECTABLE = ("code", "text", "indicator", "comparator", "target")


class NothingChanged(Refusal):
    def __init__(self) -> None:
        super().__init__(message("Nothing was changed. Correct what is wrong, or go back."))


class DirectionAlreadyWithdrawn(Refusal):
    def __init__(self) -> None:
        super().__init__(message("This direction was withdrawn. Let it stand again before it is put right."))


class Comparator(models.TextChoices):
    EXACTLY = "exactly", _("exactly")
    AT_LEAST = "at_least", _("at least")
    AT_MOST = "at_most", _("at most")
    ABOUT = "about", _("about")


class DirectionQuerySet(OwnQuerySet):
    def in_force(self) -> DirectionQuerySet:
        return self.filter(withdrawn_on__isnull=True)


@tracked
class Direction(models.Model):
    """A line of the yearly plan: words, a target, and the code of the indicator whose figure is the result."""

    id = key()
    organisation = recorded_by()
    year = models.PositiveSmallIntegerField(_("year"))
    code = models.CharField(_("code"), max_length=20)
    text = models.TextField(_("direction"))
    indicator = models.CharField(_("answered by the figure"), max_length=100, blank=True)
    comparator = models.CharField(_("meant as"), max_length=10, choices=Comparator, blank=True)
    target = models.DecimalField(_("target"), max_digits=14, decimal_places=2, null=True, blank=True)

    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True, editable=False)

    objects = DirectionQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation year code text indicator comparator target withdrawn_on")

    class Meta:
        verbose_name = _("direction of the year")
        ordering = ["year", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year", "code"],
                name="direction_once_a_year",
                condition=Q(withdrawn_on__isnull=True),
                violation_error_message=_("There is already a direction with this code in the year."),
            ),
            models.CheckConstraint(
                name="target_says_how_it_is_meant",
                condition=Q(target__isnull=True, comparator="") | (Q(target__isnull=False) & ~Q(comparator="") & ~Q(indicator="")),
                violation_error_message=_(
                    "A target needs the figure that answers it and how it is meant: exactly, at least, at most or about."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.code}"

    def met_by(self, result: Decimal | None) -> bool | None:
        """Return whether the result reaches the target; None where there is no target or no result. About: within a tenth."""
        if self.target is None or result is None:
            return None
        return {
            Comparator.EXACTLY: result == self.target,
            Comparator.AT_LEAST: result >= self.target,
            Comparator.AT_MOST: result <= self.target,
            Comparator.ABOUT: abs(result - self.target) <= self.target / 10,
        }[Comparator(self.comparator)]


def aim(*, organisation: Organisation, year: int, code: str, text: str, by: Actor | None, **target: Any) -> Direction:
    """Set a direction of the year."""
    direction = Direction(organisation=organisation, year=year, code=code, text=text, **target)
    with operation("planning.aim", by=by, about=direction):
        direction.save(force_insert=True)
    return direction


def correct(*, direction: Direction, reason: str, by: Actor | None, **changes: Any) -> None:
    """Say it as it was meant; what it said before stays in the history, and a signed report keeps what it was signed with."""
    if direction.withdrawn_on:
        raise DirectionAlreadyWithdrawn
    changed = {name: value for name, value in changes.items() if name in CORRECTABLE and value != getattr(direction, name)}
    if not changed:
        raise NothingChanged
    with operation("planning.correct_direction", by=by, about=direction, reason=reason):
        for name, value in changed.items():
            setattr(direction, name, value)
        direction.save(update_fields=list(changed))


def withdraw(*, direction: Direction, reason: str, by: Actor | None) -> None:
    """Say that it is aimed at no longer: nothing is measured by it; it stays with its reason."""
    if direction.withdrawn_on:
        raise DirectionAlreadyWithdrawn
    with operation("planning.withdraw_direction", by=by, about=direction, reason=reason):
        direction.withdrawn_on = today()
        direction.save(update_fields=["withdrawn_on"])


def put_back(*, direction: Direction, reason: str, by: Actor | None) -> None:
    """Let one that was withdrawn stand again; its number must still be free in the year."""
    if not direction.withdrawn_on:
        raise NothingChanged
    with operation("planning.put_back_direction", by=by, about=direction, reason=reason):
        direction.withdrawn_on = None
        direction.save(update_fields=["withdrawn_on"])
