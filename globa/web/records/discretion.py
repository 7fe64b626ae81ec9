"""What a role may see and do with records that it can reach at all: the policy, asked for a field or a correction."""

from __future__ import annotations

from globa.registry.policy import Area, may_enter, may_read
from globa.vocabulary.sensitivity import Sensitivity


def may_see(sensitivity: Sensitivity, role: str) -> bool:
    return may_read(role, sensitivity)


def may_see_special(role: str) -> bool:
    """Health, disability and abuse, of a person whose file is open."""
    return may_read(role, Sensitivity.S3)


def may_correct(role: str) -> bool:
    return may_enter(role, Area.CORRECTING)
