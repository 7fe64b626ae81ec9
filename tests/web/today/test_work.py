"""Work of the day: what falls due, what is missing, whom nobody talked with, and the whole lists behind the numbers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from globa.care.guardianships import appoint
from globa.care.stays import admit
from globa.casework.carers.messages import Message, reply
from globa.casework.plans import assess
from globa.casework.recruitment.enquiries import enquire
from globa.casework.services import Help, record
from globa.registry import assignments
from globa.registry.accounts.appointments import Role
from globa.registry.assignments import Assignment
from globa.registry.catalogue import CatalogueService
from globa.registry.people import Person
from globa.registry.premises import add_licence
from globa.vocabulary.calendar import months_after, today
from globa.web.today.rows import Row, nearest
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping

ON = date(2024, 1, 15)


def page(client: Client, address: str = "/") -> str:
    return client.get(address).content.decode()


def row(day: date | None) -> Row:
    return Row("Review", "/", ON, day)


@pytest.mark.parametrize(
    ("day", "said", "tone"),
    [
        (date(2024, 1, 12), "late 3 d.", "brick"), (ON, "today", "amber"), (date(2024, 1, 17), "wednesday", "line"),
        (date(2024, 2, 1), "2024-02-01", "line"), (None, "", "line"),
    ],
)  # fmt: skip
def test_a_term_is_said_as_somebody_would_say_it(day: date | None, said: str, tone: str) -> None:
    assert (row(day).when, row(day).tone) == (said, tone)


def test_what_became_late_last_stands_first_and_leaves_room_for_what_comes() -> None:
    late = [row(ON - timedelta(days=back)) for back in (1, 2, 3, 4, 400)]
    due = [row(ON + timedelta(days=ahead)) for ahead in (0, 5, 9, 12)]
    assert nearest([*late, *due]) == [*late[:3], *due[:3]]
    assert nearest(late) == [*late, *[]]


@pytest.mark.parametrize(
    ("day", "months", "after"), [(date(2024, 1, 31), 1, date(2024, 2, 29)), (date(2024, 3, 15), -24, date(2022, 3, 15))]
)
def test_months_end_with_the_last_day_of_the_month(day: date, months: int, after: date) -> None:
    assert months_after(day, months) == after


def guarded(here: Place, name: str, kind: str = "permanent", since: date = date(2023, 1, 9)) -> Person:
    child = builders.child(here, name, born=date(2015, 5, 1))
    guardian = builders.person(here, f"Globėja {name}")
    family = builders.household(here, f"Šeima {name}", guardian)
    appoint(
        organisation=here.organisation, child=child, kind=kind, form="family", since=since, by=here.worker,
        household=family, guardian=guardian, relation="non_kin",
    )  # fmt: skip
    return child


def test_a_temporary_guardianship_over_its_term_is_late_with_the_act(client: Client, here: Place) -> None:
    guarded(here, "Kajus", "temporary", today() - timedelta(days=400))
    guarded(here, "Urtė", "temporary", today() - timedelta(days=100))
    shown = page(client)
    assert "Temporary guardianship reaches its term" in shown
    assert "Kajus" in shown.partition('id="due"')[2].partition("</section>")[0]
    assert "Urtė" not in shown.partition('id="due"')[2].partition("</section>")[0]


def test_what_is_missing_is_said_only_of_files_that_the_reader_reads(client: Client, here: Place) -> None:
    mine, other = guarded(here, "Kajus"), guarded(here, "Urtė")
    assignments.end(assignment=Assignment.objects.get(person=other), on=today(), by=here.worker)
    shown = page(client, "/today/missing/")
    assert f"/people/{mine.pk}/" in shown
    assert f"/people/{other.pk}/" not in shown
    assess(organisation=here.organisation, child=mine, on=date(2023, 2, 1), kind="support_plan", by=here.worker)
    assert "Needs assessment with a plan" not in page(client, "/today/missing/")


def helped(here: Place, child: Person, on: date) -> None:
    kind = CatalogueService.objects.get(code="consultation")
    family = child.guardianships.get().household
    given = Help(kind, on, 60, "home", builders.person(here), "foster_coordinator", [(child, "child", family)])
    record(organisation=here.organisation, given=given, by=here.worker)


def test_a_family_without_a_service_for_a_month_has_not_been_talked_with(client: Client, here: Place) -> None:
    helped(here, guarded(here, "Kajus"), today() - timedelta(days=10))
    helped(here, guarded(here, "Urtė"), today() - timedelta(days=40))
    assert "Šeima Urtė" in page(client, "/today/quiet/")
    assert "Šeima Kajus" not in page(client, "/today/quiet/")
    assert "Šeima Kajus" in page(client, "/today/families/")


def test_a_licence_that_ends_soon_waits_for_the_head(client: Client, here: Place, as_role: Callable[[Role], None]) -> None:
    as_role(Role.HEAD)
    add_licence(
        organisation=here.organisation,
        kind="licence",
        number="L-7",
        since=date(2023, 1, 1),
        until=today() + timedelta(days=20),
        by=here.worker,
    )
    assert "L-7" in page(client, "/today/due/")


@pytest.mark.parametrize("what", ["families", "quiet", "missing"])
def test_an_accountant_has_no_list_of_people(client: Client, as_role: Callable[[Role], None], what: str) -> None:
    as_role(Role.ACCOUNTANT)
    assert client.get(f"/today/{what}/").status_code == 404
    assert client.get("/today/due/").status_code == 200
    assert client.get("/today/nothing/").status_code == 404


def test_a_carer_sees_the_child_who_is_with_them(client: Client, here: Place, as_role: Callable[[Role], None], as_owner: Stepping) -> None:
    contract = builders.contract(here)
    bed = contract.dwelling.beds.get(name="1")
    admit(child=builders.child(here, "Kajus"), bed=bed, on=date(2023, 1, 1), origin="parents", carer=contract.carer, by=here.worker)
    with as_owner():
        here.worker.person = contract.carer
        here.worker.save(update_fields=["person"])
    as_role(Role.ON_DUTY_CARER)
    shown = page(client)
    assert "With you today" in shown
    assert "Kajus" in shown


def test_an_enquiry_waits_for_its_answer_with_the_days_of_the_norm(client: Client, here: Place) -> None:
    made = enquire(
        organisation=here.organisation, channel="phone", about="guardian", asker="Rima", asker_phone="860000000", on=date(2024, 1, 8),
        by=here.worker,
    )  # fmt: skip
    shown = page(client, "/today/due/")
    assert f'href="/enquiries/{made.pk}/"><b>An enquiry waits for an answer</b>' in shown
    assert "Rima" not in shown


def test_a_message_of_a_carer_waits_until_it_is_answered(client: Client, here: Place, as_owner: Stepping) -> None:
    carer = builders.contract(here).carer
    with as_owner():
        account = builders.account("carer@globa.example", here.organisation, Role.ON_DUTY_CARER)
        account.person = carer
        account.save(update_fields=["person"])
        Message.objects.create(organisation=here.organisation, carer=carer, author=account, letter="Ar atvyksite?")
    shown = page(client, "/today/due/")
    assert f'href="/carers/{carer.pk}/"><b>A message of a carer waits for an answer</b>' in shown
    assert "Ar atvyksite?" not in shown
    reply(organisation=here.organisation, carer=carer, letter="Taip.", by=here.worker)
    assert f"/carers/{carer.pk}/" not in page(client, "/today/due/")
