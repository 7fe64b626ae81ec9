"""Rows and columns that a workbook hides: they were read, and a person says of a row of measures whether it counts."""

from __future__ import annotations

from collections.abc import Iterator

from globa.documents.document import Document, Place, column_of
from globa.importers.plans.texts import plain
from globa.importers.plans.understood import Doubt, Plan, Problem, Spot
from globa.vocabulary.words import message as _

SHOWN = 200
ROW = _("Row %(row)s is hidden in the file: nobody sees it on the screen. Say whether it counts.")
OTHER_ROW = _("Row %(row)s is hidden in the file, and was read like others. Look whether it is right.")
COLUMN = _("Column %(column)s is hidden in the file, and was read like others. Look whether it is right.")


def problems(document: Document, plan: Plan) -> Iterator[Problem]:
    """A row whose measure it is may be left out; of others there is nothing to leave but what stands beside them."""
    lines: dict[tuple[str | None, int | None], Spot] = {}
    for measure in plan.measures():
        for number, line in enumerate(measure.lines):
            lines.setdefault((line.place.sheet, line.place.row), Spot(measure.serial, number))
    for place in document.hidden:
        said = _said(document, place)
        if place.row is None:
            yield Problem(place, said, COLUMN, {"column": column_of(place.column or 1)})
        elif (at := lines.get((place.sheet, place.row))) is not None:
            yield Problem(place, said, ROW, {"row": str(place.row)}, doubt=Doubt.HIDDEN, at=at)
        else:
            yield Problem(place, said, OTHER_ROW, {"row": str(place.row)})


def _said(document: Document, place: Place) -> str:
    """What stands there, in the order of the sheet."""
    cells = (cell for cell in document.cells() if cell.text and cell.place.sheet == place.sheet)
    texts = (one.text for one in cells if (one.place.row == place.row if place.row else one.place.column == place.column))
    return plain(" | ".join(texts))[:SHOWN]
