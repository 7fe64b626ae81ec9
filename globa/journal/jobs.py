"""Work of the journal that nobody waits for."""

from __future__ import annotations

import logging

from procrastinate.contrib.django import app

from globa.journal import anchors, seals
from globa.journal.seals import Seal

log = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(name="journal.seal_readings", queue="journal", queueing_lock="journal.seal_readings")
def seal_readings(timestamp: int = 0) -> None:
    """Seal everything that lies there, and write each seal down outside before the next one is made."""
    seal_all()


def seal_all() -> int:
    """Return how many seals were made."""
    made = 0
    _catch_up()
    while (seal := seals.seal_next(after=anchors.last())) is not None:
        anchors.write(seal)
        made += 1
        if seal.count < seals.MOST:
            break
    return made


def _catch_up() -> None:
    """
    One seal may lack its line: the machine stopped between the two. More than one is no accident, and stays a fault.

    Otherwise whoever removed the file would find it written anew, from a chain that they had made.
    """
    newest = Seal.objects.order_by("-number").first()
    if newest is None or newest.number <= anchors.last():
        return
    if anchors.last() == newest.number - 1:
        anchors.write(newest)
    else:
        log.error("seals %s to %s have no line in %s", anchors.last() + 1, newest.number, anchors.path())
