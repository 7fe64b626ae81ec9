"""
Seals over the journal of reading: a chain of hashes, made in batches and anchored outside the database.

A chain inside each request would let readers wait for one another. So rows are only inserted, and once a minute a job
seals those that lie there (`globa_seal_readings` in config/database/readings.sql, which runs as the owner: nobody else can
write a seal). A seal says exactly which numbers it covers. Numbers have gaps where a transaction was undone, and a long transaction
commits a low number after higher ones were sealed; such a row is not in any earlier seal and goes into the next one, so that it
need not be known which transactions are still running.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import pgtrigger
from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from globa.journal.protection import Protection
from globa.journal.readings import stays
from globa.vocabulary.sensitivity import classes

FIRST = "0" * 64
"""What the first seal has for the digest of the one before."""
MOST = 10_000
"""Rows of one seal: what is hashed at once stays in memory."""
SETTLED_SECONDS = 5
COLUMNS = ("number", "happened_at", "actor_id", "role", "organisation_id", "person_id", "shown", "way", "route", "result")


class Seal(models.Model):
    """The digest over the rows with these numbers and over the seal before."""

    number = models.BigIntegerField(primary_key=True)
    first = models.BigIntegerField(_("first row"))
    last = models.BigIntegerField(_("last row"))
    rows = models.TextField(_("rows"), help_text=_("As PostgreSQL writes a multirange: {[1,20),[22,30)}."))
    count = models.IntegerField(_("how many rows"))
    previous = models.CharField(_("digest of the seal before"), max_length=64)
    digest = models.CharField(_("digest"), max_length=64)
    sealed_at = models.DateTimeField(_("sealed"))

    protection = Protection.SHARED
    sensitivity = classes(S0="number first last rows count previous digest sealed_at")

    class Meta:
        verbose_name = _("seal")
        ordering = ["number"]
        indexes = [models.Index(fields=["last"], name="seal_by_last_row")]
        triggers = [
            stays("seal_is_never_changed", pgtrigger.Update | pgtrigger.Delete),
            stays("seals_are_never_emptied", pgtrigger.Truncate, level=pgtrigger.Statement),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.digest[:16]}"


def seal_next(after: int = 0) -> Seal | None:
    """
    Seal what lies there by one seal; None when there is nothing, or somebody else is sealing.

    `after` is the last number known outside: a number that was given once is not given again, not even after a database was
    put back from a copy.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM globa_seal_readings(%s, %s, %s)", [MOST, SETTLED_SECONDS, after])
        row = cursor.fetchone()
        names = [column.name for column in cursor.description or ()]
    return Seal(**dict(zip(names, row, strict=True))) if row and row[0] is not None else None


def digest_of(seal: Seal, rows: Iterable[tuple[Any, ...]]) -> str:
    """Hash again what `globa_seal_readings` hashed; `rows` have COLUMNS and come by number."""
    head = [str(seal.number), seal.previous, instant(seal.sealed_at), seal.rows]
    return hashlib.sha256("\n".join([*head, *map(line, rows)]).encode()).hexdigest()


def line(row: tuple[Any, ...]) -> str:
    """A row as canonical text. No value can hold the separator: they are ids, codes and names of routes."""
    return "\x1f".join("" if value is None else instant(value) if isinstance(value, datetime) else str(value) for value in row)


def instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
