"""A report that is being written: its document counted now, and what the checks find in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from globa.indicators.scope import Scope
from globa.planning.directions import Direction
from globa.reports.assembling import assemble
from globa.reports.checks import Finding, check, late_records
from globa.reports.counting import here, scope_of
from globa.reports.document import Document
from globa.reports.exports.reported import OFFICIAL, texts_before
from globa.reports.forms import Form
from globa.reports.keeping.reports import Report
from globa.web.reports.rights import form_of

__all__ = ["OFFICIAL", "Draft", "drafted", "texts_of", "texts_of_last_year"]


@dataclass(frozen=True)
class Draft:
    form: Form
    document: Document
    findings: tuple[Finding, ...]


def drafted(report: Report, language: str, instead: Mapping[str, str] | None = None) -> Draft:
    """Count the document in a language; `instead` are texts that are tried and not yet written."""
    form, scope = form_of(report), scope_of(report.organisation, report.period)
    texts = texts_of(report) | dict(instead or {})
    document = assemble(form, report.organisation, report.period, texts, texts_of_last_year(report), scope, here(), language)
    return Draft(form, document, _checked(report, document, scope))


def _checked(report: Report, document: Document, scope: Scope) -> tuple[Finding, ...]:
    directions = Direction.objects.filter(organisation=report.organisation_id, year=report.year).order_by("code")
    return tuple(check(document, list(directions), late_records(scope.organisations, report.period)))


def texts_of(report: Report) -> dict[str, str]:
    return dict(report.texts.values_list("place", "text"))


def texts_of_last_year(report: Report) -> dict[str, str]:
    return texts_before(report.organisation, report.form, report.period)
