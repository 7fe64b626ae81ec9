"""Papers written, and cases of temporary supervision."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet

from benchmarks.orm.asked import Answer, Asked, Peer, different, persons
from globa.casework.cases import Case
from globa.casework.conclusions import Conclusion, Recommendation
from globa.casework.plans import AssessmentWithPlan
from globa.registry.papers import Paper

WITH_RECORDS = ("conclusion", "recommendation", "assessment_with_plan")


def concluded(asked: Asked, **what: Any) -> QuerySet[Any]:
    return asked.of(Conclusion).filter(**asked.within("paper__issued_on"), **what)


def recommended(asked: Asked) -> QuerySet[Any]:
    return asked.of(Recommendation).filter(**asked.within("paper__issued_on"))


def assessed(asked: Asked) -> QuerySet[Any]:
    return asked.of(AssessmentWithPlan).filter(**asked.within("planned_on"))


def others(asked: Asked) -> QuerySet[Any]:
    return asked.of(Paper).filter(~Q(kind__in=WITH_RECORDS), **asked.within("issued_on"))


def positive(asked: Asked) -> Answer:
    found = concluded(asked).aggregate(of=Count("pk", filter=Q(outcome="positive")), to=Count("pk"))
    return found["of"], found["to"]


def supervision(asked: Asked, **what: Any) -> int:
    return asked.of(Case).filter(kind="temporary_supervision_on_request", **what).count()


PEERS: dict[str, Peer] = {
    "foster-centre.prepared-guardian-families": lambda asked: different(
        concluded(asked, outcome="positive", about__in=("guardian", "kin_guardian"), is_repeat=False), "household"
    ),
    "foster-centre.conclusions": lambda asked: concluded(asked).count(),
    "foster-centre.positive-conclusions": lambda asked: concluded(asked, outcome="positive").count(),
    "foster-centre.positive-share": positive,
    "foster-centre.hosting-recommendations": lambda asked: recommended(asked).count(),
    "foster-centre.assessments-with-plans": lambda asked: assessed(asked).count(),
    "foster-centre.papers": lambda asked: (
        concluded(asked).count() + recommended(asked).count() + assessed(asked).count() + others(asked).count()
    ),
    "foster-centre.supervision-cases": lambda asked: supervision(asked, **asked.within("during__startswith")),
    "foster-centre.supervision-cases-closed": lambda asked: supervision(asked, **asked.within("during__endswith")),
    "foster-centre.supervision-cases-at-opening": lambda asked: supervision(asked, during__contains=asked.opening),
    "foster-centre.supervision-cases-at-closing": lambda asked: supervision(asked, during__contains=asked.closing),
    "staff.newly-attested": lambda asked: persons(asked.of(Paper).filter(kind="attestation", **asked.within("issued_on")), "person"),
}
