from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "homes.at-school",
    given="""
    statuses
    record   | child | kind       | setting        | began_on   | ended_on
    status:1 | 1     | school     | community_home | 2023-09-01 |
    status:2 | 1     | school     | community_home | 2023-09-01 |
    status:3 | 2     | school     | community_home | 2022-09-01 | 2023-06-10
    status:4 | 3     | school     | on_duty_carer  | 2023-09-01 |
    status:5 | 4     | disability | community_home | 2023-09-01 |
    """,
    value=1,
    evidence="status:1 status:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Two schools of one child are one child; a child who lives elsewhere is not a resident."""
    found = [
        status for status in facts.statuses if status.setting == "community_home" and status.kind == "school" and lasts(status, year.last)
    ]
    return different(status.child for status in found), found
