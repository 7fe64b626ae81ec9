"""The lists that come with the program, and that bringing them into step twice changes nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps

from globa.casework.services import ProviderRole
from globa.journal.operations import Operation, operation
from globa.planning import reference as reference_of_money
from globa.planning.ledger import EconomicItem, FundingSource
from globa.registry import reference
from globa.registry.catalogue import CatalogueService
from globa.registry.norms import Norm
from globa.registry.organisations import Belonging, Organisation
from globa.registry.reasons import Reason

pytestmark = [pytest.mark.django_db, pytest.mark.owner]

OFTEN_USED = (
    "consultation home_visit mediation information parent_meeting psychologist_consultation attested_consultation attested_information "
    "needs_assessment self_help intensive_support respite transport camp legal_help match placement transition review supervision"
)


def load() -> None:
    reference.load()
    reference_of_money.load()


def test_sixty_municipalities_belong_to_the_national_service() -> None:
    below = Belonging.objects.filter(parent__code="national-service", organisation__kind="municipality")
    assert below.count() == 60
    city = Organisation.objects.get(code="alytus-city")
    assert (city.name, city.name_en, city.iso_code) == ("Alytaus miesto savivaldybė", "Alytus city", "LT-02")


def test_the_catalogue_has_what_is_recorded_every_day() -> None:
    assert set(OFTEN_USED.split()) <= set(CatalogueService.objects.values_list("code", flat=True))
    assert CatalogueService.objects.get(spis_code="202").code == "general_counselling"


def test_usual_roles_are_roles() -> None:
    named = {role for roles in CatalogueService.objects.values_list("usual_roles", flat=True) for role in roles.split()}
    assert named <= set(ProviderRole.values)


def test_every_list_of_reasons_has_its_rest() -> None:
    assert set(Reason.objects.filter(code="other").values_list("list", flat=True)) == {
        "post_change", "extra_bed", "correction", "declined",
    }  # fmt: skip


def test_what_nobody_saw_is_marked_so_and_every_norm_names_its_act() -> None:
    assert not Norm.objects.filter(act="").exists()
    assert not Norm.objects.filter(point__contains="bendros žinios", is_verified=True).exists()
    assert not Norm.objects.filter(point__contains="šaltiniai skiriasi", is_verified=True).exists()


def test_the_food_norm_begins_on_the_last_day_of_2022() -> None:
    norm = Norm.objects.get(code="food-a-day")
    assert (norm.value, norm.unit, norm.during.lower, norm.during.upper) == (Decimal("7.00"), "EUR", date(2022, 12, 31), None)


def test_utilities_have_four_parts_and_take_no_entry_themselves() -> None:
    whole = EconomicItem.objects.get(code="22111.20")
    assert whole.has_parts
    assert [part.code[-1] for part in whole.parts.order_by("code")] == ["A", "B", "C", "D"]
    assert EconomicItem.objects.filter(has_parts=True).count() == 1
    assert FundingSource.objects.get(code="14402").kind == "state"


def test_loading_again_changes_nothing_and_leaves_no_trace() -> None:
    events = apps.get_model("registry.NormEvent").objects
    before = (Operation.objects.count(), events.count(), Norm.objects.count())
    load()
    assert (Operation.objects.count(), events.count(), Norm.objects.count()) == before


def test_a_list_that_was_spoilt_is_brought_back_into_step() -> None:
    CatalogueService.objects.filter(code="camp").update(name="?")
    Norm.objects.filter(code="child-grant").delete()
    load()
    assert CatalogueService.objects.get(code="camp").name == "Stovykla"


def test_a_norm_that_somebody_here_corrected_is_no_longer_touched() -> None:
    norm = Norm.objects.get(code="support-plan-review")
    with operation("registry.correct_norm", by=None, about=norm, reason="Read in the act"):
        norm.value, norm.is_verified = Decimal(3), True
        norm.save()
    load()
    norm.refresh_from_db()
    assert (norm.value, norm.is_verified) == (Decimal(3), True)


def test_a_norm_of_ones_own_stays() -> None:
    with operation("registry.add_norm", by=None, about=Organisation.objects.get(code="alytus-city")):
        Norm.objects.create(code="own", name="o", name_en="o", value=Decimal(1), unit="days", act="order", during=(date(2023, 1, 1), None))
    load()
    assert Norm.objects.filter(code="own").exists()


def test_an_organisation_that_was_moved_in_the_tree_stays_there() -> None:
    belonging = Belonging.objects.get(organisation__code="neringa")
    belonging.parent = Organisation.objects.get(code="klaipeda-city")
    belonging.save()
    load()
    belonging.refresh_from_db()
    assert belonging.parent.code == "klaipeda-city"
