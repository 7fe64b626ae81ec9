"""A service given: of what kind, to whom, by whom in which role, when, how long, where, and who pays."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from globa.casework import named
from globa.casework.named import AsNamed, Renamed, StillNamed
from globa.journal.concerns import by_name, through
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same, unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.catalogue import CatalogueService
from globa.registry.numbers import next_numbers, number_field, shown
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.payers import Payer
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message

BEFORE_BIRTH = _("The day is before one of the recipients was born. Compare the day with the date of birth.")


class ServiceSetting(models.TextChoices):
    """Where or how a service was given."""

    HOME = "home", _("at home")
    CENTRE = "centre", _("at the centre")
    PHONE = "phone", _("by phone")
    ONLINE = "online", _("online")
    SCHOOL = "school", _("at school")
    OTHER = "other", _("elsewhere")


class ProviderRole(models.TextChoices):
    FOSTER_COORDINATOR = "foster_coordinator", _("foster coordinator")
    ATTESTED_PERSON = "attested_person", _("attested specialist")
    PSYCHOLOGIST = "psychologist", _("psychologist")
    SOCIAL_WORKER = "social_worker", _("social worker")
    CARE_ASSISTANT = "care_assistant", _("care assistant")
    PROGRAMME_COORDINATOR = "programme_coordinator", _("programme coordinator")
    ON_DUTY_CARER = "on_duty_carer", _("on-duty carer")
    DIRECTOR = "director", _("director")
    OTHER = "other", _("other")


class RecipientRole(models.TextChoices):
    CHILD = "child", _("child")
    ON_DUTY_CARER = "on_duty_carer", _("on-duty carer")
    GUARDIAN = "guardian", _("guardian")
    PARENT = "parent", _("parent")
    APPLICANT = "applicant", _("applicant")
    HOST = "host", _("host")
    WORKER = "worker", _("worker")
    PUBLIC = "public", _("public")
    OTHER = "other", _("other")


class ServiceQuerySet(OwnQuerySet):
    def in_force(self) -> ServiceQuerySet:
        return self.filter(withdrawn_on__isnull=True)

    def during(self, begins: date, ends: date) -> ServiceQuerySet:
        return self.filter(happened_on__gte=begins, happened_on__lt=ends)

    def by_worker(self, worker: Person) -> ServiceQuerySet:
        return self.filter(provider=worker)

    def for_person(self, person: Person | uuid.UUID) -> ServiceQuerySet:
        return self.filter(recipients__person=person, recipients__taken_out_on__isnull=True)

    def newest_first(self) -> ServiceQuerySet:
        return self.order_by("-happened_on", "-number")


@tracked
class Service(models.Model):
    """One service on one day. A wrong one is withdrawn with a reason, never deleted: evidence must stay."""

    id = key()
    organisation = recorded_by()
    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    number = number_field()
    kind = models.ForeignKey("registry.CatalogueService", on_delete=models.PROTECT, related_name="+", verbose_name=_("service"))
    happened_on = models.DateField(_("day"))
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    setting = models.CharField(_("how"), max_length=10, choices=ServiceSetting)
    provider = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="services_given", verbose_name=_("given by"))
    provider_role = models.CharField(_("as"), max_length=30, choices=ProviderRole)
    payer = models.ForeignKey(
        "registry.Payer", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("paid by")
    )
    note = models.TextField(_("note"), blank=True)
    recorded_on = models.DateField(_("recorded on"), default=today, editable=False)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True, editable=False)
    named_again = named.named_again()

    objects = ServiceQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = through("casework.Recipient.service", "person", made_by="provider", unless="taken_out_on")
    sensitivity = classes(
        S1="id organisation year number kind happened_on minutes setting provider provider_role payer recorded_on withdrawn_on named_again",
        S3="note",
    )

    class Meta:
        verbose_name = _("service given")
        verbose_name_plural = _("services given")
        constraints = [
            unique_with("organisation", name="service_of_organisation"),
            Same("payer", "organisation", name="service_paid_by_own_payer"),
            models.UniqueConstraint(
                fields=["organisation", "year", "number"],
                name="service_number_once",
                violation_error_message=_("This number is already given. Save again: the next one will be taken."),
            ),
            models.CheckConstraint(
                name="service_is_not_in_the_future",
                condition=Q(happened_on__lte=F("recorded_on")),
                violation_error_message=_(
                    "The day has not come yet. A service is recorded after it was given, so that figures count what "
                    "happened: choose today or an earlier day."
                ),
            ),
            models.CheckConstraint(
                name="service_takes_time",
                condition=Q(minutes__gt=0, minutes__lte=1440),
                violation_error_message=_("Say how long it took: from 1 minute to 24 hours."),
            ),
            models.CheckConstraint(
                name="service_year_is_of_its_day",
                condition=Q(year=F("happened_on__year")),
                violation_error_message=_(
                    "A number belongs to the year of its day. Withdraw the record with a reason and make it anew on the right day."
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "happened_on"], name="service_by_day"),
            models.Index(fields=["-happened_on"], name="service_newest_first"),
            models.Index(fields=["provider", "-happened_on"], name="service_by_provider"),
        ]
        triggers = [
            refuses(
                "service_moved_before_birth",
                "EXISTS (SELECT 1 FROM casework_recipient r JOIN registry_person p ON p.id = r.person_id"
                " WHERE r.service_id = NEW.id AND r.taken_out_on IS NULL AND p.birth_date > NEW.happened_on)",
                BEFORE_BIRTH,
                on=pgtrigger.Update,
            ),
        ]

    def __str__(self) -> str:
        return self.shown_number

    @property
    def shown_number(self) -> str:
        return shown(self.organisation, self.year, self.number)


@tracked
class Recipient(models.Model):
    """Each person a service was for; persons, families and times are all counted from these rows."""

    id = key()
    organisation = recorded_by()
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="recipients")
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="services_received")
    role = models.CharField(_("as"), max_length=20, choices=RecipientRole)
    household = models.ForeignKey("registry.Household", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taken_out_on = named.taken_out_on()

    objects = StillNamed["Recipient"]()
    ever = models.Manager["Recipient"]()

    protection = Protection.ORGANISATION
    concerns = by_name("person")
    sensitivity = classes(S1="id organisation service role taken_out_on", S2="person household")

    class Meta:
        verbose_name = _("recipient")
        constraints = [
            Same("service", "organisation", name="recipient_of_own_service"),
            Same("household", "organisation", name="recipient_in_own_household"),
            models.UniqueConstraint(
                fields=["service", "person"],
                name="recipient_once",
                violation_error_message=_("This person is already in the list of recipients."),
            ),
        ]
        triggers = [
            refuses(
                "service_not_before_birth",
                "EXISTS (SELECT 1 FROM registry_person p JOIN casework_service s ON s.id = NEW.service_id"
                " WHERE p.id = NEW.person_id AND p.birth_date > s.happened_on)",
                BEFORE_BIRTH,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service_id}: {self.person_id}"


class NobodyHelped(Refusal):
    at = "recipients"

    def __init__(self) -> None:
        super().__init__(message("Say who the service was for. Without a person it cannot be counted: add at least one."))


@dataclass(frozen=True)
class Help:
    """
    What is known of one service before it is recorded. `recipients`: (person, role, household or None).

    `recorded_on` is when it was first written down, for what comes from another register; today if it is not given.
    """

    kind: CatalogueService
    happened_on: date
    minutes: int
    setting: str
    provider: Person
    provider_role: str
    recipients: Sequence[AsNamed]
    payer: Payer | None = None
    note: str = ""
    recorded_on: date | None = None


def record(*, organisation: Organisation, given: Help, by: Actor | None, once: uuid.UUID | None = None) -> Service:
    """
    Record one service.

    `once` is the key of the form: pressing Save twice records it once.
    """
    return record_many(organisation=organisation, given=[given], by=by, once=once)[0]


def record_many(
    *,
    organisation: Organisation,
    given: Sequence[Help],
    by: Actor | None,
    once: uuid.UUID | None = None,
    imported_from: uuid.UUID | None = None,
) -> list[Service]:
    """Record services as one operation: all of them or none."""
    services = [_unsaved(organisation, one) for one in given]
    with operation("casework.record_service", by=by, about=services[0], once=once, imported_from=imported_from):
        _number(organisation, services)
        Service.objects.bulk_create(services)
        Recipient.objects.bulk_create(
            Recipient(organisation=organisation, service=service, person=person, role=role, household=household)
            for service, one in zip(services, given, strict=True)
            for person, role, household in one.recipients
        )
    return services


def _unsaved(organisation: Organisation, given: Help) -> Service:
    if not given.recipients:
        raise NobodyHelped
    return Service(
        organisation=organisation,
        year=given.happened_on.year,
        kind=given.kind,
        happened_on=given.happened_on,
        minutes=given.minutes,
        setting=given.setting,
        provider=given.provider,
        provider_role=given.provider_role,
        payer=given.payer,
        note=given.note,
        recorded_on=given.recorded_on or today(),
    )


def _number(organisation: Organisation, services: Sequence[Service]) -> None:
    for year, of_year in groupby(sorted(services, key=lambda service: service.happened_on), key=lambda service: service.year):
        rows = list(of_year)
        for service, number in zip(rows, next_numbers(organisation, "service", year, len(rows)), strict=True):
            service.number = number


NOBODY_ELSE = Renamed()
CORRECTABLE = ("kind", "happened_on", "minutes", "setting", "provider_role", "payer", "note")


def correct(*, service: Service, by: Actor | None, reason: str, renamed: Renamed = NOBODY_ELSE, **changes: Any) -> Service:
    """Change what was recorded wrongly, also for whom it was. The number stays; the old version is in the history with who and why."""
    if service.withdrawn_on:
        raise AlreadyWithdrawn
    unknown = set(changes) - set(CORRECTABLE)
    if unknown:
        raise ValueError(f"not correctable: {', '.join(sorted(unknown))}")
    if "happened_on" in changes and changes["happened_on"].year != service.year:
        raise OtherYear(service.shown_number)
    with operation("casework.correct_service", by=by, about=service, reason=reason):
        named.correct(service, Recipient, "service", renamed, changes, NobodyHelped())
    return service


def withdraw(*, service: Service, by: Actor | None, reason: str) -> Service:
    """Say that a service was recorded by mistake; it is no longer counted, and stays with its reason."""
    if service.withdrawn_on:
        raise AlreadyWithdrawn
    with operation("casework.withdraw_service", by=by, about=service, reason=reason):
        service.withdrawn_on = today()
        service.save(update_fields=["withdrawn_on"])
    return service


class AlreadyWithdrawn(Refusal):
    def __init__(self) -> None:
        super().__init__(message("This service was already withdrawn. If it was given after all, record it again."))


class OtherYear(Refusal):
    at = "happened_on"

    def __init__(self, number: str) -> None:
        super().__init__(
            message(
                "Service %(number)s is numbered in another year, and its number cannot move. Withdraw it with a "
                "reason and record it on the right day."
            ),
            number=number,
        )
