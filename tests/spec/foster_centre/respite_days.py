from tests.spec.language import Facts, Result, Year, lasts, lasts_in, spec


@spec(
    "foster-centre.respite-days",
    given="""
    away_times
    record | child | kind    | setting         | began_on   | ended_on
    away:1 | 1     | respite | guardian_family | 2022-12-30 | 2023-01-03
    away:2 | 1     | respite | guardian_family | 2023-05-01 | 2023-05-04
    away:3 | 2     | respite | on_duty_carer   | 2023-12-31 |
    away:4 | 3     | camp    | on_duty_carer   | 2023-07-01 | 2023-07-11
    """,
    value=6,
    evidence="away:1 away:2 away:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Days within the period."""
    found = [away for away in facts.away_times if away.kind == "respite" and lasts_in(away, year)]
    return sum(lasts(away, day) for away in found for day in year.days), found
