"""The chapters of a report, in their order."""

from __future__ import annotations

from globa.vocabulary.words import message as _

SECTIONS = {
    "institution": _("Institution"),
    "homes": _("Community homes"),
    "occupancy": _("Occupancy"),
    "foster-centre": _("Foster centre"),
    "staff": _("Staff"),
    "premises": _("Premises and vehicles"),
    "projects": _("Projects"),
    "budget": _("Budget"),
    "plan": _("Plan"),
}
