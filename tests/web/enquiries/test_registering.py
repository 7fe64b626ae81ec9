"""Somebody who asked is registered from the answered enquiry, or found to be in the files already."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from globa.casework.recruitment.enquiries import Enquiry, answer, enquire
from globa.registry.people import Person
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import Place

pytestmark = pytest.mark.django_db


def answered(at: Place) -> Enquiry:
    made = enquire(
        organisation=at.organisation,
        on=today(),
        by=at.worker,
        channel="phone",
        about="guardian",
        asker="Rasa Marija Lėlaitė",
        asker_phone="1",
    )
    answer(enquiry=made, on=today(), outcome="begins", reply="", by=at.worker)
    return made


def send(client: Client, enquiry: Enquiry, **fields: object) -> Any:
    given = {"given_name": "Rasa Marija", "family_name": "Lėlaitė", "sex": "female", "birth_precision": "day", "purpose": "training"}
    return client.post("/people/new/", {"enquiry": enquiry.pk, **given, **fields})


def test_what_was_written_stands_in_the_form_and_the_enquiry_says_who_it_was(client: Client, here: Place) -> None:
    enquiry = answered(here)
    assert f"/people/new/?enquiry={enquiry.pk}" in client.get(f"/enquiries/{enquiry.pk}/").content.decode()
    form = client.get(f"/people/new/?enquiry={enquiry.pk}").context["form"]
    assert (form["given_name"].value(), form["family_name"].value(), form["purpose"].value()) == ("Rasa Marija", "Lėlaitė", "training")
    assert send(client, enquiry).status_code == 302
    enquiry.refresh_from_db()
    assert str(enquiry.person) == "Rasa Marija Lėlaitė"
    assert f"/people/{enquiry.person_id}/" in client.get(f"/enquiries/{enquiry.pk}/").content.decode()


def test_whoever_is_in_the_files_already_is_not_registered_twice(client: Client, here: Place) -> None:
    known, enquiry = builders.person(here, given_name="Rasa Marija", family_name="Lėlaitė"), answered(here)
    assert f'name="same" value="{known.pk}"' in send(client, enquiry).content.decode()
    assert send(client, enquiry, same=known.pk).status_code == 302
    enquiry.refresh_from_db()
    assert (enquiry.person, Person.objects.filter(family_name="Lėlaitė").count()) == (known, 1)


def test_an_enquiry_that_nobody_answered_fills_nothing(client: Client, here: Place) -> None:
    made = enquire(
        organisation=here.organisation, on=today(), by=here.worker, channel="phone", about="other", asker="Rasa", asker_phone="1"
    )
    assert not client.get(f"/people/new/?enquiry={made.pk}").context["form"]["given_name"].value()
