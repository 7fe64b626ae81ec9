"""A document that somebody dropped: how far its check is, what came out, and how long it stays."""

from __future__ import annotations

import hashlib
import uuid
from typing import Self

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.importers.checked_documents import results
from globa.importers.checked_documents.refusals import Empty, TooLarge, TooManyAtOnce
from globa.importers.checked_documents.results import Result
from globa.importers.checked_documents.sealing import opened, sealed
from globa.journal.keys import key
from globa.journal.operations import operation
from globa.journal.protection import Protection
from globa.journal.same import Same, unique_with
from globa.registry.accounts.users import User
from globa.vocabulary.sensitivity import classes

DONE = 100
MEGABYTES = 20
LARGEST = MEGABYTES * 1024 * 1024
AT_ONCE = 5
LONGEST_NAME = 200


class CheckState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    RUNNING = "running", pgettext_lazy("of a document", "being checked")
    DONE = "done", pgettext_lazy("of a document", "checked")
    REFUSED = "refused", pgettext_lazy("of a document", "not checked")


AT_WORK = (CheckState.WAITING, CheckState.RUNNING)


class CheckedDocumentQuerySet(models.QuerySet["CheckedDocument"]):
    def of(self, user: User) -> Self:
        return self.filter(user=user)

    def at_work(self) -> Self:
        return self.filter(state__in=AT_WORK)

    def newest_first(self) -> Self:
        return self.order_by("-asked_at", "-pk")

    def without_content(self) -> Self:
        return self.defer("file_sealed", "result_sealed")


class CheckedDocument(models.Model):
    """
    `file_sealed` is there until the check has ended, `result_sealed` from then on.

    `earlier` is the version of the same document that was checked before: its answers are carried over. `progress` is in percent.
    """

    id = key()
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="checked_documents", verbose_name=_("account"))
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    size = models.PositiveBigIntegerField(_("size, bytes"))
    sha256 = models.CharField("SHA-256", max_length=64)
    earlier = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="later", verbose_name=_("earlier version")
    )
    asked_at = models.DateTimeField(_("asked"), auto_now_add=True)
    done_at = models.DateTimeField(_("ready at"), null=True, blank=True)
    state = models.CharField(pgettext_lazy("of a report", "state"), max_length=10, choices=CheckState, default=CheckState.WAITING)
    progress = models.PositiveSmallIntegerField(_("progress, %"), default=0, validators=[MaxValueValidator(DONE)])
    said = models.TextField(_("why it was not checked"), blank=True)
    is_kept = models.BooleanField(_("kept until its owner says otherwise"), default=False)
    file_sealed = models.BinaryField(_("the file"), null=True)
    result_sealed = models.BinaryField(_("what was read and found"), null=True)
    contradictions = models.PositiveIntegerField(_("contradictions"), default=0)
    suspicious = models.PositiveIntegerField(_("to look at once more"), default=0)
    of_form = models.PositiveIntegerField(_("of form"), default=0)

    objects = CheckedDocumentQuerySet.as_manager()

    protection = Protection.OWN
    sensitivity = classes(
        S1="id user size sha256 earlier asked_at done_at state progress said is_kept contradictions suspicious of_form",
        S2="name",
        S3="file_sealed result_sealed",
    )

    class Meta:
        verbose_name = _("checked document")
        constraints = [
            unique_with("user", name="checked_document_of_account"),
            Same("earlier", "user", name="earlier_version_is_own"),
            models.CheckConstraint(
                name="ended_check_keeps_no_file",
                condition=Q(state__in=AT_WORK) | Q(file_sealed__isnull=True),
                violation_error_message=_("The file of a check that has ended is not kept. Drop it again to check it once more."),
            ),
            models.CheckConstraint(
                name="done_check_has_its_result",
                condition=~Q(state=CheckState.DONE) | Q(result_sealed__isnull=False, done_at__isnull=False),
                violation_error_message=_("What was found is missing, so the check is not ready. Drop the file again."),
            ),
            models.CheckConstraint(
                name="check_is_at_most_done",
                condition=Q(progress__lte=DONE),
                violation_error_message=_("Nothing is more than done. Drop the file again."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_at_work(self) -> bool:
        return self.state in AT_WORK

    @property
    def found(self) -> int:
        return self.contradictions + self.suspicious + self.of_form

    def file(self) -> bytes | None:
        """None when the check has ended, or where the key it was sealed with is gone."""
        return _opened(self, self.file_sealed, "file")

    def result(self) -> Result | None:
        content = _opened(self, self.result_sealed, "result")
        return results.read(content) if content else None

    def put_result(self, result: Result) -> None:
        self.result_sealed = sealed(results.written(result), owner=self.user_id, row=self.pk, purpose="result")


def _opened(document: CheckedDocument, stored: bytes | memoryview | None, purpose: str) -> bytes | None:
    return opened(bytes(stored), owner=document.user_id, row=document.pk, purpose=purpose) if stored else None


def drop(*, name: str, content: bytes, by: User, earlier: CheckedDocument | None = None) -> CheckedDocument:
    """Ask for a check: the job begins when the transaction is kept. `earlier` is the version before, by default one of the same name."""
    # The jobs know the documents, not the other way round.
    from procrastinate.contrib.django import app

    _refuse(content, by)
    own = CheckedDocument.objects.of(by)
    earlier = earlier or own.filter(name=name[-LONGEST_NAME:], state=CheckState.DONE).without_content().newest_first().first()
    document = CheckedDocument(user=by, name=name[-LONGEST_NAME:], size=len(content), earlier=earlier)
    document.sha256 = hashlib.sha256(content).hexdigest()
    document.file_sealed = sealed(content, owner=document.user_id, row=document.pk, purpose="file")
    with operation("importers.check_document", by=by, about=document):
        document.save(force_insert=True)
        app.configure_task("importers.check_document", queue="checks").defer(document=str(document.pk), user=str(by.pk))
    return document


def _refuse(content: bytes, by: User) -> None:
    if not content:
        raise Empty
    if len(content) > LARGEST:
        raise TooLarge(MEGABYTES)
    if CheckedDocument.objects.of(by).at_work().count() >= AT_ONCE:
        raise TooManyAtOnce


def keep(*, document: CheckedDocument, by: User) -> None:
    """What was read and found stays until the owner says otherwise; the file itself is gone all the same."""
    with operation("importers.keep_checked_document", by=by, about=document):
        _change(document, is_kept=True)


def keep_no_longer(*, document: CheckedDocument, by: User) -> None:
    """From now on it goes as any other; its days begin anew, so that it is not gone within the hour."""
    with operation("importers.keep_checked_document_no_longer", by=by, about=document):
        _change(document, is_kept=False, done_at=timezone.now())


def forget(*, document: CheckedDocument, by: User) -> None:
    """Everything of it, at once: what was read, what was found, what was answered."""
    with operation("importers.forget_checked_document", by=by, about=document):
        CheckedDocument.objects.of(by).filter(pk=document.pk).delete()


def _change(document: CheckedDocument, **what: object) -> None:
    for name, value in what.items():
        setattr(document, name, value)
    document.save(update_fields=list(what))


def own(user: User, pk: uuid.UUID) -> CheckedDocument | None:
    return CheckedDocument.objects.of(user).filter(pk=pk).first()
