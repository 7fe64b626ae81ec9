"""Work of the registry that a page does not wait for: sending a letter, closing accounts of who left, forgetting old sessions."""

from __future__ import annotations

import logging
import uuid

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from globa.registry.accounts.drafts import forget_old
from globa.registry.accounts.leaving import close_whoever_left
from globa.registry.accounts.sessions import SessionStore
from globa.registry.letters import JOB, Letter, written
from globa.vocabulary.calendar import today

log = logging.getLogger(__name__)


@app.task(name=JOB, queue="letters", retry=RetryStrategy(max_attempts=10, exponential_wait=3))
def send(letter: str) -> None:
    """Send it once: the row is held meanwhile, so that of two runs the second finds it sent. A leaver gets no letter."""
    with transaction.atomic():
        found = Letter.objects.unsent().select_for_update(of=["self"]).select_related("to").filter(pk=uuid.UUID(letter)).first()
        if found is None:
            return
        if not found.to.is_active:
            log.warning("the letter %s was not sent: its account is closed", letter)
            return
        written(found).send()
        found.sent_at = timezone.now()
        found.save(update_fields=["sent_at"])


@app.periodic(cron="* * * * *")
@app.task(name="accounts.close_whoever_left", queue="accounts", queueing_lock="accounts.close_whoever_left")
def close_accounts(timestamp: int = 0) -> None:
    close_whoever_left(today())


@app.periodic(cron="17 3 * * *")
@app.task(name="accounts.forget_sessions", queue="accounts", queueing_lock="accounts.forget_sessions")
def forget_sessions(timestamp: int = 0) -> None:
    SessionStore.clear_expired()
    forget_old()
