"""
How the figures of an organisation read as a document: sentences, balances and tables by section.

A figure that no block names stands in the table at the end of its section, so that a new one appears by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Text = str | Promise


@dataclass(frozen=True)
class Sentence:
    """`text` has a named place for each figure; those in `bare` are written without their unit."""

    text: Text
    codes: Mapping[str, str]
    bare: tuple[str, ...] = ()

    @property
    def mentions(self) -> tuple[str, ...]:
        return tuple(self.codes.values())


@dataclass(frozen=True)
class Balance:
    title: Text
    was: str
    came: str
    left: str
    now: str

    @property
    def mentions(self) -> tuple[str, ...]:
        return self.was, self.came, self.left, self.now


@dataclass(frozen=True)
class Table:
    title: Text
    codes: tuple[str, ...]

    @property
    def mentions(self) -> tuple[str, ...]:
        return self.codes


@dataclass(frozen=True)
class Matrix:
    """The same rows counted in several units side by side, never added. An empty code is an empty cell."""

    title: Text
    of: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, tuple[str, ...]], ...]

    @property
    def mentions(self) -> tuple[str, ...]:
        return tuple(code for _title, codes in self.rows for code in codes if code)


@dataclass(frozen=True)
class Parts:
    """A figure by one of its dimensions, as a table, as columns by month, or as a bar of money with its sources."""

    title: Text
    code: str
    dimension: str
    as_what: str = "table"

    @property
    def mentions(self) -> tuple[str, ...]:
        return (self.code,) if self.as_what == "table" else ()


@dataclass(frozen=True)
class Special:
    """A block with a drawing of its own: the table of occupancy, the targets of the plan."""

    name: str
    mentions: tuple[str, ...] = field(default=())


Block = Sentence | Balance | Table | Matrix | Parts | Special

TIMES_HOURS_PEOPLE = (pgettext_lazy("column", "Times"), pgettext_lazy("column", "Hours"), pgettext_lazy("column", "People"))

DOCUMENT: Mapping[str, tuple[Block, ...]] = {
    "institution": (
        Sentence(
            _(
                "The institution consists of %(units)s. Its licence names %(addresses)s with %(places)s. "
                "Accreditations: %(accreditations)s."
            ),
            {
                "units": "institution.units",
                "addresses": "institution.licensed-addresses",
                "places": "institution.licensed-places",
                "accreditations": "institution.accreditations",
            },
            bare=("accreditations",),
        ),
    ),
    "homes": (
        Sentence(
            _(
                "At the start %(opening)s lived in community homes, at the end – %(closing)s: girls – %(girls)s, boys – %(boys)s. "
                "The youngest: %(youngest)s, the oldest: %(oldest)s."
            ),
            {
                "opening": "homes.children-at-opening",
                "closing": "homes.children-at-closing",
                "girls": "homes.girls",
                "boys": "homes.boys",
                "youngest": "homes.youngest",
                "oldest": "homes.oldest",
            },
            bare=("girls", "boys"),
        ),
        Balance(
            _("Children in community homes"), "homes.children-at-opening", "homes.arrivals", "homes.departures", "homes.children-at-closing"
        ),
        Sentence(
            _("Came: from parents – %(parents)s, from temporary guardians – %(temporary)s, from permanent guardians – %(permanent)s."),
            {
                "parents": "homes.came-from-parents",
                "temporary": "homes.came-from-temporary-guardians",
                "permanent": "homes.came-from-permanent-guardians",
            },
            bare=("parents", "temporary", "permanent"),
        ),
        Sentence(
            _(
                "Left: returned to parents – %(parents)s, came of age – %(of_age)s, to another institution – %(institution)s, "
                "to permanent guardianship abroad – %(abroad)s, in Lithuania – %(domestic)s, adopted – %(adopted)s."
            ),
            {
                "parents": "homes.returned-to-parents",
                "of_age": "homes.came-of-age",
                "institution": "homes.left-to-other-institution",
                "abroad": "homes.left-to-guardians-abroad",
                "domestic": "homes.left-to-guardians-in-lithuania",
                "adopted": "homes.adopted",
            },
            bare=("parents", "of_age", "institution", "abroad", "domestic", "adopted"),
        ),
        Sentence(
            _(
                "At the end %(permanent)s are under permanent guardianship of the institution, %(temporary)s under temporary guardianship. "
                "At school: %(school)s. Large special educational needs: %(needs)s; a disability: %(disability)s, "
                "of them moderate intellectual: %(moderate)s."
            ),
            {
                "permanent": "homes.under-permanent-guardianship",
                "temporary": "homes.under-temporary-guardianship",
                "school": "homes.at-school",
                "needs": "homes.large-special-needs",
                "disability": "homes.with-disability",
                "moderate": "homes.moderate-intellectual-disability",
            },
            bare=("moderate",),
        ),
    ),
    "occupancy": (
        Special(
            "occupancy",
            (
                "occupancy.children",
                "occupancy.girls",
                "occupancy.boys",
                "occupancy.places",
                "occupancy.children-in-homes",
                "occupancy.children-with-carers",
                "occupancy.sex-not-known",
            ),
        ),
    ),
    "foster-centre": (
        Sentence(
            _(
                "Conclusions written: %(conclusions)s, positive – %(positive)s. Newly prepared to be guardians: %(prepared)s. "
                "Supervised and consulted: %(families)s with %(wards)s."
            ),
            {
                "conclusions": "foster-centre.conclusions",
                "positive": "foster-centre.positive-conclusions",
                "prepared": "foster-centre.prepared-guardian-families",
                "families": "foster-centre.guardian-families",
                "wards": "foster-centre.wards-in-families",
            },
            bare=("conclusions", "positive"),
        ),
        Sentence(
            _("On-duty carers with a contract: %(carers)s, new – %(new)s. With them lived %(children)s, at the end – %(closing)s."),
            {
                "carers": "foster-centre.on-duty-carers",
                "new": "foster-centre.new-on-duty-carers",
                "children": "foster-centre.children-with-on-duty-carers",
                "closing": "foster-centre.children-with-on-duty-carers-at-closing",
            },
            bare=("carers", "new"),
        ),
        Balance(
            _("Children with on-duty carers"),
            "foster-centre.children-with-on-duty-carers-at-opening",
            "foster-centre.on-duty-arrivals",
            "foster-centre.on-duty-departures",
            "foster-centre.children-with-on-duty-carers-at-closing",
        ),
        Balance(
            _("Guardianships in force"),
            "foster-centre.guardianships-at-opening",
            "foster-centre.guardianships-begun",
            "foster-centre.guardianships-ended",
            "foster-centre.guardianships-at-closing",
        ),
        Matrix(
            _("Services: times, hours and people"),
            _("Who gave them"),
            TIMES_HOURS_PEOPLE,
            (
                (
                    _("Foster coordinators"),
                    ("foster-centre.coordinator-services", "foster-centre.coordinator-hours", "foster-centre.coordinator-people"),
                ),
                (
                    _("Psychologists"),
                    ("foster-centre.psychologist-consultations", "foster-centre.psychologist-hours", "foster-centre.psychologist-people"),
                ),
                (
                    _("Attested persons"),
                    (
                        "foster-centre.attested-person-services",
                        "foster-centre.attested-person-hours",
                        "foster-centre.attested-person-people",
                    ),
                ),
                (_("All together"), ("foster-centre.services", "foster-centre.service-hours", "foster-centre.people-helped")),
            ),
        ),
        Parts(_("Services of coordinators by month"), "foster-centre.coordinator-services", "month", "months"),
        Sentence(
            _(
                "Self-help groups met %(met)s, in them were %(attended)s. Needs assessments with support plans: %(plans)s. "
                "Recommendations for hosts: %(hosts)s."
            ),
            {
                "met": "foster-centre.self-help-meetings",
                "attended": "foster-centre.self-help-people",
                "plans": "foster-centre.assessments-with-plans",
                "hosts": "foster-centre.hosting-recommendations",
            },
            bare=("plans", "hosts", "met"),
        ),
        Balance(
            _("Temporary supervision at the parents' request"),
            "foster-centre.supervision-cases-at-opening",
            "foster-centre.supervision-cases",
            "foster-centre.supervision-cases-closed",
            "foster-centre.supervision-cases-at-closing",
        ),
    ),
    "staff": (
        Sentence(
            _(
                "At most %(allowed)s are allowed. Filled at the start: %(opening)s, at the end: %(closing)s, "
                "of them paid by the EU project: %(eu)s. %(share)s of social-work staff took part in training."
            ),
            {
                "allowed": "staff.allowed-posts",
                "opening": "staff.filled-posts-at-opening",
                "closing": "staff.filled-posts-at-closing",
                "eu": "staff.eu-project-posts",
                "share": "staff.share-trained",
            },
        ),
        Balance(
            _("Posts filled"), "staff.filled-posts-at-opening", "staff.posts-begun", "staff.posts-ended", "staff.filled-posts-at-closing"
        ),
        Parts(_("List of posts"), "staff.filled-posts-next-january", "title"),
    ),
    "premises": (
        Sentence(
            _("At the end the institution has %(vehicles)s with %(seats)s."),
            {"vehicles": "premises.vehicles", "seats": "premises.vehicle-seats"},
        ),
    ),
    "projects": (
        Sentence(
            _(
                "%(hosted)s were guests of host families abroad, for %(days)s. "
                "Permanent guardianship in a host family abroad began for %(guardianship)s."
            ),
            {
                "hosted": "projects.children-hosted-abroad",
                "days": "projects.days-hosted-abroad",
                "guardianship": "projects.guardianship-after-hosting",
            },
        ),
    ),
    "budget": (
        Sentence(
            _("%(spent)s were spent, of them of the EU project – %(eu)s, of municipal money – %(municipal)s."),
            {"spent": "budget.spending", "eu": "budget.eu-project-spending", "municipal": "budget.municipal-spending"},
        ),
        Parts(_("Spending by kind of funding"), "budget.spending", "source_kind", "bar"),
        Parts(_("Spending by economic item"), "budget.spending", "main_item"),
    ),
    "plan": (Special("targets"),),
}


def mentioned(section: str) -> set[str]:
    return {code for block in DOCUMENT.get(section, ()) for code in block.mentions}
