"""A person: one row for the whole installation. Child, carer, worker and ward are what a person is to somebody."""

from __future__ import annotations

from datetime import date
from typing import Self

import pgtrigger
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.concerns import by_name
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.registry import personal_codes
from globa.registry.access import opened_to
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.registry.policy import Opens
from globa.vocabulary.calendar import age_on
from globa.vocabulary.sensitivity import classes


class Sex(models.TextChoices):
    FEMALE = "female", _("female")
    MALE = "male", _("male")
    UNKNOWN = "unknown", _("not known yet")


# The rooms above keep what is named here; only writing the person can break the rule, so it stands with the person.
FIRST_RECORDED = """
    SELECT min(day) FROM (
        SELECT lower(during) AS day FROM care_stay WHERE child_id = NEW.id
        UNION ALL SELECT lower(during) FROM care_guardianship WHERE child_id = NEW.id
        UNION ALL SELECT s.happened_on FROM casework_recipient r JOIN casework_service s ON s.id = r.service_id
            WHERE r.person_id = NEW.id AND r.taken_out_on IS NULL AND s.withdrawn_on IS NULL
        UNION ALL SELECT e.happened_on FROM casework_attendance a JOIN casework_event e ON e.id = a.event_id
            WHERE a.person_id = NEW.id AND a.taken_out_on IS NULL AND e.withdrawn_on IS NULL
    ) recorded
"""


class Precision(models.TextChoices):
    DAY = "day", _("exact")
    MONTH = "month", _("the month is known")
    YEAR = "year", _("the year is known")
    ABOUT = "about", _("about")


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, user: User) -> Self:
        """Those who are opened to the user, by name at least."""
        return self.filter(pk__in=opened_to(user, Opens.NAME))

    def with_file_open_to(self, user: User) -> Self:
        return self.filter(pk__in=opened_to(user, Opens.FILE))

    def with_personal_code(self, code: str) -> Self:
        """Find by exact match; a part of a code finds nobody."""
        return self.filter(personal_code_lookup=personal_codes.lookup_form(personal_codes.cleaned(code)))

    def surviving(self) -> Self:
        return self.filter(same_as__isnull=True)


