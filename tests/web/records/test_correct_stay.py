"""Correcting a stay."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client

from globa.care import stays
from globa.care.stays import Stay
from globa.journal.versions import versions_of
from globa.registry.accounts.appointments import Role
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping


def send(reader: Client, stay: Stay, **typed: str) -> HttpResponse:
    """Post the form as it is filled for the stay, with what was typed instead."""
    began, ended = stay.began_on, stay.ended_on
    filled = {
        "began_on_year": str(began.year), "began_on_month": str(began.month), "began_on_day": str(began.day), "origin": stay.origin,
        "ended_on_year": str(ended.year) if ended else "", "ended_on_month": str(ended.month) if ended else "",
        "ended_on_day": str(ended.day) if ended else "", "destination": stay.destination, "reason": "The paper says otherwise",
    }  # fmt: skip
    return reader.post(f"/records/care.stay/{stay.pk}/correct/", filled | typed)  # type: ignore[return-value]


def test_a_correction_changes_the_stay_and_stands_in_its_history(reader: Client, here: Place) -> None:
    stay = builders.stay(here, on=date(2023, 2, 1))
    answer = send(reader, stay, began_on_day="3", origin="other_institution")
    stay.refresh_from_db()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/records/care.stay/{stay.pk}/")
    assert (stay.began_on, stay.origin) == (date(2023, 2, 3), "other_institution")
    newest = versions_of(stay)[0]
    assert newest.operation
    assert (newest.operation.reason, newest.operation.actor_id) == ("The paper says otherwise", here.worker.pk)


def test_an_overlap_is_refused_in_words_and_nothing_typed_is_lost(reader: Client, here: Place) -> None:
    home, child = builders.home(here), builders.child(here)
    earlier = stays.discharge(
        stay=builders.stay(here, child, builders.bed(home), on=date(2022, 1, 1)), on=date(2023, 1, 1), destination="parents", by=here.worker
    )
    later = builders.stay(here, child, builders.bed(home, "2"), on=date(2023, 2, 1))
    shown = send(reader, later, began_on_year="2022", began_on_month="12", reason="It began earlier").content.decode()
    assert ["lives somewhere else on some of these days" in shown, 'value="2022"' in shown, "It began earlier" in shown] == [True] * 3
    earlier.refresh_from_db()
    later.refresh_from_db()
    assert (earlier.ended_on, later.began_on) == (date(2023, 1, 1), date(2023, 2, 1))


def test_an_overlap_elsewhere_is_refused_without_saying_where(
    reader: Client, here: Place, elsewhere: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]], as_owner: Stepping
) -> None:
    stay = builders.stay(here, on=date(2023, 2, 1))
    with in_the_name_of(elsewhere):
        where = builders.home(elsewhere, "secret-home")
    with as_owner():
        Stay.objects.create(
            organisation=elsewhere.organisation, child=stay.child, dwelling=where, setting=where.kind, bed=builders.bed(where),
            during=(date(2022, 6, 1), date(2023, 1, 1)), origin="parents", destination="other_institution",
        )  # fmt: skip
    answer = send(reader, stay, began_on_year="2022", began_on_month="12")
    shown = answer.content.decode()
    assert (answer.status_code, "lives somewhere else" in shown, "secret-home" in shown, "Elsewhere" in shown) == (422, True, False, False)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"ended_on_year": "2022", "ended_on_month": "1", "ended_on_day": "1", "destination": "parents"}, "would end before it begins"),
        ({"ended_on_year": "2023", "ended_on_month": "6", "ended_on_day": "1"}, "Say where the child went."),
        ({"destination": "parents"}, "The stay has no end yet"),
        ({"began_on_year": "2011"}, "Compare the day with the date of birth"),
        ({"began_on_month": "13"}, "There is no such day"),
        ({"reason": ""}, "Say why"),
        ({}, "nothing to correct"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(reader: Client, here: Place, typed: dict[str, str], said: str) -> None:
    stay = builders.stay(here, builders.child(here, born=date(2012, 3, 4)), on=date(2023, 2, 1))
    answer = send(reader, stay, **typed)
    assert (answer.status_code, said in answer.content.decode()) == (422, True)


def test_the_form_shows_what_is_recorded(reader: Client, here: Place) -> None:
    stay = builders.stay(here, on=date(2023, 2, 1))
    shown = reader.get(f"/records/care.stay/{stay.pk}/correct/").content.decode()
    assert ['value="2023"' in shown, '<option value="parents" selected' in shown] == [True, True]


def test_who_only_looks_does_not_correct(reader: Client, here: Place, as_owner: Stepping) -> None:
    stay = builders.stay(here)
    with as_owner():
        here.worker.appointments.update(role=Role.AUDITOR)
    assert send(reader, stay, origin="other").status_code == 404
    assert "correct/" not in reader.get(f"/records/care.stay/{stay.pk}/").content.decode()
