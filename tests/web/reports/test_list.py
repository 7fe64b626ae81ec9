"""The list of reports and beginning one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.test import Client

from globa.registry.accounts.appointments import Role
from globa.registry.organisations import Organisation
from globa.reports.forms import read
from globa.reports.keeping.reports import Report, start
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period
from tests import builders
from tests.builders import Place
from tests.fixtures import Stepping


def test_a_year_that_is_over_and_has_no_report_is_offered_first(director: Client, here: Place) -> None:
    builders.service(here)
    shown = director.get("/reports/").content.decode()
    assert "The year 2023 is over, its report is not written yet" in shown
    assert '<input type="hidden" name="year" value="2023">' in shown


def test_a_begun_report_opens_and_is_offered_no_more(director: Client, here: Place) -> None:
    builders.service(here)
    begun = director.post("/reports/start/", {"form": "activity", "year": "2023"})
    report = Report.objects.get()
    assert begun.headers["Location"] == f"/reports/{report.pk}/"
    shown = director.get("/reports/").content.decode()
    assert ("1 report is not signed yet" in shown, "Activity report of 2023" in shown, "HE-2023-A1" in shown) == (True, True, True)


def test_the_same_report_is_not_begun_twice_and_the_choice_stays(director: Client, here: Place, report: Report) -> None:
    builders.service(here)
    answer = director.post("/reports/start/", {"form": "activity", "year": "2023"})
    assert answer.status_code == 422
    assert "already" in answer.content.decode().split("data-takes-focus")[1]


def test_a_care_assistant_begins_none(client: Client, as_role: Callable[[Role], None]) -> None:
    as_role(Role.CARE_ASSISTANT)
    assert client.post("/reports/start/", {"form": "activity", "year": "2023"}).status_code == 404
    assert "Begin" not in client.get("/reports/").content.decode()


def test_reports_of_another_institution_are_not_found(
    director: Client, elsewhere: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]]
) -> None:
    with in_the_name_of(elsewhere):
        theirs = start(organisation=elsewhere.organisation, form=read("activity", 2023), period=Period.year(2023), by=elsewhere.worker)
    pages = ["", "sign/", "texts/homes.children/", "figures/homes.arrivals/", "differences/", "approve/"]
    assert {director.get(f"/reports/{theirs.pk}/{page}").status_code for page in pages} == {404}
    assert "EL-2023-A1" not in director.get("/reports/").content.decode()


def test_a_number_leads_to_its_report(director: Client, report: Report) -> None:
    assert director.get("/reports/HE-2023-A1/").headers["Location"] == f"/reports/{report.pk}/"
    assert director.get("/reports/HE-2023-A7/").status_code == director.get("/reports/nonsense/").status_code == 404


def test_the_letter_stands_before_the_number_and_never_in_the_year(director: Client, here: Place, report: Report) -> None:
    second = start(organisation=here.organisation, form=read("occupancy", 2023), period=Period.year(2023), by=here.worker)
    assert "Children and places on 1\xa0January 2024" in director.get("/reports/").content.decode()
    assert (str(report), str(second)) == ("HE-2023-A1", "HE-2023-A2")


def test_what_is_still_being_written_is_not_for_those_who_only_look_from_above(
    director: Client, here: Place, report: Report, sign: Callable[[], object], as_owner: Stepping
) -> None:
    clerk = Client(headers={"accept-language": "en"})
    with as_owner():
        city = Organisation.objects.get(code="alytus-city")
        user = builders.account("clerk@city.example", city, Role.MUNICIPAL_CLERK)
    clerk.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    before = clerk.get(f"/reports/{report.pk}/").status_code
    sign()
    assert (before, clerk.get(f"/reports/{report.pk}/").status_code) == (404, 200)
    assert clerk.post(f"/reports/{report.pk}/submit/").status_code == 404


def test_signing_before_the_period_is_over_is_warned_of(director: Client, here: Place) -> None:
    year = today().year
    early = start(organisation=here.organisation, form=read("occupancy", year), period=Period.year(year), by=here.worker)
    assert "The period of the report is not over yet" in director.get(f"/reports/{early.pk}/sign/").content.decode()


def day(text: str) -> dict[str, str]:
    return dict(zip(("day_year", "day_month", "day_day"), text.split("-"), strict=True))


def test_an_occupancy_table_is_begun_of_any_day_and_its_heading_carries_the_day(director: Client, here: Place) -> None:
    builders.stay(here, on=date(2024, 3, 15))
    begun = director.post("/reports/new/occupancy/", day("2024-3-15"))
    report = Report.objects.get()
    assert (begun.headers["Location"], str(report.period), report.form_version) == (f"/reports/{report.pk}/", "2024-03-15", 2)
    page = director.get(f"/reports/{report.pk}/").content.decode()
    assert "Children and places on 15\xa0March 2024" in page
    assert "Children and places on 15\xa0March 2024" in director.get("/reports/").content.decode()
    assert director.get(f"/reports/{report.pk}/figures/occupancy.children-at-closing/").status_code == 200


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"day_year": "", "day_month": "", "day_day": ""}, "Write the day"),
        (day("2024-2-30"), "There is no such day"),
        (day("2999-1-1"), "has not come yet"),
        (day("2018-1-1"), "its first is of 2019"),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_stays(director: Client, typed: dict[str, str], said: str) -> None:
    answer = director.post("/reports/new/occupancy/", typed)
    page = answer.content.decode()
    assert (answer.status_code, said in page, f'value="{typed["day_year"]}"' in page) == (422, True, True)


def test_the_same_day_is_not_begun_twice(director: Client) -> None:
    director.post("/reports/new/occupancy/", day("2024-3-15"))
    answer = director.post("/reports/new/occupancy/", day("2024-3-15"))
    assert (answer.status_code, "already" in answer.content.decode(), Report.objects.count()) == (422, True, 1)


def test_only_a_form_of_a_day_has_the_page_that_asks_for_one(director: Client, as_role: Callable[[Role], None]) -> None:
    assert [director.get(f"/reports/new/{form}/").status_code for form in ("occupancy", "activity", "no-such")] == [200, 404, 404]
    as_role(Role.CARE_ASSISTANT)
    assert director.get("/reports/new/occupancy/").status_code == 404


def test_a_table_of_a_day_is_signed_like_any_other(director: Client, here: Place) -> None:
    builders.stay(here, on=date(2024, 3, 1))
    address = director.post("/reports/new/occupancy/", day("2024-3-15")).headers["Location"]
    signing = director.get(f"{address}sign/")
    director.post(f"{address}sign/", {"read": signing.context["to_sign"].fingerprint, "confirm": "on"})
    report = Report.objects.get()
    assert (report.state, "is the same today" in director.get(f"{address}differences/").content.decode()) == ("signed", True)


def test_a_report_that_is_being_written_is_named_only_to_those_who_work_there(
    director: Client, report: Report, as_owner: Callable[[], AbstractContextManager[None]]
) -> None:
    with as_owner():
        above = builders.account("above@example.com", Organisation.objects.get(code="alytus-city"), Role.NATIONAL_OFFICER)
    address = f"/reports/{report.pk}/"
    assert address in director.get("/reports/").content.decode()
    director.force_login(above, backend="allauth.account.auth_backends.AuthenticationBackend")
    named = [address in director.get(page).content.decode() for page in ("/", "/reports/")]
    assert (director.get(address).status_code, named) == (404, [False, False])


def test_whoever_may_neither_write_nor_sign_is_not_led_to_signing(client: Client, here: Place, as_role: Callable[[Role], None]) -> None:
    report = start(organisation=here.organisation, form=read("activity", 2023), period=Period.year(2023), by=here.worker)
    led = []
    for role in (Role.HEAD, Role.AUDITOR):
        as_role(role)
        shown = client.get(f"/reports/{report.pk}/")
        led.append((shown.status_code, f"/reports/{report.pk}/sign/" in shown.content.decode()))
    assert led == [(200, True), (200, False)]
