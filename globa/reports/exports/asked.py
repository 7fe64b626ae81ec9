"""An export that somebody asked for: how far it is, and the finished file, which waits for whoever asked."""

from __future__ import annotations

from typing import Self

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.journal.keys import key
from globa.journal.operations import operation
from globa.journal.protection import Protection
from globa.journal.same import Same
from globa.registry.access import OwnQuerySet
from globa.registry.accounts.users import User
from globa.registry.ownership import recorded_by
from globa.reports.exports.formats import Format
from globa.reports.keeping.reports import Report
from globa.vocabulary.sensitivity import classes

COUNTED, DONE = 40, 100


class ExportState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("being made")
    READY = "ready", _("ready")
    REFUSED = "refused", _("not made")
    DELETED = "deleted", _("deleted")


class ExportQuerySet(OwnQuerySet):
    def of(self, user: User) -> Self:
        """Only the asker's own, and only while the asker may see the report's organisation."""
        return self.visible_to(user).filter(asked_by=user)

    def newest_first(self) -> Self:
        return self.order_by("-asked_at")


class Export(models.Model):
    """`progress` is in percent. `said` is why it was not made. The file of a ready one is deleted when it is old: see forgetting."""

    id = key()
    organisation = recorded_by()
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="exports", verbose_name=_("report"))
    format = models.CharField(_("kind of file"), max_length=10, choices=Format)
    asked_by = models.ForeignKey("registry.User", on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked_at = models.DateTimeField(_("asked"), auto_now_add=True)
    state = models.CharField(pgettext_lazy("of a report", "state"), max_length=10, choices=ExportState, default=ExportState.WAITING)
    progress = models.PositiveSmallIntegerField(_("progress, %"), default=0, validators=[MaxValueValidator(DONE)])
    said = models.TextField(_("why it was not made"), blank=True)
    file = models.ForeignKey("registry.File", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("file"))

    objects = ExportQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation report format asked_by asked_at state progress said file")

    class Meta:
        verbose_name = _("export of a report")
        constraints = [
            Same("report", "organisation", name="export_of_own_report"),
            Same("file", "organisation", name="export_is_own_file"),
            models.CheckConstraint(
                name="ready_export_has_its_file",
                condition=~Q(state=ExportState.READY) | Q(file__isnull=False),
                violation_error_message=_("The file is missing, so the export is not ready. Ask for it again."),
            ),
            models.CheckConstraint(
                name="export_is_at_most_done",
                condition=Q(progress__lte=DONE),
                violation_error_message=_("Nothing is more than done. Ask for the export again."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report} {self.format}"

    @property
    def is_at_work(self) -> bool:
        return self.state in (ExportState.WAITING, ExportState.RUNNING)


def ask(*, report: Report, format: Format | str, by: User) -> Export:
    """Ask for a file: the job that makes it begins when the transaction is kept, and never when it is not."""
    # The jobs know the exports, not the other way round.
    from procrastinate.contrib.django import app

    export = Export(organisation_id=report.organisation_id, report=report, format=Format(format), asked_by=by)
    with operation("reports.export", by=by, about=export):
        export.save(force_insert=True)
        app.configure_task("reports.export", queue="reports").defer(export=str(export.pk), user=str(by.pk))
    return export
