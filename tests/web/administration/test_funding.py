"""The treasury's codes on their page: by municipality and year, kept by who keeps lists."""

from __future__ import annotations

import pytest
from django.test import Client

from globa.planning.ledger import FundingSource
from globa.planning.treasury_codes import TreasuryCode, UnknownCode
from globa.registry.organisations import Organisation
from tests.web.administration.signing_in import send

PAGE = "funding/?municipality=alytus-city&year=2023"


@pytest.fixture
def city() -> Organisation:
    return Organisation.objects.get(code="alytus-city")


def add(client: Client, code: str, source: str, page: str = PAGE) -> tuple[int, str]:
    return send(client, page, "add", code=code, name="Grant", source=FundingSource.objects.get(code=source).pk)


def test_two_codes_of_a_year_may_mean_one_source(keeper: Client, city: Organisation) -> None:
    assert add(keeper, "14402", "14402") == (302, "/administration/funding/?municipality=alytus-city&year=2023")
    assert add(keeper, "14731", "14402")[0] == 302
    meant = {TreasuryCode.objects.source(city, 2023, code).code for code in ("14402", " 14731 ")}
    assert meant == {"14402"}


def test_a_code_of_another_year_or_municipality_means_nothing(keeper: Client, city: Organisation) -> None:
    add(keeper, "14402", "14402")
    for where, year in ((city, 2024), (Organisation.objects.get(code="lazdijai"), 2023)):
        with pytest.raises(UnknownCode, match="14402"):
            TreasuryCode.objects.source(where, year, "14402")


def test_a_year_takes_over_the_codes_of_the_year_before_once(keeper: Client, city: Organisation) -> None:
    add(keeper, "14402", "14402")
    page = "funding/?municipality=alytus-city&year=2024"
    assert send(keeper, page, "carry")[0] == 302
    assert send(keeper, page, "carry")[0] == 422
    assert list(TreasuryCode.objects.of(city, 2024).values_list("code", "source__code")) == [("14402", "14402")]


def test_a_code_is_corrected_with_a_reason(keeper: Client) -> None:
    add(keeper, "14402", "14402")
    code, source = TreasuryCode.objects.get(), FundingSource.objects.get(code="163")
    assert send(keeper, PAGE, "correct", which=code.pk, name="Other", source=source.pk, reason="Order 12")[0] == 302
    code.refresh_from_db()
    assert (code.name, code.source) == ("Other", source)
    assert "Was corrected: Order 12" in keeper.get(f"/administration/{PAGE}").content.decode()


def test_a_code_listed_twice_is_said_at_the_code(keeper: Client) -> None:
    add(keeper, "14402", "14402")
    status, page = add(keeper, "14402", "163")
    assert (status, "listed for that year already" in page) == (422, True)


def test_whoever_keeps_no_lists_reads_those_of_the_own_municipality(head: Client) -> None:
    page = head.get("/administration/funding/").content.decode()
    assert ("Alytus" in page, "Here you read them" in page, "Add a code" in page) == (True, True, False)
    assert head.post("/administration/funding/", {"do": "add"}).status_code == 404


def test_an_address_that_asks_for_nonsense_shows_the_own_municipality(head: Client) -> None:
    assert head.get("/administration/funding/?municipality=nowhere&year=x").status_code == 200
