"""A refusal of the record at the field of the form that it is about."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext

from globa.vocabulary.refusal import Refusal


def refuse(form: forms.Form, refusal: Refusal, at: Mapping[str, str]) -> None:
    """`at` says which field a constraint of the database is about; what is about none of them stands above the form."""
    field = at.get(getattr(refusal, "constraint", ""), refusal.at)
    form.add_error(field if field in form.fields else None, refusal.said(gettext))
