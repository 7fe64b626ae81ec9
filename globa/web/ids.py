"""Ids out of an address or a form, which anybody may have written."""

from __future__ import annotations

import uuid


def id_in(text: object) -> uuid.UUID | None:
    try:
        return uuid.UUID(str(text))
    except ValueError:
        return None
