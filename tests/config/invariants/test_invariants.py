"""Every invariant is broken on purpose, past the walls that keep it, and finds what breaks it and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from globa.care.away import leave
from globa.config.invariants.invariant import Invariant, answer
from globa.config.invariants.records import OF_RECORDS
from globa.config.invariants.walls import of_walls
from globa.registry.files import keep
from globa.vocabulary.sensitivity import Sensitivity
from tests import builders, plans
from tests.builders import Place
from tests.config.backup.planting import sign

pytestmark = [pytest.mark.django_db, pytest.mark.owner]

OFF = "ALTER TABLE {0} DISABLE TRIGGER USER;"
DROP = "ALTER TABLE {} DROP CONSTRAINT {};"
STAY_AGAIN = """
    INSERT INTO care_stay (id, organisation_id, child_id, dwelling_id, setting, bed_id, carer_id, during, origin, destination)
    SELECT gen_random_uuid(), organisation_id, {child}, dwelling_id, setting, {bed}, carer_id, during, origin, destination
    FROM care_stay LIMIT 1;
"""
ANOTHER_BED = "(SELECT id FROM care_bed WHERE id NOT IN (SELECT bed_id FROM care_stay) LIMIT 1)"
ANOTHER_CHILD = "(SELECT id FROM registry_person WHERE id NOT IN (SELECT child_id FROM care_stay) LIMIT 1)"
ENTRY = """
    INSERT INTO planning_entry (id, organisation_id, booked_on, basis, item_id, item_has_parts, source_id, programme, amount, document,
        purpose, project, cut, cell, local_code, cost_centre)
    SELECT gen_random_uuid(), (SELECT id FROM registry_organisation WHERE code = 'here'), '2023-05-01', 'cash', {item}, false,
        (SELECT min(id::text)::uuid FROM planning_fundingsource), '', 10, '', '', '', 0, '', '', '';
"""
A_WHOLE = "(SELECT id FROM planning_economicitem WHERE has_parts LIMIT 1)"
A_CIRCLE = """
    ALTER TABLE planning_economicitem DROP CONSTRAINT item_parts_have_no_parts;
    INSERT INTO planning_economicitem (id, code, name, name_en, parent_id, has_parts)
    VALUES ('00000000-0000-7000-8000-000000000001', 'circle', '', '', '00000000-0000-7000-8000-000000000001', false);
"""
BROKEN = {
    "one_place": DROP.format("care_stay", "child_lives_in_one_place_at_a_time") + STAY_AGAIN.format(child="child_id", bed=ANOTHER_BED),
    "one_child_a_bed": DROP.format("care_stay", "bed_has_one_child_at_a_time") + STAY_AGAIN.format(child=ANOTHER_CHILD, bed="bed_id"),
    "standing_bed": OFF.format("care_bed") + "UPDATE care_bed SET during = '[2020-01-01,2020-02-01)';",
    "away_within_the_stay": OFF.format("care_awaytime") + "UPDATE care_awaytime SET during = '[2019-01-01,2019-02-01)';",
    "entries_on_parts": DROP.format("planning_entry", "entry_on_an_item_without_parts") + ENTRY.format(item=A_WHOLE),
    "sums": A_CIRCLE + ENTRY.format(item="(SELECT id FROM planning_economicitem WHERE code = 'circle')"),
    "signed_as_it_stands": OFF.format("reports_signedcontent") + "UPDATE reports_signedcontent SET document = document || ' ';",
    "signature_of_the_content": OFF.format("reports_signature") + "UPDATE reports_signature SET fingerprint = repeat('0', 64);",
    "signed_has_content": OFF.format("reports_signature") + "DELETE FROM reports_signature;",
    "files_are_whole": OFF.format("registry_file") + "UPDATE registry_file SET content = content || 'x'::bytea;",
    "exports_have_jobs": """
        INSERT INTO reports_export (id, organisation_id, report_id, format, asked_by_id, asked_at, state, progress, said)
        SELECT gen_random_uuid(), organisation_id, id, 'pdf', (SELECT id FROM registry_user LIMIT 1), now(), 'waiting', 0, ''
        FROM reports_report;
    """,
    "jobs_have_exports": """
        INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES ('reports', 'reports.export', '{"export": "none"}');
    """,
    "operations_once": """
        ALTER TABLE journal_operation DROP CONSTRAINT IF EXISTS operation_happens_once; DROP INDEX IF EXISTS operation_happens_once;
        UPDATE journal_operation SET idempotency_key = '00000000-0000-7000-8000-000000000002';
    """,
    "history_has_operations": "DELETE FROM journal_operation WHERE verb = 'registry.register';",
    "row_security": "ALTER TABLE care_stay NO FORCE ROW LEVEL SECURITY;",
    "tracked": OFF.format("care_stay") + "DELETE FROM care_stayevent;",
    "triggers_on": OFF.format("care_stay"),
}


def invariants() -> dict[str, Invariant]:
    return {one.name: one for one in (*OF_RECORDS, *of_walls())}


@pytest.fixture
def world(here: Place) -> Place:
    """Something of everything that is asked about."""
    child = builders.child(here)
    stay = builders.stay(here, child)
    builders.child(here, "Ona")
    leave(stay=stay, kind="hospital", since=date(2023, 1, 1), until=date(2023, 1, 9), by=here.worker)
    content = b"act"
    keep(organisation=here.organisation, name="act", media_type="text/plain", content=content, sensitivity=Sensitivity.S2, by=here.worker)
    sign(here, 2023)
    return here


def plant(fault: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(BROKEN[fault])


def broken_now() -> set[str]:
    connection.ensure_connection()
    return {name for name, one in invariants().items() if not answer(connection.connection, one).holds}


def test_each_is_broken_on_purpose() -> None:
    assert set(BROKEN) == set(invariants())


def test_nothing_is_broken_in_what_was_recorded(world: Place) -> None:
    assert broken_now() == set()


def test_used_money_of_a_plan_needs_no_item(municipality: Place) -> None:
    plans.used(municipality, plans.line(municipality))
    assert "sums" not in broken_now()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_one_is_found(name: str, world: Place) -> None:
    plant(name)
    assert name in broken_now()


def test_the_records_that_break_it_are_named(world: Place) -> None:
    plant("files_are_whole")
    found = answer(connection.connection, invariants()["files_are_whole"])
    assert (found.broken, found.records[0].split(":")[0]) == (1, "registry.file")
