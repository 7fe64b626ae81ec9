from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "homes.with-disability",
    given="""
    statuses
    record   | child | kind          | setting        | began_on   | ended_on
    status:1 | 1     | disability    | community_home | 2020-09-01 |
    status:2 | 1     | disability    | community_home | 2020-09-01 |
    status:3 | 2     | special_needs | community_home | 2020-09-01 |
    status:4 | 3     | disability    | community_home | 2020-09-01 | 2023-10-01
    """,
    value=1,
    evidence="status:1 status:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Of every kind and level."""
    found = [
        status
        for status in facts.statuses
        if status.setting == "community_home" and status.kind == "disability" and lasts(status, year.last)
    ]
    return different(status.child for status in found), found
