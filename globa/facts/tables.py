"""
What can be counted: flat tables, one row a thing that happened or lasted.

Every row carries `record` ("casework.service:<uuid>"), the way back to its page, and the organisation
that it counts for. Days are legal days; `ended_on` is the first day that is no longer part of it, and
empty while it lasts. Persons are ids of the surviving record of a merge, never names. An empty cell is null; an
empty text is a code, of the columns that list it.
"""

from __future__ import annotations

import ibis.expr.types as ir

from globa.facts.columns import Column, FactTable, day, decimal, number, text, yes_or_no
from globa.vocabulary.words import message as _

TABLES: dict[str, FactTable] = {}


def table(name: str, means: str, **columns: Column) -> ir.Table:
    """Declare a fact table; what is returned is the unbound Ibis table that definitions filter."""
    common = {
        "record": text(_("the record that this row is read from")),
        "organisation": text(_("the organisation that it counts for")),
    }
    TABLES[name] = FactTable(name, means, common | columns)
    return TABLES[name].expression


SETTINGS = ("community_home", "on_duty_carer", "permanent_carer", "guardian_family", "family_home", "elsewhere")
SEXES = ("female", "male", "unknown")
ORIGINS = (
    "parents", "temporary_guardians", "permanent_guardians", "other_institution", "on_duty_carer",
    "community_home", "family_home", "unaccompanied", "same_institution", "other",
)  # fmt: skip
DESTINATIONS = (
    "parents", "came_of_age", "other_institution", "permanent_guardianship_abroad", "permanent_guardianship_domestic",
    "temporary_guardians", "adopted", "on_duty_carer", "community_home", "family_home", "emancipated", "married",
    "died", "ran_away", "same_institution", "other",
)  # fmt: skip
POST_TITLES = (
    "director", "deputy_director", "personnel_specialist", "social_worker", "foster_coordinator",
    "programme_coordinator", "attested_person", "care_assistant", "psychologist", "driver", "maintenance_manager",
    "accountant", "other",
)  # fmt: skip
GUARDIANSHIP_ENDS = (
    "returned_to_parents", "came_of_age", "emancipated", "married", "adopted", "changed_guardian", "died", "other",
)  # fmt: skip
PROVIDER_ROLES = (
    "foster_coordinator", "attested_person", "psychologist", "social_worker", "care_assistant", "programme_coordinator",
    "on_duty_carer", "director", "other",
)  # fmt: skip
POST_GROUPS = ("social_work", "administration_and_maintenance")
GUARDIANSHIP_ENDS = (
    "returned_to_parents", "came_of_age", "emancipated", "married", "adopted", "changed_guardian", "died", "other",
)  # fmt: skip
PAYER_KINDS = ("own_budget", "eu_project", "other_project", "plan_line")
EVENT_KINDS = (
    "self_help_group", "gimk_basic", "gimk_specialised", "gimk_close_relatives", "gimk_continuing", "staff_council",
    "staff_meeting", "methodical_group", "staff_training", "supervision_session", "outreach", "community_meeting", "other",
)  # fmt: skip
PAPER_KINDS = (
    "conclusion", "recommendation", "assessment_with_plan", "attestation", "municipal_act", "court_ruling",
    "council_decision", "contract", "other",
)  # fmt: skip
PAPER_SUBJECTS = ("guardian", "kin_guardian", "on_duty_carer", "family_home", "adoption", "hosting", "child_and_carer", "worker", "other")
FUNDING_KINDS = ("state", "municipality", "eu_project", "special", "other", "donors")


units = table(
    "units",
    _("Units of an institution: a foster centre, its community homes."),
    unit=text(_("code of the unit")),
    kind=text(_("kind of unit"), "foster_centre", "community_homes", "day_centre", "other"),
    began_on=day(_("opened on")),
    ended_on=day(_("first day it was closed")),
)

stays = table(
    "stays",
    _("Unbroken times a child lived in one place."),
    child=text(_("the child")),
    setting=text(_("kind of place"), *SETTINGS),
    dwelling=text(_("code of the home or of the carer's home")),
    carer=text(_("the carer who lives there, empty in a community home")),
    emergency=yes_or_no(_("a bed above the counted ones was made for it")),
    began_on=day(_("first day")),
    ended_on=day(_("first day away")),
    origin=text(_("came from"), *ORIGINS),
    destination=text(_("left for"), *DESTINATIONS),
    sex=text(_("sex"), *SEXES),
    birth_date=day(_("born on")),
    municipality=text(_("municipality of origin")),
)

