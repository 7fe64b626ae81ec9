"""The state in which a centre begins: read from a table, looked through, recorded when somebody agrees."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from globa.care.stays import Stay
from globa.journal.readings import Reading
from globa.registry.accounts.appointments import Role
from globa.registry.assignments import Assignment, end
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import Place

Counting = Callable[[int], AbstractContextManager[None]]
OPENING = "/people/opening/"
HEAD = "Vardas;Pavardė;Gimimo data;Namai;Gyvena nuo;Iš kur atvyko"
KAJUS = "Kajus;Vaišnora;2012-03-04;home-1;2023-05-10;iš tėvų"
BAD = "Ona;Žilė;2014-01-02;Nežinia;2024-02-01;kita"


def dropped(client: Client, *rows: str, **change: Any) -> Any:
    file = SimpleUploadedFile("vaikai.csv", "\n".join([HEAD, *rows]).encode())
    return client.post(OPENING, {"on_year": 2026, "on_month": 1, "on_day": 1, "file": file} | change)


def read_of(page: Any) -> str:
    found = re.search(r'name="read" value="([^"]+)"', page.content.decode())
    assert found is not None
    return found[1]


def said(page: Any) -> str:
    return page.content.decode()


def test_what_was_read_is_shown_and_nothing_is_recorded(client: Client, here: Place) -> None:
    builders.home(here)
    page = dropped(client, KAJUS, BAD)
    assert page.status_code == 200
    assert "1 row can be recorded; 1 must be mended in the file." in said(page)
    assert "There is no home “Nežinia”." in said(page)
    assert '<span class="g-small">bed 1</span>' in said(page)
    assert not Person.objects.filter(given_name="Kajus").exists()


def test_ticked_rows_are_recorded_and_the_bad_one_stays_a_list(client: Client, here: Place) -> None:
    builders.home(here)
    page = client.post(OPENING, {"read": read_of(dropped(client, KAJUS, BAD)), "row": ["2", "3"]})
    kajus = Stay.objects.get().child
    assert kajus.name == "Kajus Vaišnora"
    assert "1 child is recorded" in said(page)
    assert f'href="/people/{kajus.pk}/"' in said(page)
    assert "There is no home “Nežinia”." in said(page)
    assert Reading.objects.filter(person_id=kajus.pk).exists()


def test_a_child_of_the_files_waits_for_a_decision(client: Client, here: Place) -> None:
    builders.home(here)
    known = builders.child(here, "Kajus", family_name="Vaišnora")
    page = dropped(client, KAJUS)
    assert "1 waits for your decision" in said(page)
    assert client.post(OPENING, {"read": read_of(page), "known-2": "skip"}).status_code == 422
    assert client.post(OPENING, {"read": read_of(page), "row": "2"}).status_code == 422
    assert not Stay.objects.exists()
    assert client.post(OPENING, {"read": read_of(page), "known-2": "same"}).status_code == 200
    assert Stay.objects.get().child == known


def test_sent_twice_nothing_is_recorded_twice(client: Client, here: Place) -> None:
    builders.home(here)
    sent = {"read": read_of(dropped(client, KAJUS)), "row": "2"}
    client.post(OPENING, sent)
    again = client.post(OPENING, sent)
    assert again.status_code == 422
    assert "Recorded already: home-1, since 2023-05-10." in said(again)
    assert Stay.objects.count() == 1


def test_what_was_read_is_not_taken_when_it_was_changed(client: Client, here: Place) -> None:
    page = client.post(OPENING, {"read": "bm90aGluZw==", "row": "2"})
    assert page.status_code == 422
    assert "can no longer be opened" in said(page)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("Priemonė;Lėšos\nStovykla;100", "No table of children was found"),
        ("Vardas;Pavardė;Namai\nA;B;C", "no column for: Lives there since"),
    ],
)
def test_another_table_is_refused_in_words(client: Client, here: Place, content: str, sentence: str) -> None:
    page = dropped(client, file=SimpleUploadedFile("x.csv", content.encode()))
    assert page.status_code == 422
    assert sentence in said(page)


def test_a_day_that_has_not_come_is_refused(client: Client, here: Place) -> None:
    assert "This day has not come yet." in said(dropped(client, KAJUS, on_year=2999))


def test_a_file_that_is_not_opened_is_told_and_written_down(client: Client, here: Place, as_role: Callable[[Role], None]) -> None:
    builders.home(here)
    child = builders.child(here, "Kajus", family_name="Vaišnora")
    as_role(Role.SOCIAL_WORKER)
    for one in Assignment.objects.filter(user=here.worker):
        end(assignment=one, on=today(), by=here.worker)
    page = dropped(client, KAJUS)
    assert "it is not open to you" in said(page)
    assert Reading.objects.filter(person_id=child.pk, result="refused").count() == 1


def test_a_long_table_of_wrong_rows_asks_no_more_than_a_short_one(
    client: Client, here: Place, django_assert_max_num_queries: Counting
) -> None:
    builders.home(here)
    with django_assert_max_num_queries(26):
        dropped(client, *[BAD.replace("Ona", f"Ona{number}") for number in range(40)])


def test_the_empty_table_names_a_home_of_the_centre(client: Client, here: Place) -> None:
    answer = client.get("/people/opening/table.xlsx")
    assert answer.content.startswith(b"PK")
    assert answer["Content-Disposition"] == 'attachment; filename="globa-opening.xlsx"'


def test_who_may_not_register_has_no_such_page(client: Client, here: Place, as_role: Callable[[Role], None]) -> None:
    as_role(Role.ACCOUNTANT)
    assert client.get(OPENING).status_code == 404
    assert dropped(client, KAJUS).status_code == 404
