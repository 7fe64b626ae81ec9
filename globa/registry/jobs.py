"""Work of the registry that a page does not wait for: sending a letter."""

from __future__ import annotations

import logging
import uuid

from django.db import transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from globa.registry.letters import JOB, Letter, written

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
