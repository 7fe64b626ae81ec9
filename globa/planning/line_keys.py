"""By which words of an accounting program a line of the municipal plan is known: kept once somebody has said it, for a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same
from globa.planning.line_names import NOT_OF_ITS_MUNICIPALITY, NOT_OF_ITS_YEAR, Said
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.parts import PartQuerySet, withdrawn_on
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message

WORDS = ("code", "programme", "item", "project", "centre")


class ForgottenAlready(Refusal):
    def __init__(self) -> None:
        super().__init__(message("It was taken back already. Open the page again."))


class LineKeyQuerySet(PartQuerySet):
    def of(self, organisation: Organisation, year: int) -> LineKeyQuerySet:
        return self.in_force().filter(organisation=organisation, year=year)


@tracked
class LineKey(models.Model):
    """Amounts that say these words count for the line; an empty word is any. `assignment` is the act that kept it, where it was one."""

    id = key()
    organisation = recorded_by()
    year = models.PositiveSmallIntegerField(_("year"))
    code = models.CharField(_("treasury code"), max_length=20, blank=True)
    programme = models.CharField(_("programme"), max_length=10, blank=True)
    item = models.CharField(_("economic item"), max_length=20, blank=True)
    project = models.CharField(_("project"), max_length=40, blank=True)
    centre = models.CharField(_("cost centre"), max_length=80, blank=True)
    line = models.ForeignKey(PlanLine, on_delete=models.PROTECT, related_name="keys", verbose_name=_("line of a plan"))
    assignment = models.ForeignKey(
        "planning.Assignment", on_delete=models.PROTECT, null=True, blank=True, related_name="keys", verbose_name=_("kept when assigned")
    )
    withdrawn_on = withdrawn_on()

    objects = LineKeyQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation year code programme item project centre line assignment withdrawn_on")

    class Meta:
        verbose_name = _("key of a line")
        verbose_name_plural = _("keys of lines")
        ordering = ["code", "programme", "project", "centre", "item"]
        constraints = [
            Same("assignment", "organisation", name="line_key_of_own_assignment"),
            models.UniqueConstraint(
                fields=["organisation", "year", *WORDS],
                name="line_key_once_a_year",
                condition=Q(withdrawn_on__isnull=True),
                violation_error_message=_("These words mean a line of that year already. Take that back first."),
            ),
            models.CheckConstraint(
                name="line_key_says_something",
                condition=~Q(code="", programme="", item="", project="", centre=""),
                violation_error_message=_("Name at least one word of the accounting program."),
            ),
        ]
        triggers = [
            refuses(
                "line_key_of_its_municipality",
                NOT_OF_ITS_MUNICIPALITY,
                _("The line is of another municipality's plan. Choose a line of the plan of the own one."),
            ),
            refuses(
                "line_key_of_its_year",
                NOT_OF_ITS_YEAR,
                _("The line stands in the plan of another year. Choose one of the plan of that year."),
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(word for word in astuple(self.said) if word)

    @property
    def said(self) -> Said:
        return Said(*(getattr(self, word) for word in WORDS))


def meant(keys: Iterable[LineKey], said: Said) -> LineKey | None:
    """The key that says most of what is said; None where none fits, or where two that say as much name different lines."""
    fitting = [one for one in keys if one.said.fits(said)]
    most = max((one.said.weight for one in fitting), default=0)
    found = [one for one in fitting if one.said.weight == most]
    return found[0] if len({one.line_id for one in found}) == 1 else None


def keep_key(
    *, organisation: Organisation, year: int, said: Said, line: PlanLine, by: Actor | None, assignment: models.Model | None = None
) -> LineKey:
    """From now on these words propose the line; what they meant before is taken back in the same act."""
    words = {name: value.strip() for name, value in zip(WORDS, astuple(said), strict=True)}
    made = LineKey(organisation=organisation, year=year, line=line, **words)
    made.assignment_id = assignment.pk if assignment else None
    with operation("planning.keep_line_key", by=by, about=made):
        before = LineKey.objects.of(organisation, year).filter(**words)
        before.update(withdrawn_on=today())
        made.save(force_insert=True)
    return made


def forget_key(*, line_key: LineKey, by: Actor | None, reason: str) -> None:
    """The words propose the line no longer; what was booked by them stays where it is."""
    if line_key.withdrawn_on:
        raise ForgottenAlready
    with operation("planning.forget_line_key", by=by, about=line_key, reason=reason):
        line_key.withdrawn_on = today()
        line_key.save(update_fields=["withdrawn_on"])
