from tests.spec.language import Facts, Result, Year, lasts, lasts_in, spec


@spec(
    "foster-centre.respite-days",
    given="""
    away_times
    record | kind    | began_on   | ended_on
    away:1 | respite | 2022-12-30 | 2023-01-03
    away:2 | respite | 2023-05-01 | 2023-05-04
    away:3 | respite | 2023-12-31 |
    away:4 | camp    | 2023-07-01 | 2023-07-11
    """,
    value=6,
    evidence="away:1 away:2 away:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Days within the period."""
    found = [away for away in facts.away_times if away.kind == "respite" and lasts_in(away, year)]
    return sum(lasts(away, day) for away in found for day in year.days), found
