"""What a carer and the centre write to one another: kept, in order, and never changed."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from globa.journal.concerns import by_name
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.registry.access import OwnQuerySet
from globa.registry.accounts.users import User
from globa.registry.letters import Kind, send_letter
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.people import Person
from globa.vocabulary.sensitivity import classes

LONGEST = 3000
models.TextField.register_lookup(Length)


class MessageQuerySet(OwnQuerySet):
    def of(self, carer: Person) -> MessageQuerySet:
        return self.filter(carer=carer).order_by("written_at", "pk")

    def waiting(self) -> MessageQuerySet:
        """Of carers, after which nothing was answered to them."""
        answered = self.model._base_manager.filter(
            carer=OuterRef("carer"), organisation=OuterRef("organisation"), is_answer=True, written_at__gt=OuterRef("written_at")
        )
        return self.filter(~Exists(answered), is_answer=False)


@tracked
class Message(models.Model):
    """One message of a carer, or an answer of the centre to her."""

    id = key()
    organisation = recorded_by()
    carer = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="messages", verbose_name=_("carer"))
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("written by"))
    is_answer = models.BooleanField(_("answer of the centre"), default=False)
    letter = models.TextField(_("message"))
    written_at = models.DateTimeField(_("written at"), default=timezone.now, editable=False)

    objects = MessageQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_name("carer")
    sensitivity = classes(S1="id organisation author is_answer written_at", S2="carer letter")

    class Meta:
        verbose_name = _("message of a carer")
        indexes = [models.Index(fields=["carer", "written_at"], name="messages_of_carer")]
        constraints = [
            models.CheckConstraint(
                name="message_is_of_a_readable_length",
                condition=Q(letter__length__gt=0, letter__length__lte=LONGEST),
                violation_error_message=_("Write something, and 3000 letters at most."),
            ),
        ]
        triggers = [
            refuses(
                "message_is_written_by_the_carer",
                "NOT NEW.is_answer AND NOT EXISTS"
                " (SELECT 1 FROM registry_user u WHERE u.id = NEW.author_id AND u.person_id = NEW.carer_id)",
                _("A message of a carer is written by the carer's own account."),
            ),
            refuses(
                "message_stays_as_written",
                "TG_OP = 'UPDATE'",
                _("What was written stays as it was. Write another message."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.carer_id} {self.written_at:%Y-%m-%d %H:%M}"


def write(*, organisation: Organisation, letter: str, by: User, tell: Iterable[User] = ()) -> Message:
    """A carer writes to the centre; whoever is told gets a letter that says that something waits, and nothing else."""
    assert by.person is not None
    made = Message(organisation=organisation, carer=by.person, author=by, letter=letter.strip())
    with operation("casework.write_message", by=by, about=made):
        made.save(force_insert=True)
        for user in tell:
            send_letter(to=user, kind=Kind.REVIEW, page="/carers/")
    return made


def reply(*, organisation: Organisation, carer: Person, letter: str, by: User) -> Message:
    made = Message(organisation=organisation, carer=carer, author=by, is_answer=True, letter=letter.strip())
    with operation("casework.answer_message", by=by, about=made):
        made.save(force_insert=True)
    return made
