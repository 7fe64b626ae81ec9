"""Enquiries: somebody asks the centre how to help a child, by its public page, by telephone or at its door."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.casework.recruitment.subjects import LONGEST, About, Channel, Outcome
from globa.journal.concerns import by_name
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.accounts.users import User
from globa.registry.norms import Norm
from globa.registry.numbers import next_numbers, number_field, shown
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.people import Person
from globa.vocabulary.calendar import after_working_days, months_after, today
from globa.vocabulary.sensitivity import classes

ANSWERED_WITHIN, KEPT = "enquiry-answer", "enquiry-kept"
NAMING = ("asker", "asker_phone", "asker_email", "asker_town", "question", "reply")
"""What names whoever asked."""
models.TextField.register_lookup(Length)


class EnquiryQuerySet(OwnQuerySet):
    def unanswered(self) -> EnquiryQuerySet:
        """What nobody answered before it was erased waits no longer: there is nobody to answer."""
        return self.filter(answered_on=None, erased_on=None)

    def oldest_first(self) -> EnquiryQuerySet:
        return self.order_by("received_on", "number")


@tracked
class Enquiry(models.Model):
    """
    One question from outside, with somebody to answer it. Who asks is nobody's file yet: the name is what they wrote, until
    they are registered and `person` says as whom.

    That of the public page is made by the database function `globa_enquire` (globa/config/database/outside.sql). What names the asker is
    erased by `globa_forget_enquiries` (globa/config/database/forgetting.sql) after the norm `enquiry-kept`, of every version; the row stays
    and is counted.
    """

    id = key()
    organisation = recorded_by()
    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    number = number_field()
    channel = models.CharField(_("how it came"), max_length=20, choices=Channel)
    about = models.CharField(_("about"), max_length=20, choices=About)
    asker = models.CharField(_("who asks"), max_length=150)
    asker_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    asker_email = models.CharField(_("e-mail"), max_length=254, blank=True)
    asker_town = models.CharField(_("town or village"), max_length=120, blank=True)
    question = models.TextField(_("question"), blank=True)
    language = models.CharField(_("language"), max_length=5, default="lt")
    received_on = models.DateField(_("received"), default=today)
    received_at = models.DateTimeField(_("received at"), default=timezone.now, editable=False)
    taken_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("answers"))
    answered_on = models.DateField(_("answered"), null=True, blank=True)
    outcome = models.CharField(pgettext_lazy("of an enquiry", "outcome"), max_length=20, choices=Outcome, blank=True)
    reply = models.TextField(_("what was answered"), blank=True)
    person = models.ForeignKey(
        "registry.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="enquiries", verbose_name=_("registered as")
    )
    erased_on = models.DateField(_("what names the asker was erased"), null=True, blank=True, editable=False)

    objects = EnquiryQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_name("person")
    sensitivity = classes(
        S1="id organisation year number channel about language received_on received_at taken_by answered_on outcome erased_on",
        S2="asker asker_phone asker_email asker_town question reply person",
    )

    class Meta:
        verbose_name = _("enquiry")
        constraints = [
            unique_with("organisation", name="enquiry_of_organisation"),
            models.UniqueConstraint(
                fields=["organisation", "year", "number"],
                name="enquiry_number_once",
                violation_error_message=_("This number is already given. Save again: the next one will be taken."),
            ),
            models.CheckConstraint(
                name="enquiry_year_is_of_its_day",
                condition=Q(year=F("received_on__year")),
                violation_error_message=_("The number of an enquiry is of the year in which it came. Write the day again."),
            ),
            models.CheckConstraint(
                name="enquiry_says_how_to_answer",
                condition=~Q(asker_phone="") | ~Q(asker_email="") | Q(erased_on__isnull=False),
                violation_error_message=_("Write a telephone number or an e-mail address, so that there is somewhere to answer."),
            ),
            models.CheckConstraint(
                name="erased_enquiry_names_nobody",
                condition=Q(erased_on=None) | Q(**dict.fromkeys(NAMING, "")),
                violation_error_message=_("What named the asker is erased for good: nothing is written there again."),
            ),
            models.CheckConstraint(
                name="enquiry_is_of_a_readable_length",
                condition=Q(question__length__lte=LONGEST, reply__length__lte=LONGEST),
                violation_error_message=_("This is too long. Write 3000 letters at most."),
            ),
            models.CheckConstraint(
                name="answer_to_an_enquiry_is_whole",
                condition=Q(answered_on=None, outcome="") | (Q(answered_on__isnull=False, taken_by__isnull=False) & ~Q(outcome="")),
                violation_error_message=_("An answer has its day, who gave it, and what came of it."),
            ),
            models.CheckConstraint(
                name="enquiry_is_answered_after_it_came",
                condition=Q(answered_on=None) | Q(answered_on__gte=F("received_on")),
                violation_error_message=_("The answer cannot be older than the question. Compare the two days."),
            ),
        ]

    def __str__(self) -> str:
        return self.shown_number

    @property
    def shown_number(self) -> str:
        return shown(self.organisation, self.year, self.number)

    def due_on(self) -> date:
        """The day on which the term of the norm `enquiry-answer` ends."""
        return after_working_days(self.received_on, days_to_answer(self.received_on))

    def kept_until(self, norm: Norm) -> date:
        """From this day on what names the asker is erased: so many months after the answer, or after it came where nobody answered."""
        return months_after(self.answered_on or self.received_on, int(norm.value))


def days_to_answer(day: date) -> int:
    """Unit: working days, by the norm of the day."""
    return int(Norm.objects.through(ANSWERED_WITHIN).on(day))


def months_kept(day: date) -> int | None:
    """For how many months after the answer it is kept who asked; None where no norm says so, and then nothing is erased."""
    found = Norm.objects.filter(code=KEPT, municipality=None, during__contains=day).first()
    return int(found.value) if found else None


def enquire(*, organisation: Organisation, channel: str, about: str, asker: str, on: date, by: Actor | None, **details: Any) -> Enquiry:
    """Record an enquiry that came by telephone, by letter or in person."""
    made = Enquiry(organisation=organisation, channel=channel, about=about, asker=asker, received_on=on, year=on.year, **details)
    with operation("casework.enquire", by=by, about=made):
        made.number = next_numbers(organisation, "enquiry", on.year)[0]
        made.save(force_insert=True)
    return made


def take(*, enquiry: Enquiry, by: User) -> None:
    """Say that one answers it oneself; whoever takes it later answers instead."""
    with operation("casework.take_enquiry", by=by, about=enquiry):
        enquiry.taken_by = by
        enquiry.save(update_fields=["taken_by"])


def answer(*, enquiry: Enquiry, on: date, outcome: str, reply: str, by: User) -> None:
    with operation("casework.answer_enquiry", by=by, about=enquiry):
        enquiry.taken_by = by
        enquiry.answered_on, enquiry.outcome, enquiry.reply = on, outcome, reply.strip()
        enquiry.save(update_fields=["taken_by", "answered_on", "outcome", "reply"])


def register_asker(*, enquiry: Enquiry, person: Person, by: User) -> None:
    """Say as whom the asker is in the files; a mistake is put right by saying it again."""
    with operation("casework.register_asker", by=by, about=enquiry):
        enquiry.person = person
        enquiry.save(update_fields=["person"])


def reopen(*, enquiry: Enquiry, reason: str, by: Actor) -> None:
    """It was not answered after all: what had been written stays in its history."""
    with operation("casework.reopen_enquiry", by=by, about=enquiry, reason=reason):
        enquiry.answered_on, enquiry.outcome, enquiry.reply = None, "", ""
        enquiry.save(update_fields=["answered_on", "outcome", "reply"])


def erase(*, enquiry: Enquiry, reason: str, by: Actor) -> None:
    """Erase what names the asker before its time, because they ask for it; earlier versions follow within the hour (`forgetting`)."""
    with operation("casework.erase_enquiry", by=by, about=enquiry, reason=reason):
        for name in NAMING:
            setattr(enquiry, name, "")
        enquiry.erased_on = today()
        enquiry.save(update_fields=[*NAMING, "erased_on"])
