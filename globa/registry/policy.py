"""
Who may see what, and where each role may go: the whole of it, to be read by a data-protection officer.

What is not written here is refused. Three questions are answered, one after the other:

1. `AREAS`: to which parts of the program a role comes at all. Every page names its area (globa/web/routes.toml).
2. `RULES`: which people are opened to a role, in which way, and whether by name only or with the file.
3. `CLASSES`: which classes of what an open file holds the role may read.

A seal or a conflict of interest closes a person whatever way would open them. The database asks question 2 again,
from these same rules (globa/config/database/policies.py): what a query forgets to ask, row security refuses.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from globa.registry.accounts.roles import Role
from globa.vocabulary.sensitivity import Sensitivity as S


class Opens(StrEnum):
    """How far a person is opened: by name and status, or with the file."""

    NAME = "name"
    FILE = "file"


class Way(StrEnum):
    """By which dated involvement a person is reached. All of them end by themselves with the day on which their record ends."""

    INSTITUTION = "institution"
    """The institution where one works keeps an open file on the person."""
    ARCHIVE = "archive"
    """It kept one, which is closed."""
    APPLICANTS = "applicants"
    """It keeps a file on the person as a guardian, a carer or somebody who prepares to become one."""
    COLLEAGUES = "colleagues"
    """The person works there."""
    ASSIGNED = "assigned"
    """One was assigned to the person by name."""
    HOME = "home"
    """The person lives today in the home group, or in a home of the unit, where one works."""
    CARER = "carer"
    """The child lives today with this carer."""
    WARD = "ward"
    """One is the child's guardian today."""
    DECISION = "decision"
    """The municipality itself keeps a file: it decides about the person or pays."""
    SUPERVISION = "supervision"
    """The child has a guardian or curator, recorded by an institution below."""
    FAMILY = "family"
    """Relatives, guardians and carers of somebody whose file is open."""
    EMERGENCY = "emergency"
    """Opened in an emergency, with a reason, for four hours."""


@dataclass(frozen=True)
class Rule:
    role: Role
    way: Way
    opens: Opens


def _rules(role: Role, *, file: tuple[Way, ...] = (), name: tuple[Way, ...] = ()) -> tuple[Rule, ...]:
    return tuple(Rule(role, way, Opens.FILE) for way in file) + tuple(Rule(role, way, Opens.NAME) for way in name)


RULES: tuple[Rule, ...] = (
    *_rules(Role.HEAD, file=(Way.INSTITUTION, Way.ARCHIVE, Way.EMERGENCY)),
    *_rules(Role.FOSTER_COORDINATOR, file=(Way.ASSIGNED, Way.EMERGENCY), name=(Way.INSTITUTION, Way.FAMILY)),
    *_rules(Role.ATTESTED_PERSON, file=(Way.ASSIGNED, Way.EMERGENCY), name=(Way.APPLICANTS, Way.COLLEAGUES, Way.FAMILY)),
    *_rules(Role.PSYCHOLOGIST, file=(Way.ASSIGNED, Way.EMERGENCY), name=(Way.COLLEAGUES, Way.FAMILY)),
    *_rules(Role.SOCIAL_WORKER, file=(Way.HOME, Way.ASSIGNED, Way.EMERGENCY), name=(Way.COLLEAGUES, Way.FAMILY)),
    *_rules(Role.CARE_ASSISTANT, file=(Way.HOME,), name=(Way.COLLEAGUES,)),
    *_rules(Role.ON_DUTY_CARER, file=(Way.CARER,)),
    *_rules(Role.GUARDIAN, file=(Way.WARD,)),
    *_rules(Role.ACCOUNTANT, name=(Way.COLLEAGUES,)),
    *_rules(Role.MUNICIPAL_CLERK, file=(Way.DECISION,), name=(Way.FAMILY,)),
    *_rules(Role.NATIONAL_OFFICER, file=(Way.SUPERVISION,), name=(Way.FAMILY,)),
    *_rules(Role.ADMINISTRATOR, name=(Way.COLLEAGUES,)),
    # The data-protection officer sees who looked, and the auditor figures: nobody is opened to them.
)

OFFICE = frozenset({S.S0, S.S1})
CLASSES: dict[Role, frozenset[S]] = {
    Role.HEAD: OFFICE | {S.S2, S.S2P, S.S2F, S.S3, S.S3C, S.S3A},
    Role.FOSTER_COORDINATOR: OFFICE | {S.S2, S.S2P, S.S3},
    Role.ATTESTED_PERSON: OFFICE | {S.S2, S.S2P, S.S3, S.S3C},
    Role.PSYCHOLOGIST: OFFICE | {S.S2, S.S3},
    Role.SOCIAL_WORKER: OFFICE | {S.S2, S.S2P, S.S3},
    Role.CARE_ASSISTANT: OFFICE | {S.S2, S.S2P},
    Role.ON_DUTY_CARER: frozenset({S.S0, S.S2, S.S3}),
    Role.GUARDIAN: frozenset({S.S0, S.S2}),
    Role.ACCOUNTANT: OFFICE | {S.S2F},
    Role.MUNICIPAL_CLERK: OFFICE | {S.S2, S.S2F},
    Role.NATIONAL_OFFICER: OFFICE | {S.S2, S.S3A},
    Role.DATA_PROTECTION_OFFICER: OFFICE,
    Role.AUDITOR: frozenset({S.S0}),
    Role.ADMINISTRATOR: OFFICE,
}
"""A sealed file (adoption) is open to whoever reads S3A, and to nobody else."""


