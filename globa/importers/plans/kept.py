"""A document that is to become a municipality's plan: read by a job, decided on by people, accepted, perhaps undone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Self

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.importers.checked_documents.documents import DONE, LARGEST, LONGEST_NAME, MEGABYTES
from globa.importers.checked_documents.refusals import Empty, TooLarge, TooManyAtOnce
from globa.importers.checked_documents.sealing import opened, sealed
from globa.importers.plans import keeping
from globa.importers.plans.decisions import Decisions, open_doubts
from globa.importers.plans.keeping import ReadPlan
from globa.importers.plans.refusals import DecidedAlready
from globa.journal.keys import key
from globa.journal.operations import operation
from globa.journal.protection import Protection
from globa.journal.same import Same, unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import classes

AT_ONCE = 5
FIRST_YEAR, LAST_YEAR = 1990, 2100
STUCK = timedelta(hours=6)
"""A reading that has not ended by then never will: whoever ran it was killed."""


class ImportState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    RUNNING = "running", pgettext_lazy("of a plan's document", "being read")
    READ = "read", pgettext_lazy("of a plan's document", "to be decided")
    REFUSED = "refused", pgettext_lazy("of a plan's document", "not read")
    ACCEPTED = "accepted", pgettext_lazy("of a plan's document", "accepted")
    UNDONE = "undone", pgettext_lazy("of a plan's document", "taken back")
    PUT_AWAY = "put_away", pgettext_lazy("of a plan's document", "put away")


AT_WORK = (ImportState.WAITING, ImportState.RUNNING)
HOLDING = (*AT_WORK, ImportState.READ)
"""Only these keep the document sealed; an accepted one keeps it as a file of the municipality, the others not at all."""


class PlanImportQuerySet(OwnQuerySet):
    def at_work(self) -> Self:
        return self.filter(state__in=AT_WORK)

    def shown(self) -> Self:
        return self.exclude(state=ImportState.PUT_AWAY).defer("file_sealed", "read_sealed").order_by("-asked_at", "-pk")


class PlanImport(models.Model):
    """
    `organisation` is the municipality whose plan it is to be. `read_sealed` is the document, the plan and what the checker found.

    `decisions` are kept as one goes (`Decisions`); `file` is the original, attached when the plan was accepted. A report that was booked on
    a plan which is kept already is `attached_to` it. `wrote` are the keys of the rows that are to be taken back one by one, by their kind.
    """

    id = key()
    organisation = recorded_by()
    year = models.PositiveSmallIntegerField(_("year"))
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    size = models.PositiveBigIntegerField(_("size, bytes"))
    sha256 = models.CharField("SHA-256", max_length=64)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("by whom"))
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    done_at = models.DateTimeField(_("ready at"), null=True, blank=True)
    state = models.CharField(pgettext_lazy("of a report", "state"), max_length=10, choices=ImportState, default=ImportState.WAITING)
    progress = models.PositiveSmallIntegerField(_("progress, %"), default=0, validators=[MaxValueValidator(DONE)])
    said = models.TextField(_("why it was not read"), blank=True)
    decisions = models.JSONField(_("what was decided"), default=dict)
    file = models.ForeignKey("registry.File", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("the file"))
    attached_to = models.ForeignKey(
        "planning.Plan", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("booked on the plan")
    )
    wrote = models.JSONField(_("rows that were written"), default=dict)
    file_sealed = models.BinaryField(_("the file"), null=True)
    read_sealed = models.BinaryField(_("what was read and found"), null=True)

    objects = PlanImportQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(
        S1="id organisation year name size sha256 asked_by asked_at done_at state progress said file attached_to wrote",
        S2="decisions file_sealed read_sealed",
    )

    class Meta:
        verbose_name = _("document of a plan")
        verbose_name_plural = _("documents of plans")
        constraints = [
            unique_with("organisation", name="plan_import_of_organisation"),
            Same("file", "organisation", name="plan_import_of_own_file"),
            Same("attached_to", "organisation", name="report_attached_to_own_plan"),
            models.CheckConstraint(
                name="plan_import_of_a_year",
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                violation_error_message=_("Write the year with four digits."),
            ),
            models.CheckConstraint(
                name="ended_plan_import_seals_nothing",
                condition=Q(state__in=HOLDING) | Q(file_sealed__isnull=True),
                violation_error_message=_("The document of an import that has ended is not kept twice. Choose the file once more."),
            ),
            models.CheckConstraint(
                name="read_plan_has_what_was_read",
                condition=~Q(state=ImportState.READ) | Q(read_sealed__isnull=False, file_sealed__isnull=False, done_at__isnull=False),
                violation_error_message=_("What was read is missing, so there is nothing to decide. Choose the file once more."),
            ),
            models.CheckConstraint(
                name="accepted_plan_keeps_its_original",
                condition=~Q(state=ImportState.ACCEPTED) | Q(file__isnull=False),
                violation_error_message=_("A plan that was accepted keeps the document it came from. Accept it once more."),
            ),
            models.CheckConstraint(
                name="plan_import_is_at_most_done",
                condition=Q(progress__lte=DONE),
                violation_error_message=_("Nothing is more than done. Choose the file once more."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_at_work(self) -> bool:
        return self.state in AT_WORK

    @property
    def is_stuck(self) -> bool:
        return self.is_at_work and self.asked_at < timezone.now() - STUCK

    @property
    def is_read(self) -> bool:
        return self.state == ImportState.READ

    def content(self) -> bytes | None:
        """The document; None when the import has ended, or where the key it was sealed with is gone."""
        return _opened(self, self.file_sealed, "file")

    def what_was_read(self) -> ReadPlan | None:
        content = _opened(self, self.read_sealed, "plan")
        return keeping.read(content) if content else None

    def put_what_was_read(self, read: ReadPlan) -> None:
        self.read_sealed = sealed(keeping.written(read), owner=self.organisation_id, row=self.pk, purpose="plan")

    def decided(self) -> Decisions:
        return Decisions.of(self.decisions)


def _opened(kept: PlanImport, stored: bytes | memoryview | None, purpose: str) -> bytes | None:
    return opened(bytes(stored), owner=kept.organisation_id, row=kept.pk, purpose=purpose) if stored else None


def bring(*, organisation: Organisation, year: int, name: str, content: bytes, by: User) -> PlanImport:
    """Ask for a document to be read: the job begins when the transaction is kept."""
    # The jobs know the imports, not the other way round.
    from procrastinate.contrib.django import app

    _refuse(organisation, content)
    kept = PlanImport(organisation=organisation, year=year, name=name[-LONGEST_NAME:], size=len(content), asked_by=by)
    kept.sha256 = hashlib.sha256(content).hexdigest()
    kept.file_sealed = sealed(content, owner=organisation.pk, row=kept.pk, purpose="file")
    with operation("importers.bring_plan", by=by, about=kept):
        kept.save(force_insert=True)
        app.configure_task("importers.read_plan", queue="checks").defer(plan=str(kept.pk), user=str(by.pk))
    return kept


def _refuse(organisation: Organisation, content: bytes) -> None:
    if not content:
        raise Empty
    if len(content) > LARGEST:
        raise TooLarge(MEGABYTES)
    if PlanImport.objects.filter(organisation=organisation, asked_at__gt=timezone.now() - STUCK).at_work().count() >= AT_ONCE:
        raise TooManyAtOnce


def decide(*, plan: PlanImport, by: User, change: Callable[[Decisions], None]) -> Decisions:
    """`change` adds to what was decided so far; two people who decide at the same time lose nothing of one another."""
    with operation("importers.decide_on_plan", by=by, about=plan):
        row = PlanImport.objects.select_for_update(of=("self",)).only("decisions", "state").get(pk=plan.pk)
        if row.state != ImportState.READ:
            raise DecidedAlready
        decisions = row.decided()
        change(decisions)
        _change(plan, decisions=decisions.as_kept())
    return decisions


def put_away(*, plan: PlanImport, by: User) -> None:
    """A document that is not to become a plan: its content and what was read of it are gone."""
    if plan.state not in (*HOLDING, ImportState.REFUSED):
        raise DecidedAlready
    with operation("importers.put_plan_away", by=by, about=plan):
        _change(plan, state=ImportState.PUT_AWAY, file_sealed=None, read_sealed=None, decisions={}, done_at=timezone.now())


def _change(plan: PlanImport, **what: Any) -> None:
    for name, value in what.items():
        setattr(plan, name, value)
    plan.save(update_fields=list(what))


def is_ready(plan: PlanImport, read: ReadPlan) -> bool:
    return plan.is_read and not open_doubts(read.plan, plan.decided())
