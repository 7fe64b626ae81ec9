"""Work of casework that nobody waits for: erasing who enquired long ago."""

from __future__ import annotations

import logging

from procrastinate.contrib.django import app

from globa.casework.recruitment.forgetting import forget

log = logging.getLogger(__name__)


@app.periodic(cron="53 * * * *")
@app.task(name="casework.forget_enquiries", queue="casework", queueing_lock="casework.forget_enquiries")
def forget_enquiries(timestamp: int = 0) -> None:
    """Every hour, for a machine that is on by day only would never see its night."""
    if erased := forget():
        log.info("who asked was erased from %s enquiries", erased)
