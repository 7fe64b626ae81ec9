"""Everybody in the demonstration is invented, and named as Lithuanian families are."""

from __future__ import annotations

from random import Random

import pytest

from globa.demonstration.accounts import ACCOUNTS, CARER, PASSWORD, lines
from globa.demonstration.accounts import NAMES as OF_ACCOUNTS
from globa.demonstration.names import Names, is_known
from tests.demonstration.conftest import Asking

LIST = Names(Random(1))
GIVEN = {sex: {name for (of, _group), names in LIST.given.items() if of == sex for name in names} for sex in ("female", "male")}
FAMILY = {
    "male": {name.base for name in LIST.families},
    "female": {form for name in LIST.families for form in (name.married, name.maiden)},
}


def test_every_name_is_drawn_from_the_list_in_the_form_of_its_sex(ask: Asking) -> None:
    people = ask("SELECT given_name, family_name, sex FROM registry_person")
    strange = [row for row in people if row[0] not in GIVEN[row[2]] or row[1] not in FAMILY[row[2]]]
    assert [f"{given} {family}" for given, family, _sex in strange if f"{given} {family}" not in OF_ACCOUNTS] == []


def test_no_pair_of_names_is_known_or_given_twice(ask: Asking) -> None:
    people = ask("SELECT given_name, family_name FROM registry_person")
    assert [pair for pair in people if is_known(*pair)] == []
    assert len(set(people)) == len(people)


def test_children_bear_the_name_of_their_father(ask: Asking) -> None:
    rows = ask(
        "SELECT father.family_name, child.family_name, child.sex FROM registry_relation r"
        " JOIN registry_person father ON father.id = r.person_id AND father.sex = 'male'"
        " JOIN registry_person child ON child.id = r.other_id WHERE r.kind = 'parent'"
    )
    forms = {name.base: {"male": name.base, "female": name.maiden} for name in LIST.families}
    assert rows
    assert [row for row in rows if forms[row[0]][row[2]] != row[1]] == []


def test_a_personal_code_is_valid_and_nobodys(ask: Asking) -> None:
    from globa.registry.people import Person

    coded = list(Person.objects.exclude(personal_code_sealed=None)[:40])
    assert coded
    assert {person.personal_code[7:10] for person in coded} == {"000"}
    assert [person for person in coded if not _agrees(person)] == []


def _agrees(person: object) -> bool:
    from globa.registry.personal_codes import birth_date_in, cleaned, sex_in

    code = cleaned(person.personal_code)  # type: ignore[attr-defined]
    return (birth_date_in(code), sex_in(code)) == (person.birth_date, person.sex)  # type: ignore[attr-defined]


def test_every_account_may_sign_in_and_has_a_place_of_work(ask: Asking) -> None:
    from globa.registry.accounts.users import User

    users = {user.email: user for user in User.objects.all()}
    assert set(users) == {account.email for account in ACCOUNTS} | {CARER}
    assert all(user.check_password(PASSWORD) for user in list(users.values())[:1])
    assert len({user.password for user in users.values()}) == 1
    assert [email for email, user in users.items() if user.appointments.count() != 1] == []


def test_the_starter_prints_the_accounts_and_their_password() -> None:
    printed = "\n".join(lines())
    assert PASSWORD in printed
    assert all(account.email in printed for account in ACCOUNTS)
    assert len(PASSWORD) >= 12


@pytest.mark.parametrize(
    ("base", "said"),
    [("Rimkus", "Rimkų šeima"), ("Adomaitis", "Adomaičių šeima"), ("Gaidys", "Gaidžių šeima"), ("Lukošius", "Lukošių šeima"),
     ("Zabiela", "Zabielų šeima"), ("Dirsė", "Dirsių šeima"), ("Ivanovas", "Ivanovų šeima"), ("Dovgialo", "Dovgialo šeima")],
)  # fmt: skip
def test_a_family_is_called_by_its_name_in_the_plural(base: str, said: str) -> None:
    assert next(name for name in LIST.families if name.base == base).family == said
