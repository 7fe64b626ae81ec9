"""A report that is being written: its document counted now, and what the checks find in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from globa.indicators.scope import Scope
from globa.planning.directions import Direction
from globa.reports.assembling import assemble
from globa.reports.assembling.directions import aimed, years_ahead
from globa.reports.checks import Finding, check, late_records
from globa.reports.counting import here, scope_of
from globa.reports.document import Document
from globa.reports.exports.reported import OFFICIAL, texts_and_before, texts_before
from globa.reports.forms import Form
from globa.reports.implementation.reading import told_of
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
    own, before = texts_and_before(report)
    directions = aimed(scope.organisations, [report.period.begins.year + ahead for ahead in {0, *years_ahead(form)}])
    texts = own | dict(instead or {})
    plan = told_of(report, language) if form.is_of_a_plan else None
    document = assemble(form, report.organisation, report.period, texts, before, scope, here(), language, directions, plan)
    if plan is None:
        return Draft(form, document, _checked(report, document, scope, directions))
    if language == OFFICIAL:
        return Draft(form, document, tuple(check(document, plan=plan)))
    # The checks read words, and these are those of the language in which it is signed.
    plan = told_of(report, OFFICIAL)
    signed = assemble(form, report.organisation, report.period, texts, before, scope, here(), OFFICIAL, plan=plan)
    return Draft(form, document, tuple(check(signed, plan=plan)))


def _checked(report: Report, document: Document, scope: Scope, directions: Sequence[Direction]) -> tuple[Finding, ...]:
    own = [one for one in directions if one.organisation_id == report.organisation_id]
    return tuple(check(document, own, late_records(scope.organisations, report.period)))


def texts_of(report: Report) -> dict[str, str]:
    return dict(report.texts.values_list("place", "text"))


def texts_of_last_year(report: Report) -> dict[str, str]:
    return texts_before(report.organisation, report.form, report.period)