@tracked
class Person(models.Model):
    """
    Unknowns are ordinary: no personal code, an about-date of birth, sex not known yet.

    A merge keeps both rows: `same_as` points to the surviving one, and clearing it undoes the merge.
    """

    id = key()
    given_name = models.CharField(_("given name"), max_length=100, blank=True)
    family_name = models.CharField(_("family name"), max_length=100, blank=True)
    sex = models.CharField(_("sex"), max_length=10, choices=Sex, default=Sex.UNKNOWN)
    birth_date = models.DateField(_("born on"), null=True, blank=True)
    birth_precision = models.CharField(_("how exactly it is known"), max_length=10, choices=Precision, default=Precision.DAY)
    death_date = models.DateField(_("died on"), null=True, blank=True)
    personal_code_sealed = models.BinaryField(_("personal code, encrypted"), null=True, blank=True)
    personal_code_lookup = models.CharField(_("personal code, keyed form"), max_length=64, null=True, blank=True)  # noqa: DJ001 - many have none
    same_as = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("the same person as")
    )

    objects = PersonQuerySet.as_manager()

    protection = Protection.PERSON
    concerns = by_name("id")
    sensitivity = classes(
        S2="id given_name family_name sex birth_date birth_precision death_date personal_code_sealed personal_code_lookup same_as"
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["family_name", "given_name"]
        constraints = [
            models.CheckConstraint(
                name="person_dies_after_birth",
                condition=Q(death_date__isnull=True) | Q(birth_date__isnull=True) | Q(death_date__gte=models.F("birth_date")),
                violation_error_message=_("The day of death is before the day of birth. Compare both with the documents."),
            ),
            models.CheckConstraint(
                name="person_is_not_merged_into_itself",
                condition=Q(same_as__isnull=True) | ~Q(same_as=models.F("id")),
                violation_error_message=_("A record cannot be merged into itself. Choose the other record of the same person."),
            ),
            models.UniqueConstraint(
                fields=["personal_code_lookup"],
                name="personal_code_once",
                violation_error_message=_(
                    "Somebody with this personal code is recorded already. Find them by the code: two records would be counted twice."
                ),
            ),
            models.CheckConstraint(
                name="personal_code_is_found_and_opened",
                condition=Q(personal_code_sealed__isnull=True, personal_code_lookup__isnull=True)
                | Q(personal_code_sealed__isnull=False, personal_code_lookup__isnull=False),
                violation_error_message=_("A personal code is kept in two forms and one of them is missing. Enter the code again."),
            ),
        ]
        triggers = [
            refuses(
                "merged_into_a_surviving_record",
                "NEW.same_as_id IS NOT NULL AND EXISTS (SELECT 1 FROM registry_person p"
                " WHERE p.same_as_id = NEW.id OR (p.id = NEW.same_as_id AND p.same_as_id IS NOT NULL))",
                _("One of the two records is part of another merge. Merge into the record that stays, or separate that merge first."),
            ),
            refuses(
                "born_before_what_is_recorded",
                f"OLD.birth_date IS DISTINCT FROM NEW.birth_date AND NEW.birth_date > ({FIRST_RECORDED})",
                _(
                    "Records of this person begin before this day of birth: a stay, a guardianship, a service or an event. "
                    "Compare the day with the document, or correct those records first."
                ),
                on=pgtrigger.Update,
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip() or str(_("name not known"))

    @property
    def personal_code(self) -> str:
        return personal_codes.decrypt(bytes(self.personal_code_sealed), self.pk) if self.personal_code_sealed else ""

    def age_on(self, day: date) -> int | None:
        return age_on(self.birth_date, day) if self.birth_date else None

    def set_personal_code(self, code: str) -> None:
        """Seal a checked code; it must say the same birth and sex as are recorded, and fills them in when empty."""
        code = personal_codes.cleaned(code)
        born, sex = personal_codes.birth_date_in(code), personal_codes.sex_in(code)
        self.birth_date = self.birth_date or born
        self.sex = self.sex if self.sex != Sex.UNKNOWN else sex
        if (self.birth_precision == Precision.DAY and self.birth_date != born) or (sex != "unknown" and self.sex != sex):
            raise personal_codes.CodeDisagrees
        self.personal_code_sealed = personal_codes.encrypt(code, self.pk)
        self.personal_code_lookup = personal_codes.lookup_form(code)


@tracked
class OtherName(models.Model):
    """A name in another script or of another time: a birth name, a name before adoption, a name in Cyrillic."""

    id = key()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="other_names", verbose_name=_("person"))
    given_name = models.CharField(_("given name"), max_length=100, blank=True)
    family_name = models.CharField(_("family name"), max_length=100, blank=True)
    script = models.CharField(
        _("script"), max_length=10, choices=[("latin", _("Latin")), ("cyrillic", _("Cyrillic")), ("other", _("other"))], default="latin"
    )
    during = DateRangeField(_("used"), null=True, blank=True)

    protection = Protection.INVOLVEMENT
    concerns = by_name("person")
    sensitivity = classes(S2="id person given_name family_name script during")

    class Meta:
        verbose_name = _("other name")
        constraints = [
            models.CheckConstraint(
                name="other_name_says_something",
                condition=~Q(given_name="", family_name=""),
                violation_error_message=_("Write a given name or a family name."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


def merge(*, organisation: Organisation, duplicate: Person, into: Person, by: Actor | None, reason: str) -> None:
    """Say that two records are one person; figures count the surviving one, and `separate` undoes it."""
    with operation("registry.merge", by=by, about=duplicate, reason=reason, organisation_id=organisation.pk):
        duplicate.same_as = into
        duplicate.save(update_fields=["same_as"])


def separate(*, organisation: Organisation, person: Person, by: Actor | None, reason: str) -> None:
    with operation("registry.separate", by=by, about=person, reason=reason, organisation_id=organisation.pk):
        person.same_as = None
        person.save(update_fields=["same_as"])
