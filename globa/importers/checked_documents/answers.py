"""What the owner says to a finding: an error to mend, or right as it is, with the reason."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.importers.checked_documents.documents import CheckedDocument
from globa.importers.checked_documents.refusals import NotFoundThere
from globa.journal.keys import key
from globa.journal.operations import operation
from globa.journal.protection import Protection
from globa.journal.same import Same
from globa.registry.accounts.users import User
from globa.vocabulary.sensitivity import classes


class Says(models.TextChoices):
    ACCEPTED = "accepted", pgettext_lazy("of a finding", "an error, to be mended")
    WAIVED = "waived", pgettext_lazy("of a finding", "right as it is")


class Answer(models.Model):
    """
    `finding` is the finding's stable id, by which the answer is carried over to the next version of the document.

    `answered_at` stays the day on which it was given first; `is_carried` says that it was given to an earlier version.
    """

    id = key()
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", verbose_name=_("account"))
    document = models.ForeignKey(CheckedDocument, on_delete=models.CASCADE, related_name="answers", verbose_name=_("document"))
    finding = models.CharField(_("finding"), max_length=200)
    says = models.CharField(_("answer"), max_length=10, choices=Says)
    reason = models.TextField(_("why"), blank=True)
    answered_at = models.DateTimeField(_("answered at"), default=timezone.now)
    is_carried = models.BooleanField(_("given to an earlier version"), default=False)

    protection = Protection.OWN
    sensitivity = classes(S1="id user document finding says answered_at is_carried", S3="reason")

    class Meta:
        verbose_name = _("answer to a finding")
        constraints = [
            Same("document", "user", name="answer_to_own_document"),
            models.UniqueConstraint(
                fields=["document", "finding"],
                name="finding_is_answered_once",
                violation_error_message=_("This finding is answered already. Change that answer."),
            ),
            models.CheckConstraint(
                name="right_as_it_is_for_a_reason",
                condition=~Q(says=Says.WAIVED) | Q(reason__regex=r"\S"),
                violation_error_message=_("Say why it is right as it is: the protocol prints the reason beside what was found."),
            ),
        ]

    def __str__(self) -> str:
        return self.says


def answer(*, document: CheckedDocument, finding: str, says: Says | str, reason: str = "", by: User) -> Answer:
    """Answer, or answer anew. What is said stands in the protocol; the reason is in no operation, for it may quote the document."""
    result = document.result()
    if result is None or result.finding(finding) is None:
        raise NotFoundThere
    with operation("importers.answer_finding", by=by, about=document):
        return Answer.objects.update_or_create(
            document=document,
            finding=finding,
            defaults={"user": by, "says": Says(says), "reason": reason.strip(), "answered_at": timezone.now(), "is_carried": False},
        )[0]


def take_back(*, document: CheckedDocument, finding: str, by: User) -> None:
    with operation("importers.take_answer_back", by=by, about=document):
        Answer.objects.filter(document=document, finding=finding).delete()


def carry_over(document: CheckedDocument, findings: set[str]) -> int:
    """Answers of the earlier version to what is still found; return how many. Called inside the operation of the check."""
    if document.earlier_id is None:
        return 0
    before = Answer.objects.filter(document=document.earlier_id, finding__in=findings)
    carried = [
        Answer(
            user_id=document.user_id, document=document, finding=one.finding, says=one.says, reason=one.reason,
            answered_at=one.answered_at, is_carried=True,
        )
        for one in before
    ]  # fmt: skip
    return len(Answer.objects.bulk_create(carried))
