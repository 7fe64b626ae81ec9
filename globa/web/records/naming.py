"""What the values of a record's fields are called: names for what they point to, words for codes, days and sums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from babel import Locale
from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from globa.care.dwellings import Dwelling
from globa.care.stays import Stay
from globa.registry.people import Person
from globa.reports.writing import days, numbers
from globa.web.records.kinds import KINDS
from globa.web.records.references import address_of

Field: TypeAlias = "models.Field[Any, Any]"
# What `str` of these needs beside their own row.
NEEDED: dict[str, tuple[str, ...]] = {
    "care.stay": ("dwelling",), "casework.case": ("organisation",), "casework.service": ("organisation",),
    "registry.licensedaddress": ("address",), "care.capacity": ("dwelling",),
}  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A value in words; `address` leads to what it names."""

    text: str
    address: str = ""


@dataclass
class Names:
    """The records that fields point to, by model and key, fetched with one query a model."""

    known: Mapping[type[models.Model], Mapping[Any, models.Model]] = field(default_factory=dict)

    def of(self, model: type[models.Model], key: Any) -> models.Model | None:
        return self.known.get(model, {}).get(key)


def names_for(pointers: Iterable[tuple[Field, Any]]) -> Names:
    """`pointers` are fields with their raw values; those that point nowhere or are no pointers are passed over."""
    wanted: dict[type[models.Model], set[Any]] = defaultdict(set)
    for one, value in pointers:
        if one.remote_field and value is not None:
            wanted[one.related_model].add(value)  # type: ignore[index]
    return Names({model: _fetched(model, keys) for model, keys in wanted.items()})


def _fetched(model: type[models.Model], keys: Iterable[Any]) -> dict[Any, models.Model]:
    related = NEEDED.get(model._meta.label_lower, ())
    return model._default_manager.select_related(*related).in_bulk(list(keys))


def said(one: Field, value: Any, names: Names) -> Said:
    """Write a raw value of a field; nothing for an empty one."""
    if value is None or value == "" or value == []:
        return Said("")
    if one.remote_field:
        found = names.of(one.related_model, value)  # type: ignore[arg-type]
        return Said(called(found), leads_to(found)) if found else Said(_("not yours to see"))
    if one.choices:
        return Said(str(dict(one.flatchoices).get(value, value)))
    if isinstance(one, DateRangeField):
        return Said(stretch(value))
    if isinstance(one, ArrayField):
        return Said(_(" or ").join(str(part) for part in value))
    return Said(_plain(one, value))


def stretch(value: Any) -> str:
    if value.isempty:
        return _("not a single day")
    first = days.iso(value.lower) if value.lower else ""
    if value.upper is None:
        return _("since %(first)s") % {"first": first} if first else _("always")
    end = days.iso(value.upper)
    return _("from %(first)s until %(end)s") % {"first": first, "end": end} if first else _("until %(end)s") % {"end": end}


def _plain(one: Field, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return f"{days.iso(localtime(value))}, {days.clock(localtime(value))}"
    if isinstance(value, date):
        return days.iso(value)
    if one.name == "minutes":
        return numbers.duration(value)
    if one.name == "country":
        return country(value)
    if one.name == "amount":
        return numbers.money(value)
    if isinstance(value, Decimal):
        return numbers.number(value)
    return str(value)


def country(code: str) -> str:
    """The country's name in the reader's language; a code that is none stays as it is."""
    return str(Locale.parse(numbers.locale()).territories.get(code, code))


def called(record: models.Model) -> str:
    """What a record is called where another one names it."""
    if isinstance(record, Stay):
        return f"{record.dwelling}, {stretch(record.during)}"
    if record._meta.label_lower == "care.awaytime":
        return f"{record.get_kind_display()}, {stretch(record.during)}"  # type: ignore[attr-defined]
    return str(record)


def leads_to(record: models.Model) -> str:
    """The page of the record, where this installation has one."""
    try:
        if isinstance(record, Person):
            return reverse("people-person", args=[record.pk])
        if isinstance(record, Dwelling):
            return reverse("dwellings-dwelling", args=[record.code])
    except NoReverseMatch:
        return ""
    return address_of(f"{record._meta.label_lower}:{record.pk}") if record._meta.label_lower in KINDS else ""
