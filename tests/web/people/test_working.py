"""Who works with a person, and whether the file is sealed: said on a page, with a reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from globa.journal.operations import Operation
from globa.registry.accounts.roles import Role
from globa.registry.involvement import Involvement
from globa.registry.people import Person
from globa.registry.sealing import Seal
from tests import builders
from tests.builders import Place

AsRole = Callable[[Role], None]


@pytest.fixture
def child(client: Client, here: Place) -> Person:
    return builders.child(here, "Matas")


@pytest.fixture
def seal(here: Place, child: Person, as_role: AsRole) -> Seal:
    """A sealed file, and the head signed in."""
    as_role(Role.HEAD)
    return Seal.objects.create(organisation=here.organisation, person=child, kind="court", during=(builders.SINCE, None))


def unsealing(seal: Seal, reason: str) -> dict[str, str]:
    return {"do": "unseal", "row": str(seal.pk), "unseal-reason": reason}


def test_the_head_opens_a_sealed_file_again_by_an_act(client: Client, child: Person, seal: Seal) -> None:
    assert client.post(f"/people/{child.pk}/working/", unsealing(seal, "Ruling 2-114")).status_code == 302
    seal.refresh_from_db()
    assert seal.during.upper is not None
    assert Operation.objects.get(verb="registry.unseal").reason == "Ruling 2-114"
    assert "Seal the file" in client.get(f"/people/{child.pk}/working/").content.decode()


def test_a_file_is_not_opened_again_without_an_act(client: Client, child: Person, seal: Seal) -> None:
    answer = client.post(f"/people/{child.pk}/working/", unsealing(seal, ""))
    assert (answer.status_code, "Name the act or ruling." in answer.content.decode()) == (422, True)
    seal.refresh_from_db()
    assert seal.during.upper is None


def test_a_seal_that_was_a_mistake_is_taken_off_on_its_own_day(client: Client, child: Person, as_role: AsRole) -> None:
    as_role(Role.HEAD)
    client.post(f"/people/{child.pk}/working/", {"do": "seal", "seal-kind": "court", "seal-reason": "Letter 5"})
    made = Seal.objects.get()
    client.post(f"/people/{child.pk}/working/", unsealing(made, "The letter was about another child"))
    made.refresh_from_db()
    assert made.during.isempty
    assert "never in force" in client.get(f"/people/{child.pk}/working/").content.decode()


def test_whoever_does_not_read_what_is_sealed_cannot_open_it(client: Client, child: Person, here: Place, as_role: AsRole) -> None:
    assert client.post(f"/people/{child.pk}/working/", {"do": "unseal", "row": str(child.pk)}).status_code == 404


def test_a_seal_of_somebody_else_is_not_taken_off_here(client: Client, here: Place, seal: Seal) -> None:
    other = builders.child(here, "Ieva")
    assert client.post(f"/people/{other.pk}/working/", unsealing(seal, "Ruling 2-114")).status_code == 404


def archiving(file: Involvement, **change: object) -> dict[str, object]:
    day = {f"archive-on_{part}": value for part, value in (("year", 2024), ("month", 5), ("day", 1))}
    return {"do": "archive", "archive-file": str(file.pk), "archive-reason": "Came of age", **day, **change}


def test_the_head_puts_a_file_into_the_archive(client: Client, child: Person, as_role: AsRole) -> None:
    as_role(Role.HEAD)
    file = Involvement.objects.get(person=child)
    assert client.post(f"/people/{child.pk}/working/", archiving(file, **{"archive-reason": ""})).status_code == 422
    assert client.post(f"/people/{child.pk}/working/", archiving(file)).status_code == 302
    file.refresh_from_db()
    assert (str(file.during.upper), Operation.objects.get(verb="registry.close_file").reason) == ("2024-05-01", "Came of age")
    assert "No file of the institution on this person is open" in client.get(f"/people/{child.pk}/working/").content.decode()
    as_role(Role.FOSTER_COORDINATOR)
    assert client.get(f"/people/{child.pk}/").status_code == 404


def test_the_file_of_a_child_who_lives_here_stays_open(client: Client, here: Place, child: Person, as_role: AsRole) -> None:
    as_role(Role.HEAD)
    builders.stay(here, child)
    answer = client.post(f"/people/{child.pk}/working/", archiving(Involvement.objects.get(person=child)))
    assert (answer.status_code, "Record first where the child went" in answer.content.decode()) == (422, True)


def test_only_the_head_closes_files(client: Client, child: Person) -> None:
    assert "First day in the archive" not in client.get(f"/people/{child.pk}/working/").content.decode()
    assert client.post(f"/people/{child.pk}/working/", archiving(Involvement.objects.get(person=child))).status_code == 404
