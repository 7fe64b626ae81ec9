"""What the parts of a figure are called: a code of the records becomes a word of the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from globa.care.away import AwayKind
from globa.care.contracts import CarerKind
from globa.care.dwellings import Dwelling, DwellingKind
from globa.care.guardianships import GuardianRelation, GuardianshipEnd, GuardianshipForm, GuardianshipKind
from globa.care.statuses import Condition, StatusKind, StatusLevel
from globa.care.stays import Destination, Origin
from globa.casework.cases import CaseKind
from globa.casework.conclusions import ConclusionAbout, Outcome
from globa.casework.groups import Campaign, EventKind
from globa.casework.services import ProviderRole, RecipientRole, ServiceSetting
from globa.planning.directions import Comparator
from globa.planning.ledger import EconomicItem, FundingKind, FundingSource
from globa.registry.catalogue import CatalogueService
from globa.registry.organisations import Organisation, OrganisationKind
from globa.registry.papers import PaperKind
from globa.registry.payers import PayerKind
from globa.registry.people import Sex
from globa.registry.premises import LicenceKind, VehicleKind
from globa.registry.schools import School
from globa.registry.staff import PostGroup, PostTitle
from globa.vocabulary.period import Period

REST = "unknown"
CHOICES: dict[str, tuple[type[models.TextChoices], ...]] = {
    "sex": (Sex,),
    "setting": (DwellingKind,),
    "origin": (Origin,),
    "destination": (Destination,),
    "status": (Condition,),
    "level": (StatusLevel,),
    "service_setting": (ServiceSetting,),
    "provider_role": (ProviderRole, PostTitle),
    "recipient_role": (RecipientRole,),
    "payer_kind": (PayerKind,),
    "source_kind": (FundingKind,),
    "kind": (EventKind, PaperKind, GuardianshipKind, AwayKind, CarerKind, CaseKind, StatusKind, LicenceKind, VehicleKind, OrganisationKind),
    "form": (GuardianshipForm,),
    "relation": (GuardianRelation,),
    "ended_by": (GuardianshipEnd,),
    "about": (ConclusionAbout,),
    "outcome": (Outcome,),
    "campaign": (Campaign,),
    "title": (PostTitle,),
    "group": (PostGroup,),
    "comparator": (Comparator,),
}
RECORDS: dict[str, tuple[type[models.Model], str]] = {
    "school": (School, "code"),
    "municipality": (Organisation, "code"),
    "unit": (Organisation, "code"),
    "dwelling": (Dwelling, "code"),
    "service": (CatalogueService, "code"),
    "source": (FundingSource, "code"),
    "main_item": (EconomicItem, "code"),
    "item": (EconomicItem, "code"),
    # The kind of an attendance is an event's or a service of the catalogue.
    "kind": (CatalogueService, "code"),
}
AGES = {
    "0-2": _("0–2 years"),
    "3-6": _("3–6 years"),
    "7-13": _("7–13 years"),
    "14-17": _("14–17 years"),
    "18+": _("18 years and older"),
}
OTHERS = {
    "hosting": _("hosting"),
    "child_and_carer": _("child and carer"),
    "worker": _("worker"),
    "other": _("other"),
}


def names_of(dimension: str, codes: Iterable[str]) -> dict[str, str]:
    """Return a name for every code; at most one query. A code that nobody named stays as it is."""
    wanted = list(codes)
    listed = {code for choices in CHOICES.get(dimension, ()) for code in choices.values}
    asked = [code for code in wanted if code != REST and code not in listed]
    known = _from_records(dimension, asked) if asked and dimension in RECORDS else {}
    return {code: known.get(code) or _word(dimension, code) for code in wanted}


def _from_records(dimension: str, codes: list[str]) -> dict[str, str]:
    model, column = RECORDS[dimension]
    return {str(getattr(record, column)): str(record) for record in model._default_manager.filter(**{f"{column}__in": codes})}


def _word(dimension: str, code: str) -> str:
    if code == REST:
        return gettext("not known")
    special: dict[str, Callable[[str], str]] = {"age": lambda band: str(AGES.get(band, band)), "month": _month}
    if dimension in special:
        return special[dimension](code)
    for choices in CHOICES.get(dimension, ()):
        if code in choices.values:
            return str(choices(code).label)
    return str(OTHERS.get(code, code))


def _month(code: str) -> str:
    return date_format(Period.parse(code).begins, "F")
