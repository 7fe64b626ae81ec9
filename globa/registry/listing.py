"""Lists that hold for everybody grow, and what is no longer used is no longer offered."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.db import models
from django.utils.text import slugify

from globa.journal.operations import Actor, operation
from globa.registry.catalogue import CatalogueService
from globa.registry.organisations import Organisation
from globa.registry.reasons import Reason
from globa.registry.schools import School

Row = TypeVar("Row", bound=models.Model)


def add_service(*, name: str, name_en: str, group: str, spis_code: str, since: date, by: Actor | None) -> CatalogueService:
    made = CatalogueService(name=name.strip(), name_en=name_en.strip(), group=group, spis_code=spis_code.strip(), during=(since, None))
    made.code = _free_code(CatalogueService.objects.all(), name_en)
    return _kept(made, "registry.add_service", by)


def stop_service(*, service: CatalogueService, on: date, by: Actor | None) -> None:
    """From `on` it is not offered; what was given before keeps its name."""
    with operation("registry.stop_service", by=by, about=service):
        service.during = (service.during.lower if service.during else None, on)
        service.save(update_fields=["during"])


def add_school(*, name: str, kind: str, municipality: Organisation, by: Actor | None) -> School:
    made = School(name=name.strip(), kind=kind, municipality=municipality, code=_free_code(School.objects.all(), name))
    return _kept(made, "registry.add_school", by)


def add_reason(*, list: str, name: str, name_en: str, by: Actor | None) -> Reason:
    made = Reason(list=list, name=name.strip(), name_en=name_en.strip(), code=_free_code(Reason.objects.filter(list=list), name_en, 36))
    return _kept(made, "registry.add_reason", by)


def stop_reason(*, reason: Reason, by: Actor | None) -> None:
    with operation("registry.stop_reason", by=by, about=reason):
        reason.is_used = False
        reason.save(update_fields=["is_used"])


def _kept(made: Row, verb: str, by: Actor | None) -> Row:
    with operation(verb, by=by, about=made):
        made.save(force_insert=True)
    return made


def _free_code(rows: models.QuerySet[models.Model], name: str, longest: int = 56) -> str:
    wanted = slugify(name)[:longest] or "other"
    tried = [wanted, *(f"{wanted}-{number}" for number in range(2, 100))]
    taken = set(rows.filter(code__in=tried).values_list("code", flat=True))
    return next(code for code in tried if code not in taken)
