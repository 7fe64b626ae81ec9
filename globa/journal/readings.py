"""Who looked at what: a row for every person whose name or file was shown, written before the page leaves."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

import pgtrigger
from django.db import connection, models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.journal.protection import Protection
from globa.journal.refusals import say
from globa.vocabulary.sensitivity import classes

UNCHANGING = _("Who looked is never changed and never removed before its time.")


class Shown(models.TextChoices):
    """How deep a look went."""

    NAME = "name", pgettext_lazy("was looked at", "name")
    FILE = "file", pgettext_lazy("was looked at", "file")
    SPECIAL = "special", pgettext_lazy("was looked at", "file with health")
    CODE = "code", pgettext_lazy("was looked at", "personal code")
    EVIDENCE = "evidence", pgettext_lazy("was looked at", "records behind figures")
    LOOKS = "looks", pgettext_lazy("was looked at", "who looked")


class Result(models.TextChoices):
    """
    What is not there and what is not opened get the same answer.

    Afterwards whoever watches may tell them apart, but only of people whom the organisation knows: missing is whoever is
    not known there, and nothing says whether they are known elsewhere.
    """

    SHOWN = "shown", pgettext_lazy("page", "shown")
    REFUSED = "refused", pgettext_lazy("page", "refused")
    MISSING = "missing", pgettext_lazy("page", "missing")


def stays(name: str, operation: pgtrigger.Operation, unless: str = "false", level: pgtrigger.Level = pgtrigger.Row) -> pgtrigger.Trigger:
    """Refuse a change or a removal, whoever asks, unless the SQL condition over OLD holds."""
    say(name, UNCHANGING)
    return pgtrigger.Trigger(
        name=name,
        level=level,
        when=pgtrigger.Before,
        operation=operation,
        func=f"""
            IF {unless} THEN RETURN OLD; END IF;
            RAISE EXCEPTION '{name}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
        """,
    )


class Reading(models.Model):
    """
    One look of one account at one person, or at a list that names nobody (then without a person).

    No content and no question of an address: only the name of the route. `number` grows in the order of insertion, with gaps
    where a transaction was undone; the seals (globa/journal/seals.py) say which numbers there were.
    """

    number = models.BigAutoField(primary_key=True)
    happened_at = models.DateTimeField(_("when"))
    actor_id = models.UUIDField(_("who looked"))
    role = models.CharField(_("as"), max_length=40, blank=True)
    organisation_id = models.UUIDField(_("working at"), null=True)
    person_id = models.UUIDField(_("at whom"), null=True)
    shown = models.CharField(_("what was looked at"), max_length=10, choices=Shown)
    way = models.CharField(_("by which right"), max_length=20, blank=True)
    route = models.CharField(_("page"), max_length=60)
    result = models.CharField(_("answer"), max_length=10, choices=Result, default=Result.SHOWN)

    protection = Protection.READING
    sensitivity = classes(S1="number happened_at actor_id role organisation_id shown way route result", S2="person_id")

    class Meta:
        verbose_name = _("look")
        ordering = ["number"]
        indexes = [
            models.Index(fields=["person_id", "happened_at"], name="reading_by_person"),
            models.Index(fields=["organisation_id", "happened_at"], name="reading_by_organisation"),
        ]
        triggers = [
            stays("reading_is_never_changed", pgtrigger.Update),
            stays("reading_stays_its_time", pgtrigger.Delete, unless="globa_reading_may_go(OLD.happened_at)"),
            stays("readings_are_never_emptied", pgtrigger.Truncate, level=pgtrigger.Statement),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.route}"


@dataclass(frozen=True)
class Look:
    """At whom, and how deep. By which right, the database says, for it was asked whether the person is opened."""

    person_id: uuid.UUID | None
    shown: Shown
    result: Result = Result.SHOWN


@dataclass(frozen=True)
class Looker:
    actor_id: uuid.UUID
    role: str = ""
    organisation_id: uuid.UUID | None = None


# The clock of the database, its own numbers, and the way that its own rules find: the asker gives none of them.
INSERT = """
    INSERT INTO journal_reading (happened_at, actor_id, role, organisation_id, route, person_id, shown, way, result)
    SELECT clock_timestamp(), %s, %s, %s, %s, one.person_id, one.shown, coalesce(opened.way, ''),
           CASE WHEN one.result <> 'refused' OR one.person_id IS NULL OR globa_knows(one.person_id) THEN one.result ELSE 'missing' END
    FROM unnest(%s::uuid[], %s::text[], %s::text[]) WITH ORDINALITY AS one (person_id, shown, result, place)
    LEFT JOIN globa_ways(%s::uuid[]) opened ON opened.person_id = one.person_id AND one.result = 'shown'
    ORDER BY one.place
"""


def write(by: Looker, route: str, looks: Iterable[Look]) -> None:
    """Write all looks of a page by one statement, in the transaction of the page."""
    rows = list(dict.fromkeys(looks))
    if not rows:
        return
    people, shown, results = [one.person_id for one in rows], [one.shown for one in rows], [one.result for one in rows]
    opened = [one.person_id for one in rows if one.person_id and one.result is Result.SHOWN]
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [by.actor_id, by.role, by.organisation_id, route, people, shown, results, opened])
