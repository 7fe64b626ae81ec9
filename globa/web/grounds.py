"""The ground of a term: a norm of the day, its length and its act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from globa.registry.norms import Norm


def bases(codes: Iterable[str], on: date) -> dict[str, Norm]:
    """The national norms of the day by their codes; one query."""
    return {norm.code: norm for norm in Norm.objects.filter(code__in=list(codes), municipality=None, during__contains=on)}


def said(norm: Norm | None) -> str:
    """That nobody has seen it there is said too."""
    if norm is None:
        return ""
    length = f"{norm.value.normalize():f} {norm.get_unit_display()}"
    return f"{length}, {norm.act}" if norm.is_verified else _("%(length)s, norm not verified") % {"length": length}
