"""Each fact table is a view with the declared columns and no more, and its codes are the choices of the record behind it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from django.db import models

from globa.care import away, contracts, dwellings, guardianships, statuses, stays
from globa.casework import cases, conclusions, groups, services
from globa.facts.columns import Column
from globa.facts.tables import TABLES
from globa.planning import directions, ledger
from globa.registry import organisations, papers, payers, people, premises, staff
from tests.architecture.catalogue import asked

pytestmark = pytest.mark.django_db

FAMILIES = {
    "text": "string",
    # Keys of persons and households: texts to whoever asks.
    "uuid": "string",
    "date": "date",
    "bigint": "int64",
    "boolean": "boolean",
    "numeric": "decimal(14, 2)",
}
VIEW_COLUMNS = """
    SELECT table_name, column_name, data_type, numeric_precision, numeric_scale
    FROM information_schema.columns WHERE table_schema = 'facts' ORDER BY table_name, ordinal_position
"""

SETTING = dwellings.DwellingKind
# Which choices a column of facts mirrors, and the codes that are its own.
Mirror = tuple[Iterable[str], tuple[str, ...]]
MIRRORS: dict[tuple[str, str], Mirror] = {
    ("units", "kind"): (organisations.UNIT_KINDS, ("other",)),
    ("stays", "setting"): (SETTING.values, ()),
    ("stays", "origin"): (stays.Origin.values, ()),
    ("stays", "destination"): (stays.Destination.values, ()),
    ("residences", "setting"): (SETTING.values, ()),
    ("residences", "origin"): (stays.Origin.values, ()),
    ("residences", "destination"): (stays.Destination.values, ()),
    ("away_times", "kind"): (away.AwayKind.values, ()),
    ("away_times", "setting"): (SETTING.values, ()),
    ("guardianships", "kind"): (guardianships.GuardianshipKind.values, ()),
    ("guardianships", "form"): (guardianships.GuardianshipForm.values, ()),
    ("guardianships", "relation"): (guardianships.GuardianRelation.values, ("",)),
    ("guardianships", "ended_by"): (guardianships.GuardianshipEnd.values, ("",)),
    ("contracts", "kind"): (contracts.CarerKind.values, ()),
    ("places", "setting"): (SETTING.values, ()),
    ("statuses", "kind"): (statuses.StatusKind.values, ()),
    ("statuses", "level"): (statuses.StatusLevel.values, ("",)),
    ("statuses", "setting"): (SETTING.values, ()),
    ("services", "provider_role"): (services.ProviderRole.values, ()),
    ("services", "service_setting"): (services.ServiceSetting.values, ()),
    ("services", "payer_kind"): (payers.PayerKind.values, ()),
    ("attendances", "activity"): ((), ("service", "event")),
    ("attendances", "recipient_role"): (services.RecipientRole.values, ()),
    ("attendances", "provider_role"): (services.ProviderRole.values, ("",)),
    ("events", "kind"): (groups.EventKind.values, ()),
    ("events", "campaign"): (groups.Campaign.values, ("",)),
    ("papers", "kind"): (papers.PaperKind.values, ()),
    ("papers", "about"): (conclusions.ConclusionAbout.values, ("hosting", "child_and_carer", "worker", "other")),
    ("papers", "outcome"): (conclusions.Outcome.values, ("",)),
    ("cases", "kind"): (cases.CaseKind.values, ()),
    ("case_children", "kind"): (cases.CaseKind.values, ()),
    ("posts", "title"): (staff.PostTitle.values, ()),
    ("posts", "group"): (staff.PostGroup.values, ()),
    ("posts", "payer_kind"): (payers.PayerKind.values, ()),
    ("post_limits", "kind"): ((), ("in_all", "by_title")),
    ("post_limits", "title"): (staff.PostTitle.values, ("",)),
    ("post_limits", "group"): (staff.PostGroup.values, ("",)),
    ("trainings", "title"): (staff.PostTitle.values, ()),
    ("trainings", "group"): (staff.PostGroup.values, ()),
    ("licences", "kind"): (premises.LicenceKind.values, ()),
    ("assets", "kind"): (premises.VehicleKind.values, ()),
    ("money", "basis"): (ledger.Basis.values, ()),
    ("money", "source_kind"): (ledger.FundingKind.values, ()),
    ("targets", "comparator"): (directions.Comparator.values, ()),
    **{(table, "sex"): (people.Sex.values, ()) for table, declared in TABLES.items() if "sex" in declared.columns},
}
CODED = [(table, name, column) for table, declared in TABLES.items() for name, column in declared.columns.items() if column.codes]


def test_every_fact_table_is_a_view_with_these_columns_and_no_more() -> None:
    seen: dict[str, dict[str, str]] = {}
    for table, column, data_type, precision, scale in asked(VIEW_COLUMNS):
        family = f"decimal({precision}, {scale})" if data_type == "numeric" else FAMILIES.get(data_type, data_type)
        seen.setdefault(table, {})[column] = family
    assert seen == {name: {column: declared.type for column, declared in table.columns.items()} for name, table in TABLES.items()}


@pytest.mark.parametrize(("table", "name", "column"), CODED, ids=[f"{table}.{name}" for table, name, _column in CODED])
def test_codes_are_the_choices_of_the_record_behind_them(table: str, name: str, column: Column) -> None:
    choices, own = MIRRORS[table, name]
    assert sorted(column.codes) == sorted({*choices, *own})


def test_no_mirror_hangs_in_the_air() -> None:
    assert set(MIRRORS) <= {(table, name) for table, name, _column in CODED}
    assert isinstance(SETTING.COMMUNITY_HOME, models.TextChoices)