residences = table(
    "residences",
    _("Unbroken chains of stays within one institution and kind of place: the first origin, the last destination."),
    child=text(_("the child")),
    setting=text(_("kind of place"), *SETTINGS),
    stays=number(_("how many stays it is made of")),
    began_on=day(_("first day")),
    ended_on=day(_("first day away")),
    origin=text(_("came from"), *ORIGINS),
    destination=text(_("left for"), *DESTINATIONS),
    sex=text(_("sex"), *SEXES),
    birth_date=day(_("born on")),
    municipality=text(_("municipality of origin")),
)

away_times = table(
    "away_times",
    _("Times a child was away while the place stayed the child's own."),
    child=text(_("the child")),
    kind=text(_("why away"), "hosting", "respite", "socialisation_centre", "hospital", "camp", "ran_away", "other"),
    abroad=yes_or_no(_("outside Lithuania")),
    setting=text(_("kind of place the child is away from"), *SETTINGS),
    dwelling=text(_("code of the home the child is away from")),
    began_on=day(_("first day away")),
    ended_on=day(_("first day back")),
    sex=text(_("sex"), *SEXES),
    birth_date=day(_("born on")),
)

guardianships = table(
    "guardianships",
    _("Times a child was represented by a guardian."),
    child=text(_("the child")),
    kind=text(_("temporary or permanent"), "temporary", "permanent"),
    form=text(_("who is the guardian"), "family", "family_home", "foster_centre", "institution"),
    guardian_family=text(_("the guardian's household, empty for an institution")),
    relation=text(_("how the guardian is related"), "close_relative", "kin", "non_kin", ""),
    abroad=yes_or_no(_("the guardian lives outside Lithuania")),
    after_hosting=yes_or_no(_("the child had stayed with this family as a guest before")),
    began_on=day(_("first day")),
    ended_on=day(_("first day after")),
    ended_by=text(_("why it ended"), *GUARDIANSHIP_ENDS, ""),
    sex=text(_("sex"), *SEXES),
    birth_date=day(_("born on")),
    municipality=text(_("municipality of origin")),
)

contracts = table(
    "contracts",
    _("Contracts of a foster centre with carers."),
    carer=text(_("the carer")),
    family=text(_("the carer's household")),
    kind=text(_("kind of carer"), "on_duty_carer", "permanent_carer"),
    places=number(_("children the contract is for")),
    age_from=number(_("youngest age agreed, years")),
    age_to=number(_("oldest age agreed, years")),
    began_on=day(_("first day")),
    ended_on=day(_("first day after")),
)

places = table(
    "places",
    _("Places for children by home or contract, over the days on which their number did not change."),
    setting=text(_("kind of place"), *SETTINGS),
    dwelling=text(_("code of the home or of the carer's home")),
    places=number(_("how many")),
    began_on=day(_("first day")),
    ended_on=day(_("first day after")),
)

statuses = table(
    "statuses",
    _("What was true of a child (school, disability, educational needs, municipality of origin), cut at the child's moves."),
    child=text(_("the child")),
    kind=text(_("what it is about"), "school", "disability", "special_needs", "municipality_of_origin"),
    value=text(_("what was true: code of the school or municipality, kind of disability or need")),
    level=text(_("how much"), "small", "moderate", "large", "severe", ""),
    setting=text(_("kind of place the child lived in on these days, empty if none is known"), *SETTINGS),
    dwelling=text(_("code of the home")),
    began_on=day(_("first day")),
    ended_on=day(_("first day after")),
    sex=text(_("sex"), *SEXES),
    birth_date=day(_("born on")),
)

services = table(
    "services",
    _("Services given: one row a time, however many people it was for."),
    happened_on=day(_("day")),
    service=text(_("code in the catalogue of services")),
    provider=text(_("the worker who answers for it")),
    provider_role=text(_("in which role"), *PROVIDER_ROLES),
    service_setting=text(_("where or how it was given"), "home", "centre", "phone", "online", "school", "other"),
    minutes=number(_("how long, minutes")),
    recipients=number(_("how many people it was for")),
    payer=text(_("who pays, empty if the own budget")),
    payer_kind=text(_("kind of payer"), *PAYER_KINDS),
)

attendances = table(
    "attendances",
    _("People at a service or event: a row a named person, or one with a head-count for those nobody named."),
    happened_on=day(_("day")),
    activity=text(_("a service or an event"), "service", "event"),
    kind=text(_("code of the service, or kind of event")),
    person=text(_("who, empty for a head-count")),
    family=text(_("the household on that day")),
    recipient_role=text(_("as whom"), "child", "on_duty_carer", "guardian", "parent", "applicant", "host", "worker", "public", "other"),
    heads=number(_("how many people the row stands for")),
    provider_role=text(_("role of the worker, empty for an event"), *PROVIDER_ROLES, ""),
    minutes=number(_("how long, minutes")),
    sex=text(_("sex"), *SEXES),
    birth_date=day(_("born on")),
    payer=text(_("who pays for the service, empty if the own budget, and for an event")),
)

