"""Short numbers that people read: one row of them per organisation, year and kind of record."""

from __future__ import annotations

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from globa.journal.keys import key
from globa.journal.protection import Protection
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import classes

NEXT = """
INSERT INTO registry_numbering (id, organisation_id, series, year, last) VALUES (gen_random_uuid(), %s, %s, %s, %s)
ON CONFLICT (organisation_id, series, year) DO UPDATE SET last = registry_numbering.last + %s
RETURNING last
"""


class Numbering(models.Model):
    """The last number given; the row is locked until the record is saved, so none is given twice."""

    id = key()
    organisation = recorded_by()
    series = models.CharField(_("kind of record"), max_length=40)
    year = models.PositiveSmallIntegerField(_("year"))
    last = models.PositiveIntegerField(_("last number"))

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation series year last")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "series", "year"],
                name="one_numbering_a_year",
                violation_error_message=_("The numbers of this year are already being counted here."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.year}: {self.last}"


def next_numbers(organisation: Organisation, series: str, year: int, count: int = 1) -> range:
    """Take the next numbers inside the caller's transaction; if it fails, they are given again."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [organisation.pk, series, year, count, count])
        last = cursor.fetchone()[0]
    return range(last - count + 1, last + 1)


def number_field() -> models.PositiveIntegerField:
    return models.PositiveIntegerField(_("number"), editable=False)


def shown(organisation: Organisation, year: int, number: int) -> str:
    """Write a number as people say it: AL-2023-913."""
    return f"{organisation.initials}-{year}-{number}" if organisation.initials else f"{year}-{number}"
