"""
Letters that lead somebody to a page, and say nothing else: a mailbox is not ours to protect.

A letter is a row of the transaction it belongs to, and the job that sends it lies in the same transaction: what was rolled
back is not told, and what was kept is told once.
"""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import models
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from globa.journal.keys import key
from globa.journal.protection import Protection
from globa.registry.accounts.links import password_link
from globa.registry.accounts.users import User
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message

JOB = "registry.send_letter"
PAGE = r"^(/[a-z0-9-]+)*/$"


class Kind(models.TextChoices):
    """What a letter is about, in words that fit anybody."""

    INVITATION = "invitation", _("invitation")
    PASSWORD = "password", _("new password")
    REVIEW = "review", _("something to be reviewed")
    CONSENT = "consent", _("something to be confirmed")
    READY = "ready", _("something is ready")


SUBJECTS = {
    Kind.INVITATION: message("Globa: your account"),
    Kind.PASSWORD: message("Globa: new password"),
    Kind.REVIEW: message("Globa: to be reviewed"),
    Kind.CONSENT: message("Globa: to be confirmed"),
    Kind.READY: message("Globa: ready"),
}
SENTENCES = {
    Kind.INVITATION: message("An account in Globa has been made for you. Choose its password here; the address works once, for 24 hours:"),
    Kind.PASSWORD: message(
        "Somebody asked for a new password for your account. If it was you, choose it here; the address works once, for 24 "
        "hours. If it was not you, do nothing: the password stays as it is."
    ),
    Kind.REVIEW: message("Something in Globa waits for your review:"),
    Kind.CONSENT: message("Something in Globa waits for you to confirm it:"),
    Kind.READY: message("What you asked Globa for is ready:"),
}
CHOOSES_PASSWORD = (Kind.INVITATION, Kind.PASSWORD)


class LetterQuerySet(models.QuerySet["Letter"]):
    def unsent(self) -> LetterQuerySet:
        return self.filter(sent_at=None)


class Letter(models.Model):
    """A letter to somebody who signs in here. A link for choosing a password is made when it is sent, and kept nowhere."""

    id = key()
    to = models.ForeignKey(User, on_delete=models.PROTECT, related_name="letters", verbose_name=_("to"))
    kind = models.CharField(_("about"), max_length=20, choices=Kind)
    page = models.CharField(_("leads to"), max_length=200, blank=True)
    asked_at = models.DateTimeField(_("written"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True)

    objects = LetterQuerySet.as_manager()

    protection = Protection.ACCOUNT
    sensitivity = classes(S1="id to kind page asked_at sent_at")

    class Meta:
        verbose_name = _("letter")
        constraints = [
            models.CheckConstraint(
                name="letter_leads_to_a_page_by_its_key",
                condition=Q(page="", kind__in=CHOOSES_PASSWORD) | (~Q(kind__in=CHOOSES_PASSWORD) & Q(page__regex=PAGE)),
                violation_error_message=_(
                    "A letter leads to a page of Globa and says nothing else: no question and no number of a person may "
                    "stand in its address."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.asked_at:%Y-%m-%d %H:%M}"

    @property
    def link(self) -> str:
        return password_link(self.to) if self.kind in CHOOSES_PASSWORD else f"{settings.GLOBA_ADDRESS}{self.page}"


def send_letter(*, to: User, kind: Kind, page: str = "") -> Letter:
    """
    Write a letter inside the caller's transaction; the worker sends it when that is kept.

    It changes no record and is no operation of its own: it follows from one, or from somebody who forgot a password
    and is not signed in.
    """
    # The jobs know the letters, not the other way round.
    from procrastinate.contrib.django import app

    letter = Letter.objects.create(to=to, kind=kind, page=page)
    app.configure_task(JOB, queue="letters").defer(letter=str(letter.pk))
    return letter


def written(letter: Letter) -> EmailMessage:
    """Return it in the language of whoever gets it. Its number is the letter's, so that a mailbox can tell a second copy."""
    with translation.override(letter.to.language):
        subject, sentence = gettext(SUBJECTS[Kind(letter.kind)]), gettext(SENTENCES[Kind(letter.kind)])
    return EmailMessage(
        subject=subject,
        body=f"{sentence}\n\n{letter.link}\n\nGloba, {settings.GLOBA_ADDRESS}\n",
        to=[letter.to.email],
        headers={"Message-ID": f"<{letter.pk}@globa>", "Auto-Submitted": "auto-generated"},
    )
