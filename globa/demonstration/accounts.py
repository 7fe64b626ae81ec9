"""Who may sign in to the demonstration: invented people with one password for all. Knows no Django: the starter prints it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PASSWORD = "visi-zmones-isgalvoti"  # noqa: S105 - the demonstration's, printed at every start


@dataclass(frozen=True)
class Account:
    """
    `known_as` is for whoever starts the demonstration; `post` is the one held at the centre, empty for those who work elsewhere.

    `home_group` is where in the centre somebody works whom only its children are opened to.
    """

    email: str
    given_name: str
    family_name: str
    sex: str
    role: str
    known_as: str
    organisation: str
    post: str = ""
    born: date = date(1984, 1, 1)
    home_group: str = ""

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"


CENTRE, SECOND = "alytus-family-centre", "druskininkai-family-centre"
VISAGINAS = "visaginas"
ACCOUNTS = (
    Account("ausra@globa.example", "Aušra", "Vaišnorienė", "female", "head", "direktorė / head", CENTRE, "director", date(1971, 9, 3)),
    Account("migle@globa.example", "Miglė", "Gedvilaitė", "female", "foster_coordinator", "globos koordinatorė / foster coordinator",
            CENTRE, "foster_coordinator", date(1991, 4, 18)),
    Account("juste@globa.example", "Justė", "Pakalnytė", "female", "psychologist", "psichologė / psychologist",
            CENTRE, "psychologist", date(1988, 11, 25)),
    Account("gytis@globa.example", "Gytis", "Venckus", "male", "care_assistant", "budintis darbuotojas / home worker",
            CENTRE, "care_assistant", date(1985, 2, 7), "alytus-home-1"),
    Account("vejune@globa.example", "Vėjūnė", "Matulaitė", "female", "national_officer", "nacionalinė tarnyba / national service",
            "national-service"),
    Account("saule@globa.example", "Saulė", "Barkauskienė", "female", "municipal_clerk", "savivaldybė / municipality", "alytus-city"),
    Account("skaiste@globa.example", "Skaistė", "Morkūnienė", "female", "foster_coordinator", "kitas centras / another centre",
            SECOND, "foster_coordinator", date(1986, 6, 12)),
    Account("vaiva@globa.example", "Vaiva", "Žemaitaitytė", "female", "attested_person", "atestuotasis asmuo / attested person",
            CENTRE, "attested_person", date(1979, 5, 20)),
    Account("nojus@globa.example", "Nojus", "Rudminas", "male", "accountant", "buhalteris / accountant", CENTRE),
    Account("elze@globa.example", "Elzė", "Kairelienė", "female", "data_protection_officer",
            "duomenų apsaugos pareigūnė / data-protection officer", CENTRE),
    Account("kostas@globa.example", "Kostas", "Grigonis", "male", "administrator", "administratorius / administrator", CENTRE),
    Account("ramune@globa.example", "Ramunė", "Jotautaitė", "female", "municipal_clerk",
            "Visagino savivaldybė, planas / municipality with a plan", VISAGINAS),
    Account("ugne@globa.example", "Ugnė", "Balsytė", "female", "auditor", "auditorė / auditor", CENTRE),
)  # fmt: skip
CARER = "globotoja@globa.example"
"""Of one of the demonstration's carers, whose name is drawn with the others'."""
NAMES = frozenset(account.name for account in ACCOUNTS)


def lines() -> list[str]:
    """Write the accounts and their password in both languages."""
    widest = max(len(account.email) for account in ACCOUNTS)
    known = [f"{account.email:<{widest}}  {account.name}, {account.known_as}" for account in ACCOUNTS]
    known.append(f"{CARER:<{widest}}  budinti globotoja / on-duty carer")
    return [*known, f"slaptažodis / password: {PASSWORD}"]
