"""A report of an organisation: which form, of what period, which version, and how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses
from globa.journal.same import Same, unique_with
from globa.registry.access import OwnQuerySet
from globa.registry.numbers import next_numbers, number_field, shown
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.reports.keeping.standing import beginning
from globa.vocabulary.period import Period
from globa.vocabulary.sensitivity import classes

if TYPE_CHECKING:
    from globa.reports.forms import Form


class State(models.TextChoices):
    DRAFT = "draft", _("being written")
    IN_SIGNING = "in_signing", _("being signed")
    SIGNED = "signed", _("signed")
    SUBMITTED = "submitted", _("submitted")
    APPROVED = "approved", _("approved")
    RETURNED = "returned", _("returned for correction")


FROZEN = (State.IN_SIGNING, State.SIGNED, State.SUBMITTED, State.APPROVED, State.RETURNED)
STEPS = (
    (State.DRAFT, State.IN_SIGNING),
    (State.DRAFT, State.SIGNED),
    (State.IN_SIGNING, State.SIGNED),
    (State.SIGNED, State.SUBMITTED),
    (State.SUBMITTED, State.APPROVED),
    (State.SIGNED, State.RETURNED),
    (State.SUBMITTED, State.RETURNED),
)
_ALLOWED = ", ".join(f"('{one}', '{next_one}')" for one, next_one in STEPS)


class ReportQuerySet(OwnQuerySet):
    def newest_first(self) -> ReportQuerySet:
        return self.order_by("-during", "form", "-version")

    def as_seen_from(self, organisation: Organisation | None) -> ReportQuerySet:
        """What is signed is for all who see the institution; what is still being written is for those who work there."""
        own = Q(organisation=organisation) if organisation else Q(pk__in=[])
        return self.filter(own | ~Q(state__in=[State.DRAFT, State.IN_SIGNING]))

    def signed(self) -> ReportQuerySet:
        return self.filter(state__in=[State.SIGNED, State.SUBMITTED, State.APPROVED, State.RETURNED])

    def of(self, organisation: Organisation, form: str, period: Period) -> ReportQuerySet:
        return self.filter(organisation=organisation, form=form, during=(period.begins, period.ends))


@tracked
class Report(models.Model):
    """A correction is a new version beside the old one, which stays as it was signed."""

    id = key()
    organisation = recorded_by()
    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    number = number_field()
    form = models.SlugField(_("form"), max_length=60)
    form_version = models.PositiveSmallIntegerField(_("version of the form"))
    during = DateRangeField(_("period"))
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="correction", verbose_name=_("corrects")
    )
    state = models.CharField(pgettext_lazy("of a report", "state"), max_length=20, choices=State, default=State.DRAFT)
    returned_because = models.TextField(_("returned because"), blank=True)

    objects = ReportQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation year number form form_version during version corrects state returned_because")

    class Meta:
        verbose_name = _("report")
        constraints = [
            unique_with("organisation", name="report_of_organisation"),
            Same("corrects", "organisation", name="report_corrects_own_report"),
            models.UniqueConstraint(
                fields=["organisation", "year", "number"],
                name="report_number_once",
                violation_error_message=_("Another report was given this number at the same moment. Save again."),
            ),
            models.UniqueConstraint(
                fields=["organisation", "form", "during", "version"],
                name="report_version_once",
                violation_error_message=_("This version of the report is already there. Open it."),
            ),
            models.UniqueConstraint(
                fields=["organisation", "form", "during"],
                name="one_report_is_written_at_a_time",
                condition=Q(state__in=[State.DRAFT, State.IN_SIGNING]),
                violation_error_message=_("This report is already being written. Open the one that is there."),
            ),
            models.CheckConstraint(
                name="report_version_says_what_it_corrects",
                condition=Q(version=1) | Q(corrects__isnull=False),
                violation_error_message=_("A later version says which one it corrects. Start the correction from the signed report."),
            ),
            models.CheckConstraint(
                name="report_does_not_correct_itself",
                condition=Q(corrects__isnull=True) | ~Q(corrects=F("id")),
                violation_error_message=_("A report cannot correct itself. Start the correction from the signed report."),
            ),
            models.CheckConstraint(
                name="returned_report_says_why",
                condition=~Q(state=State.RETURNED) | ~Q(returned_because=""),
                violation_error_message=_("Say what is to be corrected, so that the authors know."),
            ),
        ]
        triggers = [
            refuses(
                "report_goes_step_by_step",
                f"TG_OP = 'UPDATE' AND OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ({_ALLOWED})",
                _("The report is not at this step. Open it again and see where it is."),
            ),
            refuses(
                "report_stays_whose_and_of_when_it_is",
                "TG_OP = 'UPDATE' AND (OLD.form, OLD.form_version, OLD.during, OLD.version, OLD.organisation_id)"
                " IS DISTINCT FROM (NEW.form, NEW.form_version, NEW.during, NEW.version, NEW.organisation_id)",
                _("A report keeps its form, period and version. Start another one."),
            ),
        ]

    def __str__(self) -> str:
        return self.shown_number

    @property
    def shown_number(self) -> str:
        """AL-2023-A1: the letter keeps reports apart from the services of the year."""
        year, _dash, number = shown(self.organisation, self.year, self.number).rpartition("-")
        return f"{year}-A{number}"

    @property
    def period(self) -> Period:
        return Period(self.during.lower, self.during.upper)

    @property
    def is_frozen(self) -> bool:
        return self.state in FROZEN


@tracked
class Text(models.Model):
    """What somebody wrote in a passage or cell of a report, by its key in the form; without a row the form's own text stands."""

    id = key()
    organisation = recorded_by()
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="texts")
    place = models.CharField(_("place in the form"), max_length=120)
    text = models.TextField(_("text"), blank=True)

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation report place", S1="text")

    class Meta:
        verbose_name = _("text of a report")
        constraints = [
            Same("report", "organisation", name="text_of_own_report"),
            models.UniqueConstraint(
                fields=["report", "place"],
                name="one_text_a_place",
                violation_error_message=_("Somebody else wrote here at the same moment. Open it again; your text is still in the form."),
            ),
        ]
        triggers = [
            refuses(
                "text_of_a_report_being_written",
                "NOT EXISTS (SELECT 1 FROM reports_report r WHERE r.id = NEW.report_id AND r.state = 'draft')",
                _("The report is no longer being written. To change it, return it or make a correction."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.place}"


@tracked
class Explanation(models.Model):
    """Why something that a check found stays as it is; it is printed in the protocol."""

    id = key()
    organisation = recorded_by()
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="explanations")
    finding = models.CharField(_("finding"), max_length=200)
    says = models.TextField(_("what was found"))
    reason = models.TextField(_("reason"))

    protection = Protection.ORGANISATION
    sensitivity = classes(S0="id organisation report finding says", S1="reason")

    class Meta:
        verbose_name = _("explanation")
        constraints = [
            Same("report", "organisation", name="explanation_of_own_report"),
            models.UniqueConstraint(
                fields=["report", "finding"],
                name="one_explanation_a_finding",
                violation_error_message=_("Somebody else explained this at the same moment. Open the report again."),
            ),
            models.CheckConstraint(
                name="explanation_gives_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Give the reason: it is printed beside what was found."),
            ),
        ]
        triggers = [
            refuses(
                "explanation_of_a_report_being_written",
                "NOT EXISTS (SELECT 1 FROM reports_report r WHERE r.id = NEW.report_id AND r.state = 'draft')",
                _("The report is no longer being written. To change it, return it or make a correction."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.finding}"


def start(*, organisation: Organisation, form: Form, period: Period, by: Actor | None, corrects: Report | None = None) -> Report:
    """Begin a report with the organisation's standing texts; a correction takes the texts of the version that it corrects."""
    report = Report(
        organisation=organisation,
        form=form.code,
        form_version=form.version,
        during=(period.begins, period.ends),
        year=period.last_day.year,
        version=corrects.version + 1 if corrects else 1,
        corrects=corrects,
    )
    with operation("reports.start", by=by, about=report):
        report.number = next_numbers(organisation, "report", report.year)[0]
        report.save(force_insert=True)
        texts = dict(corrects.texts.values_list("place", "text")) if corrects else beginning(organisation, form)
        Text.objects.bulk_create(Text(organisation=organisation, report=report, place=place, text=text) for place, text in texts.items())
    report.refresh_from_db(fields=["during"])
    return report


def write(*, report: Report, place: str, text: str, by: Actor | None) -> Text:
    """Write one passage or cell. Every version of it stays in the history."""
    written = Text.objects.filter(report=report, place=place).first() or Text(
        organisation_id=report.organisation_id, report=report, place=place
    )
    with operation("reports.write", by=by, about=report):
        written.text = text
        written.save()
    return written


def take_back(*, report: Report, place: str, by: Actor | None) -> None:
    """Let the form's own text stand again: an empty row would be an empty text, so the words are written as the form has them."""
    from globa.reports.forms import of_period

    passage = of_period(report.form, report.period).passages().get(place)
    write(report=report, place=place, text=passage.text.lt if passage else "", by=by)


def explain(*, report: Report, finding: str, says: str, reason: str, by: Actor | None) -> Explanation:
    """Answer what a check found with a reason."""
    given = Explanation.objects.filter(report=report, finding=finding).first() or Explanation(
        organisation_id=report.organisation_id, report=report, finding=finding
    )
    with operation("reports.explain", by=by, about=report, reason=reason):
        given.says, given.reason = says, reason
        given.save()
    return given
