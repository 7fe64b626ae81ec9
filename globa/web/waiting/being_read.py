"""Documents that somebody dropped to be read: a check, or a plan that is to be taken over. They are read while one does something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from globa.importers.checked_documents.documents import CheckedDocument, CheckState
from globa.importers.plans.kept import ImportState, PlanImport
from globa.registry.accounts.users import User
from globa.registry.policy import Area, may_enter

SHOWN = 20
TONES: dict[str, str] = {
    CheckState.WAITING: "amber", CheckState.RUNNING: "amber", CheckState.DONE: "", CheckState.REFUSED: "brick",
    ImportState.READ: "amber", ImportState.ACCEPTED: "",
}  # fmt: skip
"""Both kinds call waiting, running and refused the same."""


@dataclass(frozen=True)
class BeingRead:
    """`what` it is read for; `progress` in percent while it is read."""

    name: str
    address: str
    what: str | Promise
    state: str
    tone: str
    asked_at: datetime
    is_at_work: bool
    progress: int


def being_read(user: User, role: str) -> list[BeingRead]:
    """One's own, of pages to which the role comes; the newest first, two questions."""
    found = [*(_checks(user) if may_enter(role, Area.REPORTS) else ()), *(_plans(user) if may_enter(role, Area.PLANNING) else ())]
    return sorted(found, key=lambda one: one.asked_at, reverse=True)[:SHOWN]


def _checks(user: User) -> Iterator[BeingRead]:
    for one in CheckedDocument.objects.of(user).newest_first().without_content()[:SHOWN]:
        yield _line(one, reverse("reports-check", args=[one.pk]), _("check whether it agrees with itself"))


def _plans(user: User) -> Iterator[BeingRead]:
    for one in PlanImport.objects.visible_to(user).filter(asked_by=user).shown()[:SHOWN]:
        yield _line(one, reverse("plans-import-one", args=[one.pk]), _("take over as a plan"))


def _line(one: CheckedDocument | PlanImport, address: str, what: str | Promise) -> BeingRead:
    tone = TONES.get(one.state, "line")
    return BeingRead(one.name, address, what, one.get_state_display(), tone, one.asked_at, one.is_at_work, one.progress)
