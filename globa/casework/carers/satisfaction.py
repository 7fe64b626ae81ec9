"""
How content carers are, asked without knowing who said what.

An answer is no row: it is one more in a tally. That somebody has answered is kept beside, so that each is counted once
and the denominator is true. Nothing that names the answering account is written with it - no operation, no history, no
time - and every answer rewrites all rows of its survey's tally, so that the database's own marks tell nothing either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import models, transaction
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext_lazy as _

from globa.journal.concerns import by_name
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, counting, operation
from globa.journal.protection import Protection
from globa.journal.same import Same, unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message

SCORES = range(1, 6)
FEWEST = 5
"""Of fewer answers nothing is shown: who knows four of five would know the fifth."""


class AnsweredAlready(Refusal):
    def __init__(self) -> None:
        super().__init__(message("You have answered already, or this question is closed. Nothing was counted twice."))


class SurveyQuerySet(OwnQuerySet):
    def open_on(self, day: date) -> SurveyQuerySet:
        return self.filter(opens_on__lte=day, closes_on__gt=day)


@tracked
class Survey(models.Model):
    """One question to everybody who was asked; it is answered by 1 to 5 until the day on which it closes."""

    id = key()
    organisation = recorded_by()
    sentence = models.CharField(_("question"), max_length=300)
    opens_on = models.DateField(_("asked since"), default=today)
    closes_on = models.DateField(_("closes"))

    objects = SurveyQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation sentence opens_on closes_on")

    class Meta:
        verbose_name = _("question to carers")
        constraints = [
            unique_with("organisation", name="survey_of_organisation"),
            models.CheckConstraint(
                name="survey_lasts_a_day",
                condition=Q(closes_on__gt=models.F("opens_on")),
                violation_error_message=_("It would close before anybody could answer. Choose a later day."),
            ),
        ]

    def __str__(self) -> str:
        return self.sentence


class Asked(models.Model):
    """Somebody who was asked, and whether they have answered; not when, and not what."""

    id = key()
    organisation = recorded_by()
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="asked", verbose_name=_("question"))
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("asked"))
    has_answered = models.BooleanField(_("has answered"), default=False)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    concerns = by_name("person")
    sensitivity = classes(S1="id organisation survey has_answered", S2="person")

    class Meta:
        verbose_name = _("asked carer")
        constraints = [
            Same("survey", "organisation", name="asked_of_own_survey"),
            models.UniqueConstraint(
                fields=["survey", "person"], name="asked_once", violation_error_message=_("This person is asked already.")
            ),
        ]

    def __str__(self) -> str:
        return str(self.survey_id)


class Tally(models.Model):
    """How many gave one score."""

    id = key()
    organisation = recorded_by()
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="tally", verbose_name=_("question"))
    score = models.PositiveSmallIntegerField(_("score"))
    number = models.PositiveIntegerField(_("how many"), default=0)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation survey score number")

    class Meta:
        verbose_name = _("tally of answers")
        constraints = [
            Same("survey", "organisation", name="tally_of_own_survey"),
            models.UniqueConstraint(
                fields=["survey", "score"], name="one_tally_a_score", violation_error_message=_("This score is counted already.")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.score}: {self.number}"


@dataclass(frozen=True)
class Result:
    """`scores` are empty while the question is open or too few have answered; `answered` of `asked` is always told."""

    survey: Survey
    asked: int
    answered: int
    is_open: bool
    scores: tuple[tuple[int, int], ...]

    @property
    def is_too_few(self) -> bool:
        return not self.is_open and not self.scores


def ask(*, organisation: Organisation, sentence: str, closes_on: date, people: Iterable[Person], by: Actor | None) -> Survey:
    """Ask one question of everybody who is a carer on this day."""
    made = Survey(organisation=organisation, sentence=sentence.strip(), closes_on=closes_on)
    with operation("casework.ask_carers", by=by, about=made):
        made.save(force_insert=True)
        Asked.objects.bulk_create(Asked(organisation=organisation, survey=made, person=person) for person in people)
        Tally.objects.bulk_create(Tally(organisation=organisation, survey=made, score=score) for score in SCORES)
    return made


def answer(*, survey: Survey, score: int, by: User) -> None:
    """Count one answer; what says that it was given and what was given are joined by nothing."""
    with transaction.atomic():
        open_now = Survey.objects.filter(pk=survey.pk).open_on(today()).exists()
        mine = Asked.objects.filter(survey=survey, person=by.person_id, has_answered=False)
        if score not in SCORES or not open_now or mine.update(has_answered=True) != 1:
            raise AnsweredAlready
        one_more = Case(When(score=score, then=Value(1)), default=Value(0))
        Tally.objects.filter(survey=survey).update(number=F("number") + one_more)


def results(organisation: Organisation, day: date) -> list[Result]:
    """The newest first; three questions however many there are. Counted over everybody who was asked, for nobody is named."""
    with counting():
        return _results(organisation, day)


def _results(organisation: Organisation, day: date) -> list[Result]:
    surveys = list(Survey.objects.filter(organisation=organisation).order_by("-closes_on", "-pk"))
    asked = _counts(Asked.objects.filter(survey__in=surveys))
    tallies: dict[object, list[tuple[int, int]]] = {}
    for row in Tally.objects.filter(survey__in=surveys).order_by("score"):
        tallies.setdefault(row.survey_id, []).append((row.score, row.number))
    return [_result(one, asked.get(one.pk, 0), tallies.get(one.pk, []), one.closes_on > day) for one in surveys]


def _result(survey: Survey, asked: int, tally: list[tuple[int, int]], is_open: bool) -> Result:
    answered = sum(number for _score, number in tally)
    shown = () if is_open or answered < FEWEST else tuple(tally)
    return Result(survey, asked, answered, is_open, shown)


def _counts(rows: models.QuerySet[Asked]) -> dict[object, int]:
    return dict(rows.order_by().values("survey").annotate(people=models.Count("pk")).values_list("survey", "people"))
