"""Work that nobody waits for before a page: making the file that somebody asked for, deleting the old ones."""

from __future__ import annotations

import logging
import uuid
from typing import Any

from django.utils import translation
from procrastinate.contrib.django import app

from globa.journal.operations import acting, operation
from globa.registry.accounts.users import User
from globa.registry.files import keep
from globa.reports.exports.asked import COUNTED, DONE, Export, ExportState
from globa.reports.exports.export import export as made_of
from globa.reports.exports.forgetting import forget
from globa.reports.exports.formats import Format
from globa.reports.exports.refusals import NotRendered
from globa.reports.exports.reported import Reported, reported
from globa.reports.exports.word_templates import in_use
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import Sensitivity

log = logging.getLogger(__name__)


@app.task(name="reports.export", queue="reports")
def export_report(export: str, user: str) -> None:
    """
    Make the file, as whoever asked: what the asker may no longer see is not made.

    Each step is a transaction of its own, so that the asker sees how far it is. Run twice, it makes one file.
    """
    asker = User.objects.filter(pk=uuid.UUID(user), is_active=True).first()
    if asker is None:
        log.warning("the asker of the export %s has no account any more", export)
        return
    with translation.override(asker.language):
        _make(uuid.UUID(export), asker)


@app.periodic(cron="23 * * * *")
@app.task(name="reports.forget_exports", queue="reports", queueing_lock="reports.forget_exports")
def forget_exports(timestamp: int = 0) -> None:
    """Every hour, for a machine that is on by day only would never see its night."""
    if deleted := forget():
        log.info("%s files of exports were deleted", deleted)


def _make(pk: uuid.UUID, asker: User) -> None:
    try:
        with acting(asker):
            asked = _at_work(pk, asker)
            if asked is None:
                return
            report, template = reported(asked.report), in_use(asked.organisation_id, asked.report.form)
        _say(pk, asker, progress=COUNTED)
        content = made_of(report.document, report.seal, asked.format, template)
        with acting(asker):
            _finish(pk, asker, report, content)
    except Refusal as refusal:
        _say(pk, asker, state=ExportState.REFUSED, said=refusal.said(translation.gettext))
    except Exception:
        log.exception("the export %s was not made", pk)
        _say(pk, asker, state=ExportState.REFUSED, said=NotRendered("").said(translation.gettext))


def _at_work(pk: uuid.UUID, asker: User) -> Export | None:
    """The asker's own export of a report that the asker may see now; None where it is gone or finished."""
    asked = Export.objects.of(asker).select_related("report__organisation").filter(pk=pk).first()
    if asked is None or not asked.is_at_work:
        return None
    asked.state, asked.progress = ExportState.RUNNING, 5
    asked.save(update_fields=["state", "progress"])
    return asked


def _say(pk: uuid.UUID, asker: User, **what: Any) -> None:
    with acting(asker):
        Export.objects.filter(pk=pk, asked_by=asker).update(**what)


def _finish(pk: uuid.UUID, asker: User, report: Reported, content: bytes) -> None:
    asked = Export.objects.of(asker).select_related("organisation").select_for_update(of=["self"]).get(pk=pk)
    if not asked.is_at_work:
        return
    with operation("reports.export", by=asker, about=asked):
        asked.file = keep(
            organisation=asked.organisation,
            name=f"{report.name}.{asked.format}",
            media_type=Format(asked.format).media_type,
            content=content,
            sensitivity=Sensitivity.S1,
            by=asker,
        )
        asked.state, asked.progress = ExportState.READY, DONE
        asked.save(update_fields=["file", "state", "progress"])
