"""Every change is part of an operation: who, when, what, from which import, and once only."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any, Protocol

import pghistory
from django.core.exceptions import ValidationError
from django.db import DatabaseError, DataError, IntegrityError, connection, models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.keys import key
from globa.journal.protection import Protection
from globa.journal.refusals import refusal_from
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message


class Actor(Protocol):
    """Whoever acts; a user in practice, which this room does not know."""

    @property
    def pk(self) -> Any: ...


class Operation(models.Model):
    """One act of one person or job. History rows name the operation that made them."""

    id = key()
    verb = models.CharField(_("what was done"), max_length=60)
    actor_id = models.UUIDField(_("by whom"), null=True, help_text=_("Empty for the system itself."))
    organisation_id = models.UUIDField(_("for which organisation"), null=True)
    happened_at = models.DateTimeField(_("when"), auto_now_add=True)
    reason = models.TextField(_("why"), blank=True)
    subject = models.CharField(_("record it is about"), max_length=100, blank=True)
    idempotency_key = models.UUIDField(_("key of the request"), null=True)
    imported_from = models.UUIDField(_("import it came from"), null=True)

    protection = Protection.OPERATION
    sensitivity = classes(S1="id verb actor_id organisation_id happened_at reason subject idempotency_key imported_from")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["idempotency_key"],
                name="operation_happens_once",
                condition=Q(idempotency_key__isnull=False),
                violation_error_message=_("This was saved already."),
            )
        ]
        indexes = [models.Index(fields=["subject"], name="operation_by_subject")]

    def __str__(self) -> str:
        return f"{self.verb} {self.happened_at:%Y-%m-%d %H:%M}"


class AlreadyDone(Refusal):
    """The same request arrived twice; `subject` is the record that the first one made."""

    def __init__(self, subject: str) -> None:
        super().__init__(message("This was saved already; nothing was added twice. You can go on."))
        self.subject = subject


def reference(record: models.Model) -> str:
    """Name a record: "casework.service:<uuid>"."""
    return f"{record._meta.label_lower}:{record.pk}"


@contextmanager
def acting(actor: Actor | None, appointment: uuid.UUID | None = None) -> Iterator[None]:
    """
    Tell the database for whom the transaction runs; row security asks for it. It ends with the transaction.

    `appointment` is where the actor chose to be; without it all places of work of today count.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('globa.actor', %s, true), set_config('globa.appointment', %s, true)",
                [str(actor.pk) if actor else "", str(appointment or "")],
            )
        setattr(connection, ACTS_IN, connection.atomic_blocks[0] if actor else None)
        yield


ACTS_IN = "_globa_acts_in"
"""On the connection: the outermost transaction for which an actor was named."""


def has_actor() -> bool:
    """Whether the transaction that is open runs for somebody."""
    blocks = connection.atomic_blocks
    return bool(blocks) and blocks[0] is getattr(connection, ACTS_IN, None)


@contextmanager
def counting() -> Iterator[None]:
    """Count over all rows of the actor's organisations, for an aggregate that names nobody. What is read inside is never shown."""
    if is_counting():
        yield
        return
    _count("on")
    setattr(connection, COUNTS, True)
    try:
        yield
    except BaseException:
        setattr(connection, COUNTS, False)
        # Where the database itself refused, the setting goes with what is rolled back.
        with suppress(DatabaseError):
            _count("")
        raise
    setattr(connection, COUNTS, False)
    _count("")


COUNTS = "_globa_counts"
"""On the connection: whether what runs now is inside of `counting`."""


def is_counting() -> bool:
    return getattr(connection, COUNTS, False)


def _count(state: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('globa.counting', %s, true)", [state])


_running: ContextVar[Operation | None] = ContextVar("operation", default=None)


@contextmanager
def _as_running(done: Operation) -> Iterator[None]:
    token = _running.set(done)
    try:
        yield
    finally:
        _running.reset(token)


@contextmanager
def operation(
    verb: str,
    *,
    by: Actor | None,
    about: models.Model,
    reason: str = "",
    once: uuid.UUID | None = None,
    imported_from: uuid.UUID | None = None,
    organisation_id: uuid.UUID | None = None,
) -> Iterator[Operation]:
    """
    Run one transaction as a recorded operation about a record (an instance; it need not be saved yet).

    `organisation_id` is for which organisation it was done, where the record carries none, as a person does.
    A verb that calls another verb is one operation: the inner one joins it.
    `once` is the key of the request: a second operation with it raises AlreadyDone and changes nothing.
    What the database refuses inside becomes a refusal with the sentence of the broken constraint.
    """
    if outer := _running.get():
        yield outer
        return
    try:
        with transaction.atomic():
            if once and (earlier := Operation.objects.filter(idempotency_key=once).first()):
                raise AlreadyDone(earlier.subject)
            done = Operation.objects.create(
                verb=verb,
                actor_id=by.pk if by else None,
                organisation_id=organisation_id or getattr(about, "organisation_id", None),
                subject=reference(about),
                reason=reason,
                idempotency_key=once,
                imported_from=imported_from,
            )
            with pghistory.context(operation=str(done.pk)), _as_running(done):
                yield done
    except (IntegrityError, DataError, ValidationError) as error:
        refusal = refusal_from(error)
        if getattr(refusal, "constraint", "") == "operation_happens_once":
            raise AlreadyDone("") from error
        raise refusal from error
