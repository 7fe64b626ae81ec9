from tests.spec.language import Facts, Result, Year, lasts, lasts_in, spec


@spec(
    "projects.days-hosted-abroad",
    given="""
    away_times
    record | kind    | abroad | began_on   | ended_on
    away:1 | hosting | yes    | 2023-06-01 | 2023-06-11
    away:2 | hosting | yes    | 2023-12-22 | 2024-01-08
    away:3 | hosting | no     | 2023-06-01 | 2023-06-11
    away:4 | camp    | yes    | 2023-06-01 | 2023-06-11
    """,
    value=20,
    evidence="away:1 away:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """A visit over the New Year is counted to the end of the year."""
    found = [away for away in facts.away_times if away.kind == "hosting" and away.abroad and lasts_in(away, year)]
    return sum(lasts(away, day) for away in found for day in year.days), found
