"""How the columns are called where a person reads them, and in the empty table that is given out."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HEADINGS: dict[str, str | Promise] = {
    "given_name": _("Given name"),
    "family_name": _("Family name"),
    "name": _("Given name and family name"),
    "birth_date": _("Date of birth"),
    "sex": _("Sex"),
    "personal_code": _("Personal code"),
    "home": _("Home"),
    "bed": _("Bed"),
    "since": _("Lives there since"),
    "origin": _("Came from where"),
    "municipality": _("Municipality of origin"),
}


def heading(role: str) -> str:
    return str(HEADINGS[role])
