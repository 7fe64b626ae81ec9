"""What somebody decided of a sentence that may tell who a person is, before a report on a plan leaves for everybody."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import Same
from globa.publication.telling import told_in
from globa.registry.access import OwnQuerySet
from globa.registry.ownership import recorded_by
from globa.reports.keeping.reports import Report
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message


class StillTells(Refusal):
    at = "text"

    def __init__(self) -> None:
        super().__init__(message("It still holds something by which somebody may be recognised. Write it without, or strike the sentence."))


class Does(models.TextChoices):
    STRIKE = "strike", _("the sentence is struck")
    CHANGE = "change", _("it is written otherwise")
    KEEP = "keep", _("it stays: it tells of no person who is to be protected")


@tracked
class PublicSentence(models.Model):
    """`said` is the fingerprint of the sentence as it was signed; its words are kept nowhere else. `text` takes its place."""

    id = key()
    organisation = recorded_by()
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="public_sentences", verbose_name=_("report"))
    said = models.CharField(_("fingerprint of the sentence"), max_length=64)
    does = models.CharField(_("what becomes of it"), max_length=10, choices=Does)
    text = models.TextField(_("the sentence for everybody"), blank=True)
    reason = models.TextField(_("why it stays"), blank=True)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation report said does text reason")

    class Meta:
        verbose_name = _("sentence of a public report")
        constraints = [
            Same("report", "organisation", name="public_sentence_of_own_report"),
            models.UniqueConstraint(
                fields=["report", "said"],
                name="public_sentence_once",
                violation_error_message=_("Somebody else answered this at the same moment. Open the page again."),
            ),
            models.CheckConstraint(
                name="changed_sentence_has_words",
                condition=~Q(does=Does.CHANGE) | Q(text__regex=r"\S"),
                violation_error_message=_("Write the sentence as everybody may read it."),
            ),
            models.CheckConstraint(
                name="kept_sentence_has_a_reason",
                condition=~Q(does=Does.KEEP) | Q(reason__regex=r"\S"),
                violation_error_message=_("Write why it may stay: whose name it is, or that it is nobody's."),
            ),
        ]

    def __str__(self) -> str:
        return self.said[:16]


def said_by(sentence: str) -> str:
    return sha256(sentence.encode()).hexdigest()


def decide(
    *, report: Report, said: str, does: Does | str, by: Actor | None, text: str = "", reason: str = "", also: Sequence[str] = ()
) -> PublicSentence:
    """Decide of one sentence, and of those that say the same; a later decision takes its place, and it stays in the history."""
    if does == Does.CHANGE and told_in([text.strip()]):
        raise StillTells
    with operation("publication.decide_a_sentence", by=by, about=report):
        made, *_others = [_keep(report, one, Does(does), text.strip(), reason.strip()) for one in (said, *also)]
    return made


def _keep(report: Report, said: str, does: Does, text: str, reason: str) -> PublicSentence:
    found = PublicSentence.objects.filter(report=report, said=said).first()
    row = found or PublicSentence(organisation_id=report.organisation_id, report=report, said=said)
    row.does, row.text, row.reason = does, text, reason
    row.save()
    return row
