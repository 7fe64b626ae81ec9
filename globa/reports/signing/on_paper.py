"""Members of a working group who have no account sign the printed report: the paper is kept beside the signatures that were given here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from globa.journal.keys import key
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same
from globa.planning.plans.parts import says_something
from globa.registry.access import OwnQuerySet
from globa.registry.files import File
from globa.registry.ownership import recorded_by
from globa.reports.implementation.group import GroupMember
from globa.reports.keeping.reports import Report
from globa.reports.signing.frozen import SignedContent, never_changes
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message

OF_THE_GROUP = (
    "SELECT 1 FROM reports_groupmember m JOIN reports_workinggroup g ON g.id = m.group_id WHERE m.id = NEW.member_id"
    " AND g.report_id = NEW.report_id AND m.withdrawn_on IS NULL AND m.absent_because = '' AND m.user_id IS NULL"
)


class NothingToSignOnPaper(Refusal):
    def __init__(self) -> None:
        super().__init__(
            message(
                "A paper is signed of what no longer changes, and nobody has signed the report here yet. "
                "The first signature here freezes it; print it then, and let the others sign."
            )
        )


class PaperSignature(models.Model):
    """That a member signed the printed report: the paper's number and day, and the scanned paper itself."""

    id = key()
    organisation = recorded_by()
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="papers", verbose_name=_("report"))
    member = models.OneToOneField(GroupMember, on_delete=models.PROTECT, related_name="paper", verbose_name=_("member"))
    name = models.CharField(_("name as signed"), max_length=150)
    post = models.CharField(_("part in the group"), max_length=40)
    number = models.CharField(_("number of the paper"), max_length=40)
    signed_on = models.DateField(_("day of the paper"))
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+", verbose_name=_("scanned paper"))
    fingerprint = models.CharField(_("of the content"), max_length=64)
    recorded_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation report member name post number signed_on file fingerprint recorded_at")

    class Meta:
        verbose_name = _("signature on paper")
        ordering = ["recorded_at", "pk"]
        constraints = [
            Same("report", "organisation", name="paper_of_own_report"),
            Same("file", "organisation", name="paper_is_own_file"),
            says_something("number", "signed_paper_has_a_number", _("Write the number of the paper, as the office's register has it.")),
        ]
        triggers = [
            *never_changes("signature_on_paper"),
            refuses(
                "paper_is_of_the_frozen_content",
                "NOT EXISTS (SELECT 1 FROM reports_signedcontent c WHERE c.report_id = NEW.report_id AND c.fingerprint = NEW.fingerprint)",
                _("The content is not the one that was frozen for signing. Open the report again."),
            ),
            refuses(
                "who_signs_on_paper_sat_and_has_no_account",
                f"NOT EXISTS ({OF_THE_GROUP})",
                _("A paper is signed by members who were at the sitting and have no account. Whoever has one signs here."),
            ),
            refuses(
                "paper_is_not_before_the_sitting",
                "EXISTS (SELECT 1 FROM reports_workinggroup g WHERE g.report_id = NEW.report_id AND g.sat_on > NEW.signed_on)",
                _("The paper is of an earlier day than the sitting. Compare the two days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.number}"


def keep_paper(report: Report, members: Sequence[GroupMember], number: str, day: date, file: File) -> None:
    """Keep one paper that some members signed. Runs inside the operation of `sign_on_paper`."""
    content = SignedContent.objects.filter(report=report).first()
    if content is None:
        raise NothingToSignOnPaper
    for member in members:
        PaperSignature.objects.create(
            organisation_id=report.organisation_id, report=report, member=member, name=member.name, post=member.part,
            number=number.strip(), signed_on=day, file=file, fingerprint=content.fingerprint,
        )  # fmt: skip
