from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "homes.moderate-intellectual-disability",
    given="""
    statuses
    record   | child | kind          | value        | level    | setting        | began_on   | ended_on
    status:1 | 1     | disability    | intellectual | moderate | community_home | 2020-09-01 |
    status:2 | 2     | disability    | intellectual | severe   | community_home | 2020-09-01 |
    status:3 | 3     | disability    | physical     | moderate | community_home | 2020-09-01 |
    status:4 | 4     | special_needs | intellectual | moderate | community_home | 2020-09-01 |
    """,
    value=1,
    evidence="status:1",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Neither another kind nor another level."""
    found = [status for status in facts.statuses if status.setting == "community_home" and lasts(status, year.last)]
    found = [status for status in found if (status.kind, status.value, status.level) == ("disability", "intellectual", "moderate")]
    return different(status.child for status in found), found
