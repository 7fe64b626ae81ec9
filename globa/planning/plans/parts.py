"""What all parts of a plan share: they are withdrawn and never deleted, and those of an approved plan stay as they were approved."""

from __future__ import annotations

from typing import Any, Self

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.keys import new_key
from globa.journal.rules import refuses
from globa.registry.access import OwnQuerySet


class PartQuerySet(OwnQuerySet):
    def in_force(self) -> Self:
        return self.filter(withdrawn_on__isnull=True)


class Missing(models.TextChoices):
    """Why there is no amount. Missing is never 0, and these four are never one another."""

    NONE = "none", _("nothing")
    UNKNOWN = "unknown", _("not known how much")
    ELSEWHERE = "elsewhere", _("under another line")
    IN_KIND = "in_kind", _("in kind")


def lineage() -> models.UUIDField:
    """The same in every version of the plan: amounts used and results follow their line through amendments."""
    return models.UUIDField(_("the same in all versions"), default=new_key, editable=False, db_index=True)


def withdrawn_on() -> models.DateField:
    return models.DateField(_("withdrawn on"), null=True, blank=True, editable=False)


def position() -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(_("place in the order"), default=0)


def says_something(column: str, name: str, sentence: Any) -> models.CheckConstraint:
    return models.CheckConstraint(name=name, condition=Q(**{f"{column}__regex": r"\S"}), violation_error_message=sentence)


def number_once(parent: str, name: str, sentence: Any) -> models.UniqueConstraint:
    """What has no number is not compared: a printed plan does not always number everything."""
    return models.UniqueConstraint(
        fields=[parent, "no"], name=name, condition=Q(withdrawn_on__isnull=True) & ~Q(no=""), violation_error_message=sentence
    )


FROZEN = _("The plan is approved, and what the council approved stays. Amend the plan: its next version may be changed.")
_GOAL = "JOIN planning_goal g ON g.plan_id = p.id "
_OBJECTIVE = _GOAL + "JOIN planning_objective o ON o.goal_id = g.id "
_MEASURE = _OBJECTIVE + "JOIN planning_measure m ON m.objective_id = o.id "
_LINE = _MEASURE + "JOIN planning_planline l ON l.measure_id = m.id "
TO_PLAN = {"goal": "", "objective": _GOAL, "measure": _OBJECTIVE, "line": _MEASURE, "part of a line": _LINE}
PARENT = {"goal": "p.id = NEW.plan_id", "objective": "g.id = NEW.goal_id", "measure": "o.id = NEW.objective_id",
          "line": "m.id = NEW.measure_id", "part of a line": "l.id = NEW.line_id"}  # fmt: skip


def frozen(name: str, level: str, *, but: tuple[str, ...] = ()) -> pgtrigger.Trigger:
    """Refuse a change below an approved plan; the columns `but` may change."""
    kept = "".join(f" - '{column}'" for column in but)
    same = f" AND (TG_OP = 'INSERT' OR (to_jsonb(NEW){kept}) IS DISTINCT FROM (to_jsonb(OLD){kept}))"
    approved = f"EXISTS (SELECT 1 FROM planning_plan p {TO_PLAN[level]}WHERE {PARENT[level]} AND p.approved_on IS NOT NULL)"  # noqa: S608
    return refuses(name, approved + same, FROZEN)
