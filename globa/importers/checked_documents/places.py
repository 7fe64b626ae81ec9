"""Where something stands, in words: “page 3, table 2, row 5, column 4”."""

from __future__ import annotations

from django.utils.translation import gettext as _

from globa.documents.document import Place


def in_words(place: Place) -> str:
    said = [
        (place.page, _("page %(n)s")),
        (place.sheet, _("sheet “%(n)s”")),
        (place.table, _("table %(n)s")),
        (place.row, _("row %(n)s")),
        (place.column, _("column %(n)s")),
        (place.paragraph if place.table is None else None, _("paragraph %(n)s")),
        (place.sentence, _("sentence %(n)s")),
    ]
    return ", ".join(words % {"n": value} for value, words in said if value is not None)
