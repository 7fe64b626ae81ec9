"""What the words in braces stand for: the year, its days, the organisation, what its licence says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from globa.registry.organisations import Organisation
from globa.registry.premises import Licence, LicenceKind
from globa.reports.forms.form import Form, PassageForm, Wording
from globa.reports.implementation.told import Told
from globa.reports.texts.references import BRACES
from globa.reports.writing import days
from globa.vocabulary.period import Period

NOTHING = "–"


def said_of(organisation: Organisation, period: Period, institutions: Sequence[str], texts: Iterable[str]) -> dict[str, str]:
    """By word; the licence is looked up only where some text names it."""
    year = period.begins.year
    said = {
        "year": str(year),
        "last-year": str(year - 1),
        "next-year": str(year + 1),
        "period": days.period(period),
        "first-day": days.in_a_sentence(period.begins),
        "last-day": days.in_a_sentence(period.last_day),
        "next-day": days.in_a_sentence(period.ends),
        "new-year": days.in_a_sentence(date(period.last_day.year + 1, 1, 1)),
        "organisation": str(organisation),
    }
    if any("{licence" in text for text in texts):
        said |= _licence(institutions, period.last_day)
    return said


def _licence(institutions: Sequence[str], day: date) -> dict[str, str]:
    found = Licence.objects.filter(kind=LicenceKind.LICENCE, organisation__in=institutions, during__contains=day).order_by("number").first()
    if found is None:
        return dict.fromkeys(("licence", "licence-from", "licence-amended"), NOTHING)
    since = found.during.lower
    return {
        "licence": found.number,
        "licence-from": days.in_a_sentence(since) if since else NOTHING,
        "licence-amended": days.in_a_sentence(found.amended_on) if found.amended_on else NOTHING,
    }


def of_plan(told: Told) -> dict[str, str]:
    """What the words about a plan, its working group and the sitting stand for; of what is not known a dash."""
    sitting = told.sitting
    said = {
        "plan": told.title,
        "plan-approved": _day(told.approved_on),
        "plan-decision": told.decision,
        "group-order": sitting.order_number,
        "group-ordered": _day(sitting.ordered_on),
        "sitting": _day(sitting.day),
        "sitting-place": sitting.place,
        "present": str(sitting.present),
        "members": str(len(sitting.members)),
    }
    return {name: word or NOTHING for name, word in said.items()}


def _day(day: date | None) -> str:
    return days.in_a_sentence(day) if day else ""


def filled(text: str, said: dict[str, str]) -> str:
    """A title or caption with its words said; what is not known stays as it stands."""
    return BRACES.sub(lambda found: said.get(found[1].strip(), found[0]), text)


def texts_of(form: Form) -> list[Wording]:
    return [block.text for _section, block in form.blocks() if isinstance(block, PassageForm)]
