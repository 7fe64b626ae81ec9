"""History of records: database triggers copy every version of a row, whoever wrote it and however."""

from __future__ import annotations

from typing import TypeVar

import pghistory
from django.db import models

Model = TypeVar("Model", bound=models.Model)


def tracked(model: type[Model]) -> type[Model]:
    """Keep every version of the model's rows in `<model>event`, with the operation that made it."""
    return pghistory.track(pghistory.InsertEvent("added"), pghistory.UpdateEvent("changed"), pghistory.DeleteEvent("removed"))(model)
