"""The demonstration: a family centre of invented people over three years, whose figures of 2023 are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from globa.demonstration.loading import Loaded
    from globa.journal.operations import Actor


def load(by: Actor | None = None) -> Loaded:
    """Fill a database without people; refused where there are any. The models are imported only here."""
    from globa.demonstration import loading

    return loading.load(by)
