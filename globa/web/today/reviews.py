"""Plans of children in care whose review is due: the next work that the records themselves ask for."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from globa.care.guardianships import Guardianship
from globa.care.stays import Stay
from globa.casework.plans import AssessmentWithPlan
from globa.registry.accounts.users import User

AHEAD = timedelta(days=30)


def reviews(user: User, on: date) -> QuerySet[AssessmentWithPlan]:
    """Only of each child's last plan, and only while the child is in care; one query."""
    lives = Exists(Stay.objects.on(on).order_by().filter(child=OuterRef("child")))
    guarded = Exists(Guardianship.objects.on(on).order_by().filter(child=OuterRef("child")))
    newer = Exists(AssessmentWithPlan.objects.filter(child=OuterRef("child"), planned_on__gt=OuterRef("planned_on")))
    due = AssessmentWithPlan.objects.visible_to(user).filter(~newer, Q(lives) | Q(guarded), review_due__lte=on + AHEAD)
    return due.select_related("child").order_by("-review_due", "pk")
