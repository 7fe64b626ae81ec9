"""What a plan aims at: goals, their objectives (uždaviniai), and the measures by which they are reached."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import Same, unique_with
from globa.planning.plans.parts import PartQuerySet, frozen, number_once, position, withdrawn_on
from globa.planning.plans.plans import Plan
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import classes

NUMBER_TAKEN = _("There is already one with this number here. Give it another number.")


class MeasureKind(models.TextChoices):
    SERVICE = "service", _("service")
    PROJECT = "project", _("project")
    BENEFIT = "benefit", _("benefit")
    EVENT = "event", _("event")
    WORKS = "works", pgettext_lazy("kind of a measure", "works")
    PLACES = "places", _("places paid elsewhere")
    QUALITY = "quality", _("quality control")
    TRAINING = "training", _("training of workers")
    VOLUNTEERING = "volunteering", _("volunteering")
    OTHER = "other", _("other")


def _number(length: int = 20) -> models.CharField:
    return models.CharField(_("number"), max_length=length, blank=True)


@tracked
class Goal(models.Model):
    id = key()
    organisation = recorded_by()
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="goals", verbose_name=_("plan"))
    no = _number()
    text = models.TextField(_("goal"), blank=True)
    position = position()
    withdrawn_on = withdrawn_on()

    objects = PartQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation plan no text position withdrawn_on")

    class Meta:
        verbose_name = pgettext_lazy("of a plan", "goal")
        ordering = ["position"]
        constraints = [
            unique_with("organisation", name="goal_of_organisation"),
            Same("plan", "organisation", name="goal_of_own_plan"),
            number_once("plan", "goal_number_once", NUMBER_TAKEN),
        ]
        triggers = [frozen("goal_of_an_approved_plan_stays", "goal")]

    def __str__(self) -> str:
        return f"{self.no}. {self.text}"


@tracked
class Objective(models.Model):
    id = key()
    organisation = recorded_by()
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="objectives", verbose_name=_("goal"))
    no = _number()
    text = models.TextField(_("objective"), blank=True)
    position = position()
    withdrawn_on = withdrawn_on()

    objects = PartQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation goal no text position withdrawn_on")

    class Meta:
        verbose_name = pgettext_lazy("of a plan", "objective")
        ordering = ["position"]
        constraints = [
            unique_with("organisation", name="objective_of_organisation"),
            Same("goal", "organisation", name="objective_of_own_goal"),
            number_once("goal", "objective_number_once", NUMBER_TAKEN),
        ]
        triggers = [frozen("objective_of_an_approved_plan_stays", "objective")]

    def __str__(self) -> str:
        return f"{self.no}. {self.text}"


@tracked
class Measure(models.Model):
    """`strategic_code` is the code of the municipality's strategic plan that it carries out: 07-03-01-03 (T)."""

    id = key()
    organisation = recorded_by()
    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="measures", verbose_name=_("objective"))
    no = _number()
    text = models.TextField(_("measure"))
    kind = models.CharField(_("kind"), max_length=20, choices=MeasureKind, blank=True)
    strategic_code = models.CharField(_("code of the strategic plan"), max_length=40, blank=True)
    position = position()
    withdrawn_on = withdrawn_on()

    objects = PartQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation objective no text kind strategic_code position withdrawn_on")

    class Meta:
        verbose_name = pgettext_lazy("of a plan", "measure")
        ordering = ["position"]
        constraints = [
            unique_with("organisation", name="measure_of_organisation"),
            Same("objective", "organisation", name="measure_of_own_objective"),
            number_once("objective", "measure_number_once", NUMBER_TAKEN),
        ]
        triggers = [frozen("measure_of_an_approved_plan_stays", "measure")]

    def __str__(self) -> str:
        return f"{self.no}. {self.text}"


def add_goal(*, plan: Plan, text: str, by: Actor | None, no: str = "") -> Goal:
    goal = Goal(organisation_id=plan.organisation_id, plan=plan, no=no.strip(), text=text.strip(), position=plan.goals.count())
    with operation("planning.add_goal", by=by, about=goal):
        goal.save(force_insert=True)
    return goal


def add_objective(*, goal: Goal, text: str, by: Actor | None, no: str = "") -> Objective:
    made = Objective(organisation_id=goal.organisation_id, goal=goal, no=no.strip(), text=text.strip(), position=goal.objectives.count())
    with operation("planning.add_objective", by=by, about=made):
        made.save(force_insert=True)
    return made


def add_measure(
    *, objective: Objective, text: str, by: Actor | None, no: str = "", kind: MeasureKind | str = "", strategic_code: str = ""
) -> Measure:
    made = Measure(
        organisation_id=objective.organisation_id, objective=objective, no=no.strip(), text=text.strip(), kind=kind,
        strategic_code=strategic_code.strip(), position=objective.measures.count(),
    )  # fmt: skip
    with operation("planning.add_measure", by=by, about=made):
        made.save(force_insert=True)
    return made
