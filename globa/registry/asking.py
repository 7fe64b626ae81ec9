"""
Asking for a file that another institution keeps: who asks, why and until when. The other side opens it with an end, or refuses.

Two tables, for two walls: the asker's row says nowhere who keeps the file, and the keeper's row is read by the keeper alone.
Functions of the database carry what one side does over to the other (globa/config/database/asking.sql).
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db import connection, models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from globa.journal.concerns import by_name
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import operation
from globa.journal.protection import Protection
from globa.registry.access import OwnQuerySet
from globa.registry.accounts.users import User
from globa.registry.involvement import Purpose
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message

SHORTEST_REASON = 20
LONGEST_DAYS = 366
models.TextField.register_lookup(Length)


class NobodyKeepsIt(Refusal):
    def __init__(self) -> None:
        super().__init__(message("No other institution keeps an open file on a person with this personal code, so there is nobody to ask."))


class AskingQuerySet(OwnQuerySet):
    def waiting(self) -> AskingQuerySet:
        return self.filter(answered_on=None, withdrawn_on=None)

    def newest_first(self) -> AskingQuerySet:
        return self.order_by("-asked_on", "-pk")


class Asking(models.Model):
    """What both sides see of one question."""

    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("who asks"))
    asked_on = models.DateField(_("asked"), default=today)
    purpose = models.CharField(_("for"), max_length=20, choices=Purpose)
    needed_for = models.TextField(_("why"))
    until = models.DateField(_("open until"))
    withdrawn_on = models.DateField(_("withdrawn"), null=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("who answered"))
    answered_on = models.DateField(_("answered"), null=True)
    is_opened = models.BooleanField(_("was opened"), null=True)
    given_answer = models.TextField(_("answer"), blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.asked_on} {self.purpose}"

    @property
    def is_waiting(self) -> bool:
        return self.answered_on is None and self.withdrawn_on is None


def _constraints(of: str) -> list[models.BaseConstraint]:
    return [
        models.CheckConstraint(
            name=f"{of}_says_why",
            condition=Q(needed_for__length__gte=SHORTEST_REASON),
            violation_error_message=_("Say in at least 20 letters what for: whoever answers knows nothing of it yet."),
        ),
        models.CheckConstraint(
            name=f"{of}_ends_within_a_year",
            condition=Q(until__gt=F("asked_on"), until__lte=F("asked_on") + timedelta(days=LONGEST_DAYS)),
            violation_error_message=_("A file is opened until a day that comes, a year at the longest."),
        ),
        models.CheckConstraint(
            name=f"{of}_answer_is_whole",
            condition=Q(answered_on=None, answered_by=None, is_opened=None)
            | (
                Q(answered_on__isnull=False, answered_by__isnull=False, is_opened__isnull=False) & (Q(is_opened=True) | ~Q(given_answer=""))
            ),
            violation_error_message=_("An answer says who gave it; a refusal says why."),
        ),
    ]


@tracked
class FileRequest(Asking):
    """The asker's side. `person` is empty until the file was opened: before, the asker knows no more than what they typed."""

    id = key()
    organisation = recorded_by()
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("person"))

    objects = AskingQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_name("person")
    sensitivity = classes(
        S1="id organisation asked_by asked_on purpose until withdrawn_on answered_by answered_on is_opened",
        S2="person", S3="needed_for given_answer",
    )  # fmt: skip

    class Meta:
        verbose_name = _("request for a file")
        constraints = _constraints("file_request")


@tracked
class FileQuestion(Asking):
    """The keeper's side, with the person it is about and who asks from where."""

    id = key()
    organisation = recorded_by()
    request = models.UUIDField(_("request"), unique=True, editable=False)
    asker = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", verbose_name=_("which institution asks"))
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("person"))

    objects = AskingQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_name("person")
    sensitivity = classes(
        S1="id organisation request asker asked_by asked_on purpose until withdrawn_on answered_by answered_on is_opened",
        S2="person", S3="needed_for given_answer",
    )  # fmt: skip

    class Meta:
        verbose_name = _("another institution's question about a file")
        constraints = _constraints("file_question")


def ask(*, organisation: Organisation, code_lookup: str, purpose: str, why: str, until: date, by: User) -> FileRequest:
    """`code_lookup` is the keyed form of the whole personal code: of a name alone nothing is told, so nothing is asked by one."""
    made = FileRequest(organisation=organisation, asked_by=by, purpose=purpose, needed_for=why.strip(), until=until)
    with operation("registry.ask_for_file", by=by, about=made, reason=why.strip()):
        made.save(force_insert=True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT globa_put_question(%s, %s)", [made.pk, code_lookup])
            if not cursor.fetchone()[0]:
                raise NobodyKeepsIt
    return made


def withdraw(*, request: FileRequest, by: User) -> None:
    """Before it was answered; the other side sees it too."""
    with operation("registry.withdraw_request", by=by, about=request):
        request.withdrawn_on = today()
        request.save(update_fields=["withdrawn_on"])


def answer(*, question: FileQuestion, is_opened: bool, words: str, by: User) -> None:
    """Opened, the asker's institution has a file of its own from today, which ends by itself on the day that was asked for."""
    with operation("registry.answer_request", by=by, about=question, reason=words.strip()):
        question.answered_by, question.answered_on = by, today()
        question.is_opened, question.given_answer = is_opened, words.strip()
        question.save(update_fields=["answered_by", "answered_on", "is_opened", "given_answer"])
