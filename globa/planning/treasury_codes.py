"""By which codes a municipality's treasury names where money comes from: other codes each year, several for one source."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses, refuses_others
from globa.planning.ledger import FundingSource
from globa.registry.organisations import Organisation
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message


class UnknownCode(Refusal):
    at = "code"

    def __init__(self, code: str, year: int, municipality: Organisation) -> None:
        super().__init__(
            message("The treasury code “%(code)s” is not listed for %(municipality)s in %(year)s. Add it to the list of treasury codes."),
            code=code, year=year, municipality=municipality,
        )  # fmt: skip


class NothingToCarry(Refusal):
    at = "year"

    def __init__(self, year: int) -> None:
        super().__init__(message("The year before %(year)s has no code that is not listed already. Add codes one by one."), year=year)


class TreasuryCodeQuerySet(models.QuerySet["TreasuryCode"]):
    def of(self, municipality: Organisation, year: int) -> TreasuryCodeQuerySet:
        return self.filter(municipality=municipality, year=year)

    def years_of(self, municipality: Organisation) -> list[int]:
        """The years of which codes are listed, the latest first."""
        return list(self.filter(municipality=municipality).order_by("-year").values_list("year", flat=True).distinct())

    def source(self, municipality: Organisation, year: int, code: str) -> FundingSource:
        """What the treasury's code means in that year; a code that is not listed is refused, never guessed."""
        found = self.of(municipality, year).filter(code=code.strip()).select_related("source").first()
        if found is None:
            raise UnknownCode(code.strip(), year, municipality)
        return found.source


@tracked
class TreasuryCode(models.Model):
    """One code of one year, and the source that it means to everybody."""

    id = key()
    municipality = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="treasury_codes", verbose_name=_("municipality")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    code = models.CharField(_("code"), max_length=20)
    name = models.CharField(_("name"), max_length=150)
    source = models.ForeignKey(FundingSource, on_delete=models.PROTECT, related_name="treasury_codes", verbose_name=_("funding source"))

    objects = TreasuryCodeQuerySet.as_manager()

    protection = Protection.ADMINISTERED
    sensitivity = classes(S0="id municipality year code name source")

    class Meta:
        verbose_name = _("treasury code")
        ordering = ["year", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "year", "code"],
                name="treasury_code_once_a_year",
                violation_error_message=_("This code is listed for that year already. Correct it there."),
            ),
            models.CheckConstraint(
                name="treasury_code_of_a_year",
                condition=Q(year__gte=1990, year__lte=2100),
                violation_error_message=_("Write the year with four digits."),
            ),
            models.CheckConstraint(
                name="treasury_code_says_something",
                condition=~Q(code=""),
                violation_error_message=_("Write the code as the treasury does."),
            ),
        ]
        triggers = [
            refuses_others(
                "treasury_codes_are_kept_by_their_own",
                "globa_keeps_lists() OR globa_administers(NEW.municipality_id)"
                " AND (TG_OP = 'INSERT' OR globa_administers(OLD.municipality_id))",
                _("A municipality's treasury codes are kept by who administers it, the national service or this installation."),
            ),
            refuses(
                "treasury_code_is_of_a_municipality",
                "NOT EXISTS (SELECT 1 FROM registry_organisation o WHERE o.id = NEW.municipality_id AND o.kind = 'municipality')",
                _("Treasury codes are a municipality's. Choose the municipality."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


def add_code(*, municipality: Organisation, year: int, code: str, name: str, source: FundingSource, by: Actor | None) -> TreasuryCode:
    made = TreasuryCode(municipality=municipality, year=year, code=code.strip(), name=name.strip(), source=source)
    with operation("planning.add_treasury_code", by=by, about=made):
        made.save(force_insert=True)
    return made


def correct_code(*, treasury_code: TreasuryCode, name: str, source: FundingSource, by: Actor | None, reason: str) -> None:
    """Another name or another meaning of the same code; what was booked keeps the source that it has."""
    with operation("planning.correct_treasury_code", by=by, about=treasury_code, reason=reason):
        treasury_code.name, treasury_code.source = name.strip(), source
        treasury_code.save(update_fields=["name", "source"])


def carry_codes(*, municipality: Organisation, year: int, by: Actor | None) -> list[TreasuryCode]:
    """List for the year what was listed for the one before and is not there yet, as one operation."""
    before = TreasuryCode.objects.of(municipality, year - 1)
    listed = TreasuryCode.objects.of(municipality, year).values("code")
    made = [
        TreasuryCode(municipality=municipality, year=year, code=one.code, name=one.name, source_id=one.source_id)
        for one in before.exclude(code__in=listed)
    ]
    if not made:
        raise NothingToCarry(year)
    with operation("planning.carry_treasury_codes", by=by, about=made[0]):
        return TreasuryCode.objects.bulk_create(made)
