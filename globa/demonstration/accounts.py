"""Who may sign in to the demonstration: invented people with one password for all. Knows no Django: the starter prints it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PASSWORD = "visi-zmones-isgalvoti"  # noqa: S105 - the demonstration's, printed at every start


@dataclass(frozen=True)
class Account:
    """`post` is the one the person holds at the centre, empty for those who work elsewhere."""

    email: str
    given_name: str
    family_name: str
    sex: str
    role: str
    organisation: str
    post: str = ""
    born: date = date(1984, 1, 1)

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"


CENTRE, SECOND = "alytus-family-centre", "druskininkai-family-centre"
ACCOUNTS = (
    Account("ausra@globa.example", "Aušra", "Vaišnorienė", "female", "head", CENTRE, "director", date(1971, 9, 3)),
    Account("migle@globa.example", "Miglė", "Gedvilaitė", "female", "foster_coordinator", CENTRE, "foster_coordinator", date(1991, 4, 18)),
    Account("juste@globa.example", "Justė", "Pakalnytė", "female", "psychologist", CENTRE, "psychologist", date(1988, 11, 25)),
    Account("gytis@globa.example", "Gytis", "Venckus", "male", "care_assistant", CENTRE, "care_assistant", date(1985, 2, 7)),
    Account("vejune@globa.example", "Vėjūnė", "Matulaitė", "female", "national_officer", "national-service"),
    Account("saule@globa.example", "Saulė", "Barkauskienė", "female", "municipal_clerk", "alytus-city"),
    Account(
        "skaiste@globa.example", "Skaistė", "Morkūnienė", "female", "foster_coordinator", SECOND, "foster_coordinator", date(1986, 6, 12)
    ),
)
NAMES = frozenset(account.name for account in ACCOUNTS)


def lines() -> list[str]:
    """Write the accounts for whoever starts the demonstration."""
    widest = max(len(account.email) for account in ACCOUNTS)
    return [f"{account.email:<{widest}}  {account.name}, {account.role.replace('_', ' ')}" for account in ACCOUNTS] + [
        f"password: {PASSWORD}"
    ]
