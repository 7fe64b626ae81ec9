"""A paper: numbered, dated, issued and signed by somebody. What it decides is recorded where it is about."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.concerns import by_file
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import Same, unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import classes


class PaperKind(models.TextChoices):
    CONCLUSION = "conclusion", _("conclusion")
    RECOMMENDATION = "recommendation", _("recommendation")
    ASSESSMENT_WITH_PLAN = "assessment_with_plan", _("needs assessment with support plan")
    ATTESTATION = "attestation", _("attestation")
    MUNICIPAL_ACT = "municipal_act", _("municipal act")
    COURT_RULING = "court_ruling", _("court ruling")
    COUNCIL_DECISION = "council_decision", _("council decision")
    CONTRACT = "contract", _("contract")
    OTHER = "other", _("other")


@tracked
class Paper(models.Model):
    id = key()
    organisation = recorded_by()
    kind = models.CharField(_("kind"), max_length=30, choices=PaperKind)
    number = models.CharField(_("number"), max_length=40, blank=True)
    issued_on = models.DateField(_("date"))
    issuer = models.CharField(_("issued by"), max_length=200, blank=True)
    signed_by = models.ForeignKey(
        "registry.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signed by")
    )
    person = models.ForeignKey(
        "registry.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="papers", verbose_name=_("about")
    )
    file = models.ForeignKey(
        "registry.File", on_delete=models.PROTECT, null=True, blank=True, related_name="papers", verbose_name=_("file")
    )

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_file("person")
    sensitivity = classes(S1="id organisation kind number issued_on issuer signed_by", S2="person file")

    class Meta:
        verbose_name = _("paper")
        ordering = ["-issued_on"]
        constraints = [
            unique_with("organisation", name="paper_of_organisation"),
            Same("file", "organisation", name="paper_has_own_file"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}".strip()


def keep_paper(*, organisation: Organisation, kind: PaperKind, number: str, on: date, by: Actor | None, issuer: str = "") -> Paper:
    """A paper that proves something and is about nobody; one that decides something is kept by what it decides."""
    paper = Paper(organisation=organisation, kind=kind, number=number.strip(), issued_on=on, issuer=issuer.strip())
    with operation("registry.keep_paper", by=by, about=paper):
        paper.save(force_insert=True)
    return paper
