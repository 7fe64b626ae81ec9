"""What a line is expected to bring, what it brought, and what stood in the way."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import Same, unique_with
from globa.planning.plans.lines import PlanLine
from globa.planning.plans.parts import PartQuerySet, frozen, lineage, position, says_something, withdrawn_on
from globa.registry.ownership import recorded_by
from globa.vocabulary.sensitivity import classes


class Meant(models.TextChoices):
    """How a number of a plan is meant."""

    EXACTLY = "exactly", _("exactly")
    ABOUT = "about", _("about")
    AT_LEAST = "at_least", _("at least")
    AT_MOST = "at_most", _("at most")
    MORE_THAN = "more_than", _("more than")
    LESS_THAN = "less_than", _("less than")
    RANGE = "range", pgettext_lazy("of a number", "from … to …")


@tracked
class ExpectedResult(models.Model):
    """
    A target that can be computed, or honest free text. `text` is the sentence; `until` is the end of a range.

    `unit` and `population` say of what and of whom the number is: children, in foster care. `indicator` is the code of the figure that
    answers it, where one does; it may be named after the approval, for it changes nothing of what was approved.
    """

    id = key()
    organisation = recorded_by()
    line = models.ForeignKey(PlanLine, on_delete=models.PROTECT, related_name="expected_results", verbose_name=_("line"))
    lineage = lineage()
    position = position()
    text = models.TextField(_("expected result"))
    indicator = models.CharField(_("answered by the figure"), max_length=100, blank=True)
    comparator = models.CharField(_("meant as"), max_length=10, choices=Meant, blank=True)
    quantity = models.DecimalField(_("how many"), max_digits=14, decimal_places=2, null=True, blank=True)
    until = models.DecimalField(_("up to"), max_digits=14, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("of what"), max_length=100, blank=True)
    population = models.CharField(_("of whom"), max_length=200, blank=True)
    withdrawn_on = withdrawn_on()

    objects = PartQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation line lineage position text indicator comparator quantity until unit population withdrawn_on")

    class Meta:
        verbose_name = _("expected result")
        verbose_name_plural = _("expected results")
        ordering = ["position"]
        constraints = [
            unique_with("line", name="expected_result_of_line"),
            Same("line", "organisation", name="expected_result_on_own_line"),
            says_something("text", "expected_result_says_something", _("Write what is expected.")),
            models.CheckConstraint(
                name="expected_number_says_how_it_is_meant",
                condition=Q(quantity__isnull=True, comparator="") | (Q(quantity__isnull=False) & ~Q(comparator="")),
                violation_error_message=_("A number says how it is meant: exactly, about, at least, at most, or a range."),
            ),
            models.CheckConstraint(
                name="expected_number_is_of_something",
                condition=Q(quantity__isnull=True) | Q(unit__regex=r"\S"),
                violation_error_message=_("Say of what the number is: children, families, hours."),
            ),
            models.CheckConstraint(
                name="range_has_two_ends",
                condition=Q(comparator=Meant.RANGE, until__isnull=False, until__gt=F("quantity"))
                | (~Q(comparator=Meant.RANGE) & Q(until__isnull=True)),
                violation_error_message=_("A range has two ends, and the second is the greater; nothing else has a second end."),
            ),
        ]
        triggers = [frozen("expectation_of_an_approved_plan_stays", "part of a line", but=("indicator",))]

    def __str__(self) -> str:
        return self.text

    def met_by(self, result: Decimal | None) -> bool | None:
        """Whether the result reaches the target; None where there is no target or no result. About: within a tenth."""
        target = self.quantity
        if target is None or result is None:
            return None
        return {
            Meant.EXACTLY: result == target,
            Meant.ABOUT: abs(result - target) <= target / 10,
            Meant.AT_LEAST: result >= target,
            Meant.AT_MOST: result <= target,
            Meant.MORE_THAN: result > target,
            Meant.LESS_THAN: result < target,
            Meant.RANGE: target <= result <= (self.until or target),
        }[Meant(self.comparator)]


@tracked
class AchievedResult(models.Model):
    """
    A result as somebody wrote it down. One that follows from records is computed and not kept; a number kept here takes its place,
    and needs a reason and a paper or a file that proves it. A sentence without a number needs neither.
    """

    id = key()
    organisation = recorded_by()
    line = models.ForeignKey(PlanLine, on_delete=models.PROTECT, related_name="achieved_results", verbose_name=_("line"))
    expected = models.ForeignKey(
        ExpectedResult, on_delete=models.PROTECT, null=True, blank=True, related_name="achieved", verbose_name=_("expected result")
    )
    position = position()
    text = models.TextField(_("result"))
    quantity = models.DecimalField(_("how many"), max_digits=14, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("of what"), max_length=100, blank=True)
    population = models.CharField(_("of whom"), max_length=200, blank=True)
    reason = models.TextField(_("why it is written by hand"), blank=True)
    paper = models.ForeignKey(
        "registry.Paper", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("paper that proves it")
    )
    file = models.ForeignKey(
        "registry.File", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("document that proves it")
    )
    withdrawn_on = withdrawn_on()

    objects = PartQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation line expected position text quantity unit population withdrawn_on", S1="reason paper file")

    class Meta:
        verbose_name = _("achieved result")
        verbose_name_plural = _("achieved results")
        ordering = ["position"]
        constraints = [
            Same("line", "organisation", name="achieved_result_on_own_line"),
            Same("paper", "organisation", name="achieved_result_has_own_paper"),
            Same("file", "organisation", name="achieved_result_has_own_file"),
            Same(
                "expected", "line", name="result_answers_an_expectation_of_its_line",
                violation_error_message=_("A result answers an expectation of the same line. Choose one from its list."),
            ),
            models.UniqueConstraint(
                fields=["expected"],
                name="expectation_is_answered_once_by_hand",
                condition=Q(withdrawn_on__isnull=True, expected__isnull=False),
                violation_error_message=_("A result is written down for this expectation already. Change that one, or withdraw it."),
            ),
            says_something("text", "achieved_result_says_something", _("Write what was achieved.")),
            models.CheckConstraint(
                name="number_by_hand_has_reason_and_evidence",
                condition=Q(quantity__isnull=True)
                | (Q(reason__regex=r"\S") & (Q(paper__isnull=False) | Q(file__isnull=False))),
                violation_error_message=_("A number written by hand needs a reason and a paper or a document that proves it."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.text


@tracked
class Obstacle(models.Model):
    """What stood in the way of a line, also the reason why far less or more was spent than planned."""

    id = key()
    organisation = recorded_by()
    line = models.ForeignKey(PlanLine, on_delete=models.PROTECT, related_name="obstacles", verbose_name=_("line"))
    position = position()
    text = models.TextField(_("obstacle"))
    withdrawn_on = withdrawn_on()

    objects = PartQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation line position text withdrawn_on")

    class Meta:
        verbose_name = _("obstacle")
        ordering = ["position"]
        constraints = [
            Same("line", "organisation", name="obstacle_on_own_line"),
            says_something("text", "obstacle_says_something", _("Write what stood in the way.")),
        ]

    def __str__(self) -> str:
        return self.text


def expect(*, line: PlanLine, text: str, by: Actor | None, **target: Any) -> ExpectedResult:
    """Expect a result: words, and with `comparator`, `quantity`, `until`, `unit`, `population`, `indicator` a target."""
    made = ExpectedResult(
        organisation_id=line.organisation_id, line=line, text=text.strip(), position=line.expected_results.count(), **target
    )
    with operation("planning.expect", by=by, about=made):
        made.save(force_insert=True)
    return made


def name_indicator(*, expected: ExpectedResult, indicator: str, by: Actor | None) -> None:
    """Say which figure answers the expectation, also in an approved plan; an empty code takes it back."""
    with operation("planning.name_indicator", by=by, about=expected):
        expected.indicator = indicator
        expected.save(update_fields=["indicator"])


def record_result(*, line: PlanLine, text: str, by: Actor | None, expected: ExpectedResult | None = None, **told: Any) -> AchievedResult:
    """Write down what was achieved; a number (`quantity`, `unit`, `population`) needs `reason` and `paper` or `file`."""
    made = AchievedResult(
        organisation_id=line.organisation_id,
        line=line,
        expected=expected,
        text=text.strip(),
        position=line.achieved_results.count(),
        **told,
    )
    with operation("planning.record_result", by=by, about=made, reason=told.get("reason", "")):
        made.save(force_insert=True)
    return made


def answer(*, result: AchievedResult, expected: ExpectedResult | None, by: Actor | None) -> None:
    """Say which expectation a written result answers; None takes it back."""
    with operation("planning.answer_expectation", by=by, about=result):
        result.expected = expected
        result.save(update_fields=["expected"])


def record_obstacle(*, line: PlanLine, text: str, by: Actor | None) -> Obstacle:
    made = Obstacle(organisation_id=line.organisation_id, line=line, text=text.strip(), position=line.obstacles.count())
    with operation("planning.record_obstacle", by=by, about=made):
        made.save(force_insert=True)
    return made
