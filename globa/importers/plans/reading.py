"""Reading a plan's document, in the worker: in a process without rights, then understood, then asked by the rules of the checker."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from typing import Any

from django.utils import timezone, translation

from globa.importers.checked_documents.checking import BEGUN, READ
from globa.importers.checked_documents.documents import DONE
from globa.importers.checked_documents.refusals import NotChecked
from globa.importers.plans.keeping import ReadPlan
from globa.importers.plans.kept import ImportState, PlanImport
from globa.journal.operations import acting, operation
from globa.registry.accounts.users import User
from globa.vocabulary.refusal import Refusal

log = logging.getLogger(__name__)


def read_plan(pk: uuid.UUID, by: User) -> None:
    """Each step is a transaction of its own, so that whoever waits sees how far it is. Run twice, it reads once."""
    try:
        with acting(by):
            asked = _at_work(pk, by)
        if asked is None:
            return
        plan, content = asked
        _finish(pk, by, _read(plan, content, _teller(pk, by)))
    except Refusal as refusal:
        _refuse(pk, by, refusal)
    except Exception:
        log.exception("the plan %s was not read", pk)
        _refuse(pk, by, NotChecked())


def _at_work(pk: uuid.UUID, by: User) -> tuple[PlanImport, bytes] | None:
    """None where it was put away, or where its reading has ended."""
    found = PlanImport.objects.visible_to(by).at_work().filter(pk=pk).select_related("organisation").first()
    if found is None:
        return None
    PlanImport.objects.filter(pk=pk).update(state=ImportState.RUNNING, progress=BEGUN)
    content = found.content()
    if content is None:
        raise NotChecked
    return found, content


def _read(plan: PlanImport, content: bytes, told: Callable[[int, int], None]) -> ReadPlan:
    # Loaded when there is something to read: neither a page nor the other jobs need readers and rules.
    from globa.checker.checking import check
    from globa.documents.apart import read_apart
    from globa.importers.plans.results import proposed
    from globa.importers.plans.understanding import understand

    document = read_apart(content, name=plan.name, told=told)
    understood = understand(document, code=plan.organisation.code, year=plan.year)
    return ReadPlan(document, understood, tuple(check(document)), proposed(understood))


def _teller(pk: uuid.UUID, by: User) -> Callable[[int, int], None]:
    """Write down how far the reading is, once for each percent."""
    last = BEGUN

    def told(done: int, of: int) -> None:
        nonlocal last
        now = BEGUN + (READ - BEGUN) * min(done, of) // of if of > 0 else BEGUN
        if now > last:
            last = now
            _change(pk, by, progress=now)

    return told


def _change(pk: uuid.UUID, by: User, **what: Any) -> None:
    with acting(by):
        PlanImport.objects.visible_to(by).at_work().filter(pk=pk).update(**what)


def _refuse(pk: uuid.UUID, by: User, refusal: Refusal) -> None:
    _change(pk, by, state=ImportState.REFUSED, said=refusal.said(translation.gettext), file_sealed=None, done_at=timezone.now())


def _finish(pk: uuid.UUID, by: User, read: ReadPlan) -> None:
    """What was put away meanwhile stays away."""
    with acting(by):
        found = PlanImport.objects.visible_to(by).at_work().select_for_update(of=("self",)).filter(pk=pk).first()
        if found is None:
            return
        with operation("importers.read_plan", by=by, about=found):
            found.put_what_was_read(read)
            found.state, found.progress, found.done_at = ImportState.READ, DONE, timezone.now()
            found.save()
