"""Plans of children in care whose review is due: the next work that the records themselves ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from globa.care.guardianships import Guardianship
from globa.care.stays import Stay
from globa.casework.plans import AssessmentWithPlan
from globa.registry.accounts.users import User

AHEAD = timedelta(days=30)
SHOWN = 4


@dataclass(frozen=True)
class Reviews:
    """`late` and `soon` count all; `shown` are the nearest to today, the late ones first."""

    late: int
    soon: int
    shown: list[AssessmentWithPlan]


def reviews(user: User, on: date) -> Reviews:
    """Only of each child's last plan, and only while the child is in care; one query."""
    lives = Exists(Stay.objects.on(on).order_by().filter(child=OuterRef("child")))
    guarded = Exists(Guardianship.objects.on(on).order_by().filter(child=OuterRef("child")))
    newer = Exists(AssessmentWithPlan.objects.filter(child=OuterRef("child"), planned_on__gt=OuterRef("planned_on")))
    due = AssessmentWithPlan.objects.visible_to(user).filter(~newer, Q(lives) | Q(guarded), review_due__lte=on + AHEAD)
    plans = list(due.select_related("child").order_by("-review_due", "pk"))
    late = [plan for plan in plans if plan.review_due and plan.review_due < on]
    soon = [plan for plan in reversed(plans) if plan.review_due and plan.review_due >= on]
    return Reviews(len(late), len(soon), [*late[: max(0, SHOWN - len(soon))], *soon[:SHOWN]])
