"""The municipality whose plan was taken over: its amounts to the cent, and its results out of records."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.demonstration.conftest import Asking

TREE = (
    "planning_planline l JOIN planning_measure m ON m.id = l.measure_id JOIN planning_objective o ON o.id = m.objective_id"
    " JOIN planning_goal g ON g.id = o.goal_id JOIN planning_plan p ON p.id = g.plan_id AND p.year = 2023"
)
PLANNED = f"FROM planning_plannedamount a JOIN {TREE} ON a.line_id = l.id WHERE a.parent_id IS NULL"
USED = f"FROM planning_entry a JOIN {TREE} ON a.line_id = l.id WHERE a.basis = 'cash'"

USED_BY_SOURCE = [
    ("SAV", "966310.17"),
    ("VB", "516635.03"),
    ("VB_STD", "39543.00"),
    ("ES", "42028.00"),
    ("IMOKOS", "39374.73"),
    ("GLOBOS_ISM", "30177.00"),
    ("KITI", "2274.00"),
]


@pytest.mark.parametrize(
    ("rows", "first", "second", "total"),
    [(PLANNED, "1837203.79", "290340.00", "2127543.79"), (USED, "1307031.04", "329310.89", "1636341.93")],
)
def test_both_goals_add_up_to_the_cent(rows: str, first: str, second: str, total: str, ask: Asking) -> None:
    found = ask(f"SELECT g.no, sum(a.amount) {rows} GROUP BY g.no ORDER BY g.no")
    assert found == [("1", Decimal(first)), ("2", Decimal(second))]
    assert sum(amount for _no, amount in found) == Decimal(total)


def test_what_was_used_by_source_is_what_the_report_says(ask: Asking) -> None:
    found = ask(
        "SELECT p.code, sum(a.amount) FROM planning_entry a JOIN planning_fundingsource f ON f.id = a.source_id"
        " JOIN planning_plansource p ON p.id = f.plan_source_id WHERE a.line_id IS NOT NULL"
        " AND a.booked_on = '2023-12-31' GROUP BY p.code, p.position ORDER BY p.position"
    )
    assert [(code, str(amount)) for code, amount in found] == USED_BY_SOURCE


def test_the_result_of_the_project_follows_from_its_services(ask: Asking) -> None:
    found = ask(
        "SELECT count(*), sum(s.minutes) / 60, count(DISTINCT r.person_id)"
        " FROM casework_service s JOIN casework_recipient r ON r.service_id = s.id JOIN registry_payer p ON p.id = s.payer_id"
        " JOIN registry_organisation o ON o.id = s.organisation_id"
        " WHERE p.code = 'foster-care-project' AND o.code = 'visaginas-family-centre'"
    )
    assert found == [(832, 900, 50)]


def test_nineteen_children_lived_with_four_carers_and_five_in_the_home(ask: Asking) -> None:
    found = ask(
        "SELECT s.setting, count(DISTINCT s.child_id), count(DISTINCT s.dwelling_id) FROM care_stay s"
        " JOIN registry_organisation o ON o.id = s.organisation_id WHERE o.code = 'visaginas-family-centre'"
        " AND s.during && daterange('2023-01-01', '2024-01-01') GROUP BY s.setting ORDER BY s.setting"
    )
    assert found == [("community_home", 5, 1), ("on_duty_carer", 19, 4)]


def test_forty_wards_live_with_relatives_and_eleven_with_others(ask: Asking) -> None:
    found = ask(
        "SELECT g.relation, count(DISTINCT g.child_id), count(DISTINCT g.household_id) FROM care_guardianship g"
        " JOIN registry_organisation o ON o.id = g.organisation_id WHERE o.code = 'visaginas-family-centre' AND g.form = 'family'"
        " AND g.during && daterange('2023-01-01', '2024-01-01') GROUP BY g.relation ORDER BY g.relation"
    )
    assert found == [("kin", 40, 28), ("non_kin", 11, 7)]


def test_the_year_before_is_said_to_be_invented_and_is_nine_tenths_of_what_both_years_have(ask: Asking) -> None:
    before = PLANNED.replace("2023", "2022"), USED.replace("2023", "2022")
    assert ask("SELECT title, decision_no FROM planning_plan WHERE year = 2022") == [
        ("Visagino savivaldybės 2022 metų socialinių paslaugų planas (išgalvotas, 9/10 2023 metų sumų)", "išgalvotas")
    ]
    assert ask(f"SELECT DISTINCT a.document, a.booked_on::text {before[1]}") == [("Išgalvota: 9/10 2023 metų sumos", "2022-12-31")]
    planned, used = (ask(f"SELECT sum(a.amount) {one} AND m.no <> '1.2.10'")[0][0] for one in before)
    assert (planned, used) == (Decimal("1749749.72"), Decimal("1372817.65"))
    assert {no for (no,) in ask(f"SELECT DISTINCT m.no {USED}")} - {no for (no,) in ask(f"SELECT DISTINCT m.no {before[1]}")} == {"1.1.2"}
