"""A record's name as figures carry it, "care.stay:<uuid>": the way back to its page."""

from __future__ import annotations

from uuid import UUID

from django.apps import apps
from django.db import models
from django.urls import reverse


def split(reference: str) -> tuple[str, UUID]:
    label, _colon, key = reference.partition(":")
    return label, UUID(key)


def model_of(label: str) -> type[models.Model]:
    """Return the model; only of labels that come from facts or were looked up among the kinds with a page."""
    return apps.get_model(label)


def address_of(reference: str) -> str:
    label, key = split(reference)
    return reverse("records-record", args=[label, key])
