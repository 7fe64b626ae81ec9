from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.events",
    given="""
    events
    record  | happened_on
    event:1 | 2023-01-01
    event:2 | 2023-12-31
    event:3 | 2023-06-01
    event:4 | 2022-12-31
    """,
    value=3,
    evidence="event:1 event:2 event:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Every kind."""
    found = [event for event in facts.events if event.happened_on in year]
    return len(found), found
