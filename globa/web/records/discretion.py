"""
What a role may see and do with records that it can reach at all.

A simple rule until dated involvement decides: special categories only for those who work with them, and nobody
corrects a record who only looks at it.
"""

from __future__ import annotations

from globa.registry.accounts.appointments import Role
from globa.vocabulary.sensitivity import Sensitivity

TRUSTED = (Role.PSYCHOLOGIST, Role.HEAD)
SPECIAL = (Sensitivity.S3, Sensitivity.S3C, Sensitivity.S3A)
LOOKING = (Role.MUNICIPAL_CLERK, Role.NATIONAL_OFFICER, Role.AUDITOR, Role.ACCOUNTANT)


def may_see_special(role: str) -> bool:
    return role in TRUSTED


def may_see(sensitivity: Sensitivity, role: str) -> bool:
    return sensitivity not in SPECIAL or may_see_special(role)


def may_correct(role: str) -> bool:
    return bool(role) and role not in LOOKING
