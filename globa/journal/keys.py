"""Keys of records: UUIDv7, made here and not by the database, so that a client may make one offline."""

from __future__ import annotations

import uuid

import uuid6
from django.db import models


def new_key() -> uuid.UUID:
    return uuid.UUID(bytes=uuid6.uuid7().bytes)


def key() -> models.UUIDField:
    """Declare the primary key of a record."""
    return models.UUIDField(primary_key=True, default=new_key, editable=False)
