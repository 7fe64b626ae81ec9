"""What the database refused, said to a person. One place maps a constraint's name to its sentence."""

from __future__ import annotations

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError
from django.db.models.constraints import BaseConstraint
from django.utils.functional import Promise

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message as _

# PostgreSQL's word for a range whose end is before its beginning; it is told apart from other bad data by nothing else.
REVERSED_RANGE = "range lower bound must be less than or equal to range upper bound"

_said_by_triggers: dict[str, str | Promise] = {}


class Untrue(Refusal):
    """The database refused a row that cannot be true."""

    def __init__(self, sentence: str, constraint: str = "") -> None:
        super().__init__(sentence)
        self.constraint = constraint


def say(constraint: str, sentence: str | Promise) -> None:
    """Give a trigger's constraint its sentence; model constraints carry theirs themselves."""
    _said_by_triggers[constraint] = sentence


def sentence_for(constraint: str) -> str:
    if constraint in _said_by_triggers:
        return str(_said_by_triggers[constraint])
    for model in apps.get_models():
        for declared in model._meta.constraints:
            if declared.name == constraint and declared.violation_error_message != BaseConstraint.default_violation_error_message:
                return str(declared.violation_error_message)
    return _("This contradicts what is already recorded, so it was not saved. Look at the dates and try again.")


def refusal_from(error: IntegrityError | DataError | ValidationError) -> Untrue:
    """Return what the reader is told; data of a wrong form is a mistake of the program and raised as it is."""
    if isinstance(error, ValidationError):
        return Untrue(" ".join(error.messages))
    if isinstance(error, DataError):
        if REVERSED_RANGE not in str(error):
            raise error
        return Untrue(_("The end is before the beginning. Compare the two days."))
    diagnostics = getattr(error.__cause__, "diag", None)
    name = getattr(diagnostics, "constraint_name", None) or ""
    return Untrue(sentence_for(name), name)
