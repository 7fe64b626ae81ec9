"""The empty table: its heads in the language of the reader, and one invented child to show how a row is filled in."""

from __future__ import annotations

import io
from datetime import date

from django.utils.translation import gettext as _

from globa.care.stays import Origin
from globa.importers.opening.headings import heading
from globa.registry.people import Sex

ROLES = ("given_name", "family_name", "birth_date", "sex", "personal_code", "home", "bed", "since", "origin", "municipality")
BORN, CAME = date(2014, 5, 12), date(2023, 9, 1)
WIDE = 22


def workbook(home: str) -> bytes:
    """`home` is one of the centre's own, so that the example names a home that there is."""
    import xlsxwriter  # of this page alone

    example = {
        "given_name": _("Example"), "family_name": _("Invented"), "birth_date": BORN.isoformat(), "sex": str(Sex.FEMALE.label),
        "home": home, "since": CAME.isoformat(), "origin": str(Origin.PARENTS.label),
    }  # fmt: skip
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}) as book:
        sheet = book.add_worksheet()
        bold, text = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "@"})
        sheet.set_column(0, len(ROLES) - 1, WIDE, text)
        sheet.freeze_panes(1, 0)
        for column, role in enumerate(ROLES):
            sheet.write_string(0, column, heading(role), bold)
            sheet.write_string(1, column, example.get(role, ""), text)
    return made.getvalue()
