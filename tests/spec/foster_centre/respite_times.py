from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.respite-times",
    given="""
    away_times
    record | kind    | began_on
    away:1 | respite | 2022-12-30
    away:2 | respite | 2023-05-01
    away:3 | respite | 2023-12-31
    away:4 | camp    | 2023-07-01
    """,
    value=2,
    evidence="away:2 away:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Each time is counted in the year in which it begins."""
    found = [away for away in facts.away_times if away.kind == "respite" and away.began_on in year]
    return len(found), found
