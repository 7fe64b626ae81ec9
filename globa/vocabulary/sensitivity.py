"""How sensitive a column is. Every column of every record has a class; a test refuses one without."""

from __future__ import annotations

from enum import Enum


class Sensitivity(Enum):
    """Classes of care data, from aggregates to special categories (GDPR articles 9 and 10)."""

    S0 = "open"
    S1 = "staff and operations"
    S2 = "child, identity and family"
    S2F = "money of a person"
    S2P = "where a child lives, to be kept from those who might harm"
    S3 = "special category: health, disability, abuse"
    S3C = "criminal records"
    S3A = "adoption and origin"


def classes(**fields: str) -> dict[str, Sensitivity]:
    """Read `S1="id number", S2="child during"` into a class for each named column."""
    return {name: Sensitivity[level] for level, names in fields.items() for name in names.split()}
