"""Work that nobody waits for before a page: checking a document, reading a plan, forgetting the old ones."""

from __future__ import annotations

import logging
import uuid

from django.utils import translation
from procrastinate.contrib.django import app

from globa.importers.checked_documents.checking import check
from globa.importers.checked_documents.forgetting import forget_old
from globa.importers.plans.reading import read_plan as read_the_plan
from globa.registry.accounts.users import User

log = logging.getLogger(__name__)


@app.task(name="importers.check_document", queue="checks")
def check_document(document: str, user: str) -> None:
    """In the name of whoever dropped it, and for nobody else."""
    owner = User.objects.filter(pk=uuid.UUID(user), is_active=True).first()
    if owner is None:
        log.warning("the owner of the document %s has no account any more", document)
        return
    with translation.override(owner.language):
        check(uuid.UUID(document), owner)


@app.task(name="importers.read_plan", queue="checks")
def read_plan(plan: str, user: str) -> None:
    """In the name of whoever brought the document, whose municipality's it is."""
    by = User.objects.filter(pk=uuid.UUID(user), is_active=True).first()
    if by is None:
        log.warning("whoever brought the plan %s has no account any more", plan)
        return
    with translation.override(by.language):
        read_the_plan(uuid.UUID(plan), by)


@app.periodic(cron="41 * * * *")
@app.task(name="importers.forget_documents", queue="checks", queueing_lock="importers.forget_documents")
def forget_documents(timestamp: int = 0) -> None:
    """Every hour, for a machine that is on by day only would never see its night."""
    if gone := forget_old():
        log.info("%s checked documents were forgotten", gone)
