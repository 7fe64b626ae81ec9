"""The check itself, in the worker: the file is read in a process without rights, then the rules are asked."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from typing import Any

from django.utils import timezone, translation

from globa.checker.finding import Severity
from globa.importers.checked_documents.answers import carry_over
from globa.importers.checked_documents.documents import DONE, CheckedDocument, CheckState
from globa.importers.checked_documents.refusals import NotChecked
from globa.importers.checked_documents.results import Result
from globa.journal.operations import acting, operation
from globa.registry.accounts.users import User
from globa.vocabulary.refusal import Refusal

BEGUN, READ = 3, 80
"""Reading takes from the one to the other; the rules the rest."""
log = logging.getLogger(__name__)


def check(pk: uuid.UUID, owner: User) -> None:
    """Each step is a transaction of its own, so that the owner sees how far it is. Run twice, it checks once."""
    try:
        with acting(owner):
            asked = _at_work(pk, owner)
        if asked is None:
            return
        name, content = asked
        _finish(pk, owner, _checked(name, content, _teller(pk, owner)))
    except Refusal as refusal:
        _refuse(pk, owner, refusal)
    except Exception:
        log.exception("the document %s was not checked", pk)
        _refuse(pk, owner, NotChecked())


def _at_work(pk: uuid.UUID, owner: User) -> tuple[str, bytes] | None:
    """The owner's own file; None where it is gone or its check has ended."""
    found = CheckedDocument.objects.of(owner).at_work().filter(pk=pk).first()
    if found is None:
        return None
    CheckedDocument.objects.filter(pk=pk).update(state=CheckState.RUNNING, progress=BEGUN)
    content = found.file()
    if content is None:
        raise NotChecked
    return found.name, content


def _checked(name: str, content: bytes, told: Callable[[int, int], None]) -> Result:
    # Loaded when there is something to read: neither a page nor the other jobs need readers and rules.
    from globa.checker.checking import check as ask_the_rules
    from globa.documents.apart import read_apart

    document = read_apart(content, name=name, told=told)
    return Result(document, tuple(ask_the_rules(document)))


def _teller(pk: uuid.UUID, owner: User) -> Callable[[int, int], None]:
    """Write down how far the reading is, once for each percent."""
    last = BEGUN

    def told(done: int, of: int) -> None:
        nonlocal last
        now = BEGUN + (READ - BEGUN) * min(done, of) // of if of > 0 else BEGUN
        if now > last:
            last = now
            _change(pk, owner, progress=now)

    return told


def _change(pk: uuid.UUID, owner: User, **what: Any) -> None:
    with acting(owner):
        CheckedDocument.objects.of(owner).at_work().filter(pk=pk).update(**what)


def _refuse(pk: uuid.UUID, owner: User, refusal: Refusal) -> None:
    said = refusal.said(translation.gettext)
    _change(pk, owner, state=CheckState.REFUSED, said=said, file_sealed=None, done_at=timezone.now())


def _finish(pk: uuid.UUID, owner: User, result: Result) -> None:
    """The file goes as the result comes. A document that was forgotten meanwhile stays forgotten."""
    with acting(owner):
        found = CheckedDocument.objects.of(owner).at_work().select_for_update().filter(pk=pk).first()
        if found is None:
            return
        with operation("importers.check_document", by=owner, about=found):
            found.put_result(result)
            found.file_sealed = None
            found.state, found.progress, found.done_at = CheckState.DONE, DONE, timezone.now()
            found.contradictions, found.suspicious, found.of_form = (_count(result, one) for one in Severity)
            found.save()
            carry_over(found, {one.id for one in result.findings})


def _count(result: Result, severity: Severity) -> int:
    return sum(1 for one in result.findings if one.severity == severity)
