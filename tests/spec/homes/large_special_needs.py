from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "homes.large-special-needs",
    given="""
    statuses
    record   | child | kind          | level    | setting         | began_on   | ended_on
    status:1 | 1     | special_needs | large    | community_home  | 2020-09-01 |
    status:2 | 2     | special_needs | large    | community_home  | 2020-09-01 |
    status:3 | 3     | special_needs | moderate | community_home  | 2020-09-01 |
    status:4 | 4     | special_needs | large    | guardian_family | 2020-09-01 |
    """,
    value=2,
    evidence="status:1 status:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Large needs of every kind."""
    found = [status for status in facts.statuses if status.setting == "community_home" and lasts(status, year.last)]
    found = [status for status in found if status.kind == "special_needs" and status.level == "large"]
    return different(status.child for status in found), found
