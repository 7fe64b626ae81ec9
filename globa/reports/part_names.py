"""What the parts of a figure are called: a code of the records becomes a word of the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from django.db import models
from django.db.models.functions import JSONObject
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
from globa.registry.payers import Payer, PayerKind
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
RECORDS: dict[str, type[models.Model]] = {
    "school": School,
    "municipality": Organisation,
    "unit": Organisation,
    "dwelling": Dwelling,
    "service": CatalogueService,
    "source": FundingSource,
    "payer": Payer,
    "main_item": EconomicItem,
    "item": EconomicItem,
    # The kind of an attendance is an event's or a service of the catalogue.
    "kind": CatalogueService,
}
"""By its code and called by its name."""
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
    return names_of_each({dimension: codes})[dimension]


def names_of_each(wanted: Mapping[str, Iterable[str]]) -> dict[str, dict[str, str]]:
    """By dimension; at most one query for all of them."""
    codes = {dimension: list(dict.fromkeys(ones)) for dimension, ones in wanted.items()}
    known = _from_records({dimension: asked for dimension, ones in codes.items() if (asked := _recorded(dimension, ones))})
    return {dimension: {code: known.get((dimension, code)) or _word(dimension, code) for code in ones} for dimension, ones in codes.items()}


def _recorded(dimension: str, codes: Iterable[str]) -> list[str]:
    """Those that are named by a record, not by a word of the program."""
    listed = {code for choices in CHOICES.get(dimension, ()) for code in choices.values}
    return [code for code in codes if code != REST and code not in listed] if dimension in RECORDS else []


def _from_records(codes: Mapping[str, list[str]]) -> dict[tuple[str, str], str]:
    if not codes:
        return {}
    first, *others = (_named(dimension, ones) for dimension, ones in codes.items())
    rows = first.union(*others, all=True) if others else first
    return {(dimension, code): str(RECORDS[dimension](**named)) for dimension, code, named in rows}


def _named(dimension: str, codes: list[str]) -> models.QuerySet[models.Model, tuple[str, str, dict[str, str]]]:
    """What a record needs to say what it is called: its name in every language that it has one in."""
    model = RECORDS[dimension]
    names = [field.name for field in model._meta.fields if field.name in ("name", "name_en")]
    told = JSONObject(**{name: name for name in names})
    return model._default_manager.filter(code__in=codes).order_by().values_list(models.Value(dimension), "code", told)


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
