"""The figures of the demonstration are known beforehand."""

from __future__ import annotations

import pytest

from tests.demonstration.conftest import Asking

YEARS = (2022, 2023, 2024)
CENTRE = "(SELECT id::text FROM registry_organisation WHERE code = 'alytus-family-centre')"


def test_every_published_row_comes_out_as_its_truth(ask: Asking) -> None:
    from globa.reports.published import compare

    assert [row for row in compare("alytus-2023") if not row["agrees"]] == []


@pytest.mark.parametrize("setting", ["community_home", "on_duty_carer"])
def test_who_was_there_and_came_less_who_left_is_who_is_there(ask: Asking, setting: str) -> None:
    def count(condition: str) -> int:
        return int(
            ask(f"SELECT count(*) FROM facts.residences WHERE organisation = {CENTRE} AND setting = '{setting}' AND {condition}")[0][0]
        )

    def there(day: str) -> int:
        return count(f"began_on < '{day}' AND (ended_on IS NULL OR ended_on >= '{day}')")

    for year in YEARS:
        begins, ends = f"{year}-01-01", f"{year + 1}-01-01"
        came, left = (count(f"{day} >= '{begins}' AND {day} < '{ends}'") for day in ("began_on", "ended_on"))
        assert there(begins) + came - left == there(ends)


def test_nobody_came_left_or_moved_on_new_years_day(ask: Asking) -> None:
    """A stock of the evening before and one of the day itself would differ."""
    assert ask("SELECT * FROM facts.stays WHERE to_char(began_on, 'MMDD') = '0101' OR to_char(ended_on, 'MMDD') = '0101'") == []


def test_the_days_with_on_duty_carers_in_2023_are_3418_in_26_stays(ask: Asking) -> None:
    days = "least(coalesce(ended_on, '2024-01-01'), '2024-01-01') - greatest(began_on, '2023-01-01')"
    rows = ask(
        f"SELECT sum({days}), count(*) FROM facts.stays WHERE organisation = {CENTRE} AND setting = 'on_duty_carer'"
        " AND began_on < '2024-01-01' AND (ended_on IS NULL OR ended_on > '2023-01-01')"
    )
    assert rows == [(3418, 26)]


def test_foster_coordinators_worked_through_the_year_as_months_go(ask: Asking) -> None:
    rows = ask(
        f"SELECT count(*) FROM facts.services WHERE organisation = {CENTRE} AND provider_role = 'foster_coordinator'"
        " AND extract(year FROM happened_on) = 2023 GROUP BY extract(month FROM happened_on) ORDER BY extract(month FROM happened_on)"
    )
    assert [count for (count,) in rows] == [148, 151, 172, 140, 158, 149, 118, 122, 168, 176, 171, 161]


def test_money_of_2023_adds_up_by_source_to_the_cent(ask: Asking) -> None:
    rows = ask(
        f"SELECT source, sum(amount)::text FROM facts.money WHERE organisation = {CENTRE} AND basis = 'cash'"
        " AND extract(year FROM happened_on) = 2023 GROUP BY 1"
    )
    assert dict(rows) == {
        "14402": "60400.00", "15101": "913106.64", "14731": "26224.99", "1591": "168600.00", "163": "44357.62", "41": "114276.86",
        "eu-project": "29360.50",
    }  # fmt: skip


def test_no_home_holds_more_children_than_beds_but_for_the_explained_one(ask: Asking) -> None:
    rows = ask(
        "SELECT d.day, p.dwelling FROM facts.places p"
        " CROSS JOIN generate_series(date '2022-01-01', date '2024-12-31', '1 day') AS d (day)"
        " JOIN facts.stays s ON s.dwelling = p.dwelling AND s.began_on <= d.day AND (s.ended_on IS NULL OR s.ended_on > d.day)"
        " WHERE p.began_on <= d.day AND (p.ended_on IS NULL OR p.ended_on > d.day) AND NOT s.emergency"
        " GROUP BY d.day, p.dwelling, p.places HAVING count(*) > p.places"
    )
    assert rows == []
    assert ask("SELECT count(*) FROM facts.stays WHERE emergency") == [(1,)]


def test_nobody_of_age_is_under_guardianship_when_the_records_end(ask: Asking) -> None:
    rows = ask(
        "SELECT record FROM facts.guardianships WHERE (ended_on IS NULL OR ended_on > '2024-12-31')"
        " AND birth_date + interval '18 years' <= '2024-12-31'"
    )
    assert rows == []


def test_services_are_given_on_working_days(ask: Asking) -> None:
    from globa.vocabulary.calendar import is_working_day

    assert [day for (day,) in ask("SELECT DISTINCT happened_on FROM facts.services") if not is_working_day(day)] == []


def test_the_second_centre_is_foreign_to_the_first_and_records_services_only_since_2024(ask: Asking) -> None:
    second = "(SELECT id FROM registry_organisation WHERE code = 'druskininkai-family-centre')"
    assert ask(f"SELECT sum(places) FROM facts.contracts WHERE organisation = {second}::text") == [(5,)]
    assert ask(f"SELECT since::text FROM registry_recording WHERE organisation_id = {second} AND \"table\" = 'services'") == [
        ("2024-01-01",)
    ]
    assert ask(f"SELECT min(happened_on) >= '2024-01-01' FROM facts.services WHERE organisation = {second}::text") == [(True,)]
    shared = "SELECT person_id FROM registry_involvement GROUP BY person_id HAVING count(DISTINCT organisation_id) > 1"
    assert ask(shared) == []
