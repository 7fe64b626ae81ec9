from tests.spec.language import Facts, Result, Year, different, lasts_in, spec


@spec(
    "foster-centre.respite-children",
    given="""
    away_times
    record | child | kind    | began_on   | ended_on
    away:1 | 1     | respite | 2022-12-30 | 2023-01-03
    away:2 | 1     | respite | 2023-05-01 | 2023-05-04
    away:3 | 2     | respite | 2023-12-31 |
    away:4 | 3     | camp    | 2023-07-01 | 2023-07-11
    """,
    value=2,
    evidence="away:1 away:2 away:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """One child, two times: one child."""
    found = [away for away in facts.away_times if away.kind == "respite" and lasts_in(away, year)]
    return different(away.child for away in found), found
