from tests.spec.language import Facts, Result, Year, different, lasts_in, spec


@spec(
    "projects.children-hosted-abroad",
    given="""
    away_times
    record | child | kind    | abroad | began_on   | ended_on
    away:1 | 1     | hosting | yes    | 2023-06-01 | 2023-06-11
    away:2 | 1     | hosting | yes    | 2023-12-22 | 2024-01-08
    away:3 | 2     | hosting | no     | 2023-06-01 | 2023-06-11
    away:4 | 3     | camp    | yes    | 2023-06-01 | 2023-06-11
    """,
    value=1,
    evidence="away:1 away:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Two visits of one child are one child."""
    found = [away for away in facts.away_times if away.kind == "hosting" and away.abroad and lasts_in(away, year)]
    return different(away.child for away in found), found