events = table(
    "events",
    _("Meetings of groups, staff meetings, trainings and outreach: one row a time."),
    happened_on=day(_("day")),
    kind=text(_("kind of event"), *EVENT_KINDS),
    course=text(_("the group or course it belongs to, empty if it stands alone")),
    campaign=text(_("what it was part of"), "foster_week", "guardians_day", ""),
    minutes=number(_("how long, minutes")),
    heads=number(_("people there, named and not")),
)

papers = table(
    "papers",
    _("Numbered papers written or received."),
    issued_on=day(_("date of the paper")),
    kind=text(_("kind of paper"), *PAPER_KINDS),
    about=text(_("what it is about"), *PAPER_SUBJECTS),
    outcome=text(_("what it says"), "positive", "negative", ""),
    first=yes_or_no(_("the first of its kind for that household")),
    person=text(_("the person it is about")),
    family=text(_("the household it is about")),
)

cases = table(
    "cases",
    _("Cases opened and closed."),
    kind=text(_("kind of case"), "temporary_supervision_on_request"),
    children=number(_("how many children")),
    began_on=day(_("opened on")),
    ended_on=day(_("first day after")),
)

case_children = table(
    "case_children",
    _("Children of cases: a row a child in a case."),
    kind=text(_("kind of case"), "temporary_supervision_on_request"),
    child=text(_("who")),
    began_on=day(_("opened on")),
    ended_on=day(_("first day after")),
)

posts = table(
    "posts",
    _("Posts filled by people, in full-time equivalents."),
    title=text(_("post"), *POST_TITLES),
    group=text(_("group of posts"), *POST_GROUPS),
    unit=text(_("code of the unit or home, empty if for all")),
    worker=text(_("who")),
    fte=decimal(_("share of a full post")),
    payer_kind=text(_("who pays"), *PAYER_KINDS),
    began_on=day(_("first day")),
    ended_on=day(_("first day after")),
)

post_limits = table(
    "post_limits",
    _("How many posts are allowed: in all by the council's decision, or of one title by the list of posts."),
    kind=text(_("in all or by title"), "in_all", "by_title"),
    title=text(_("post, empty for all"), *POST_TITLES, ""),
    group=text(_("group of posts, empty for all"), *POST_GROUPS, ""),
    fte=decimal(_("full-time equivalents")),
    began_on=day(_("first day")),
    ended_on=day(_("first day after")),
)

trainings = table(
    "trainings",
    _("Trainings of workers, a row a worker, training and post held."),
    worker=text(_("who")),
    happened_on=day(_("day")),
    minutes=number(_("how long, minutes")),
    title=text(_("post"), *POST_TITLES),
    group=text(_("group of posts"), *POST_GROUPS),
    began_on=day(_("first day in the post")),
    ended_on=day(_("first day after it")),
)

licences = table(
    "licences",
    _("Licensed addresses and accredited services."),
    kind=text(_("licence or accreditation"), "licence", "accreditation"),
    number=text(_("its number")),
    address=text(_("the address, empty for an accreditation")),
    places=number(_("places licensed there")),
    began_on=day(_("first day")),
    ended_on=day(_("first day after")),
)

assets = table(
    "assets",
    _("Vehicles and other things an institution keeps."),
    kind=text(_("what it is"), "car", "minibus", "other"),
    seats=number(_("seats")),
    began_on=day(_("kept since")),
    ended_on=day(_("first day after")),
)

money = table(
    "money",
    _("Entries of the ledger, always on the smallest item: what has parts is their sum and never an entry."),
    happened_on=day(_("booked on")),
    basis=text(_("cash, accrual or plan"), "cash", "accrual", "plan"),
    item=text(_("code of the economic item")),
    main_item=text(_("code of the item it is part of, or its own")),
    source=text(_("code of the funding source")),
    source_kind=text(_("kind of funding source"), *FUNDING_KINDS),
    amount=decimal(_("euros and cents")),
)

targets = table(
    "targets",
    _("Yearly directions of an institution that have a target."),
    direction=text(_("code of the direction")),
    indicator=text(_("code of the indicator that answers it")),
    comparator=text(_("how the target is meant"), "exactly", "at_least", "at_most", "about"),
    target=decimal(_("the number aimed at")),
    began_on=day(_("first day of the year")),
    ended_on=day(_("first day of the next year")),
)