class Area(StrEnum):
    """A part of the program. A page belongs to one; what changes something belongs to another than what shows it."""

    OPEN = "open"
    """Before anybody is signed in."""
    OWN = "own"
    """One's own account, day and letters."""
    FIGURES = "figures"
    EVIDENCE = "evidence"
    """The records behind a figure: ids and days; names only of those who are opened."""
    REPORTS = "reports"
    WRITING = "writing"
    """Beginning a report of an institution."""
    REPORTING = "reporting"
    """Writing into a report that was begun and signing it: an institution's, or a municipality's on its plan."""
    DECIDING = "deciding"
    """What follows after signing, and the Word templates of the office."""
    PEOPLE = "people"
    """Lists and searches of people, and their files."""
    CARING = "caring"
    """Registering people and recording where they live."""
    CODES = "codes"
    """The personal code, shown on demand."""
    SERVICES = "services"
    SERVING = "serving"
    CORRECTING = "correcting"
    HOMES = "homes"
    ASSIGNING = "assigning"
    """Who works with whom by name, seals, conflicts of interest."""
    LOOKS = "looks"
    """Who looked at what."""
    WHO_LOOKED = "who_looked"
    """Who looked at one file."""
    EMERGENCY = "emergency"
    ENQUIRIES = "enquiries"
    """Questions from outside, where who asks is nobody's file yet, and from carers."""
    PLANS = "plans"
    """The plans of municipalities, the money they used and what came of them."""
    PLANNING = "planning"
    """Writing them: the tree, the amounts, results, the approval."""
    OWN_CARE = "own_care"
    """The page of a carer or guardian about themselves and the child with them."""
    MONEY = "money"
    """The ledger, the table of the budget, and which months are closed."""
    BOOKING = "booking"
    """Booking, bringing in what the accounting program holds, closing a month or a year."""
    ADMINISTRATION = "administration"


_EVERYBODY = frozenset({Area.OWN})
_COUNTING = _EVERYBODY | {Area.FIGURES, Area.REPORTS}
_WRITING = frozenset({Area.WRITING, Area.REPORTING})
_CASEWORK = _COUNTING | _WRITING | {Area.EVIDENCE, Area.PEOPLE, Area.SERVICES, Area.SERVING, Area.CORRECTING, Area.HOMES}
AREAS: dict[Role, frozenset[Area]] = {
    Role.HEAD: _CASEWORK
    | {Area.DECIDING, Area.CARING, Area.CODES, Area.ASSIGNING, Area.LOOKS, Area.WHO_LOOKED, Area.EMERGENCY}
    | {Area.ADMINISTRATION, Area.ENQUIRIES, Area.PLANS, Area.MONEY},
    Role.FOSTER_COORDINATOR: _CASEWORK | {Area.CARING, Area.CODES, Area.ASSIGNING, Area.WHO_LOOKED, Area.EMERGENCY, Area.ENQUIRIES},
    Role.ATTESTED_PERSON: _CASEWORK | {Area.CARING, Area.CODES, Area.EMERGENCY, Area.ENQUIRIES},
    Role.PSYCHOLOGIST: _CASEWORK | {Area.EMERGENCY},
    Role.SOCIAL_WORKER: _CASEWORK | {Area.CARING, Area.CODES, Area.EMERGENCY},
    Role.CARE_ASSISTANT: _CASEWORK - _WRITING - {Area.CORRECTING},
    Role.ON_DUTY_CARER: _EVERYBODY | {Area.OWN_CARE},
    Role.GUARDIAN: _EVERYBODY | {Area.OWN_CARE},
    Role.ACCOUNTANT: _COUNTING | _WRITING | {Area.EVIDENCE, Area.PLANS, Area.MONEY, Area.BOOKING},
    Role.MUNICIPAL_CLERK: _COUNTING
    | {Area.EVIDENCE, Area.PEOPLE, Area.PLANS, Area.PLANNING, Area.REPORTING, Area.DECIDING, Area.MONEY, Area.BOOKING},
    Role.NATIONAL_OFFICER: _COUNTING | {Area.EVIDENCE, Area.PEOPLE, Area.CODES, Area.PLANS},
    Role.DATA_PROTECTION_OFFICER: _EVERYBODY | {Area.LOOKS, Area.WHO_LOOKED},
    Role.AUDITOR: _COUNTING | {Area.PLANS},
    Role.ADMINISTRATOR: _EVERYBODY | {Area.ADMINISTRATION},
}

OVERSEERS = tuple(role for role, areas in AREAS.items() if Area.LOOKS in areas)
"""They watch: whoever reads every look is told of an opening in an emergency."""


def may_enter(role: str, area: Area) -> bool:
    """An unknown role, as of somebody who is appointed nowhere today, gets to the own account only."""
    return area in (AREAS[Role(role)] if role in AREAS else _EVERYBODY)


def classes_of(role: str) -> frozenset[S]:
    return CLASSES.get(Role(role), frozenset()) if role in CLASSES else frozenset()


def may_read(role: str, sensitivity: S) -> bool:
    """Of a file that is open; whether it is, the rows themselves say."""
    return sensitivity in classes_of(role)
