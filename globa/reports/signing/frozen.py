"""What a signature holds for ever: the content, its figures with the rows behind them, and which version of which record."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.keys import key
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same
from globa.registry.access import OwnQuerySet
from globa.registry.ownership import recorded_by
from globa.reports.keeping.reports import Report
from globa.vocabulary.sensitivity import classes

UNCHANGING = _("What was signed is never changed. Make a correction: it becomes a new version beside the signed one.")


def never_changes(name: str) -> list[pgtrigger.Trigger]:
    """Refuse every change and removal of a row, whoever asks."""
    return [refuses(f"{name}_never_changes", "true", UNCHANGING, on=pgtrigger.Update | pgtrigger.Delete)]


class SignedContent(models.Model):
    """The document as it was read, as canonical text; `fingerprint` is its SHA-256."""

    id = key()
    organisation = recorded_by()
    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="content")
    document = models.TextField(_("content"))
    fingerprint = models.CharField(_("fingerprint"), max_length=64, db_index=True)
    catalogue = models.CharField(_("version of the declarations"), max_length=64)
    frozen_at = models.DateTimeField(_("frozen"), auto_now_add=True)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation report document fingerprint catalogue frozen_at")

    class Meta:
        verbose_name = _("signed content")
        constraints = [
            Same("report", "organisation", name="content_of_own_report"),
            models.CheckConstraint(
                name="fingerprint_is_a_hash",
                condition=Q(fingerprint__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("The fingerprint is not one. Sign again; if it stays so, tell the administrator."),
            ),
        ]
        triggers = never_changes("signed_content")

    def __str__(self) -> str:
        return self.fingerprint[:16]


class SignedFigure(models.Model):
    """
    One figure with the rows it was counted from: `evidence` is a list of fact rows, without names.

    Of a ratio `evidence` are the rows of the first number and `evidence_to` those of the second.
    """

    id = key()
    organisation = recorded_by()
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="figures")
    figure = models.CharField(_("figure"), max_length=200)
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=4, null=True)
    definition = models.CharField(_("fingerprint of its definition"), max_length=64)
    means = models.TextField(_("its definition in words"))
    evidence = models.JSONField(_("rows behind it"), default=list)
    evidence_to = models.JSONField(_("rows of the whole"), default=list)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation report figure value definition means", S2="evidence evidence_to")

    class Meta:
        verbose_name = _("signed figure")
        constraints = [
            Same("report", "organisation", name="figure_of_own_report"),
            models.UniqueConstraint(fields=["report", "figure"], name="figure_is_signed_once", violation_error_message=UNCHANGING),
        ]
        triggers = never_changes("signed_figure")

    def __str__(self) -> str:
        return f"{self.report_id}: {self.figure}"


class SignedRecord(models.Model):
    """A record that the report rests on, and its version (the number of the history row) when it was signed."""

    id = key()
    organisation = recorded_by()
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="records")
    record = models.CharField(_("record"), max_length=100, db_index=True)
    version = models.PositiveBigIntegerField(_("version"), null=True)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation report record version")

    class Meta:
        verbose_name = _("record of a signed report")
        constraints = [
            Same("report", "organisation", name="record_of_own_report"),
            models.UniqueConstraint(fields=["report", "record"], name="record_is_signed_once", violation_error_message=UNCHANGING),
        ]
        triggers = never_changes("signed_record")

    def __str__(self) -> str:
        return self.record


class Signature(models.Model):
    """Who signed which content, in which post, when."""

    id = key()
    organisation = recorded_by()
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="signatures")
    user = models.ForeignKey("registry.User", on_delete=models.PROTECT, related_name="signatures", verbose_name=_("signed by"))
    name = models.CharField(_("name as signed"), max_length=150)
    post = models.CharField(_("post"), max_length=40)
    fingerprint = models.CharField(_("of the content"), max_length=64)
    signed_at = models.DateTimeField(_("signed"), auto_now_add=True)

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation report user name post fingerprint signed_at")

    class Meta:
        verbose_name = _("signature")
        ordering = ["signed_at"]
        constraints = [
            Same("report", "organisation", name="signature_of_own_report"),
            models.UniqueConstraint(
                fields=["report", "user"], name="signs_once", violation_error_message=_("You have signed this report already.")
            ),
        ]
        triggers = [
            *never_changes("signature"),
            refuses(
                "signature_is_of_the_frozen_content",
                "NOT EXISTS (SELECT 1 FROM reports_signedcontent c WHERE c.report_id = NEW.report_id AND c.fingerprint = NEW.fingerprint)",
                _("The content is not the one that was frozen for signing. Open the report again."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.signed_at:%Y-%m-%d}"


class Approval(models.Model):
    """The council's decision on a submitted report, and the file that was signed outside."""

    id = key()
    organisation = recorded_by()
    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="approval")
    decision_number = models.CharField(_("number of the decision"), max_length=40)
    decided_on = models.DateField(_("date of the decision"))
    registered_number = models.CharField(_("registered number of the report"), max_length=40, blank=True)
    file = models.ForeignKey(
        "registry.File", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signed file")
    )

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation report decision_number decided_on registered_number file")

    class Meta:
        verbose_name = _("approval")
        constraints = [
            Same("report", "organisation", name="approval_of_own_report"),
            Same("file", "organisation", name="approval_with_own_file"),
            models.CheckConstraint(
                name="approval_names_the_decision",
                condition=~Q(decision_number=""),
                violation_error_message=_("Give the number of the decision."),
            ),
        ]
        triggers = never_changes("approval")

    def __str__(self) -> str:
        return f"{self.decision_number}, {self.decided_on}"
