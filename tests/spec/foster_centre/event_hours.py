from tests.spec.language import Facts, Result, Year, hours, spec


@spec(
    "foster-centre.event-hours",
    given="""
    events
    record  | happened_on | minutes
    event:1 | 2023-01-01  | 90
    event:2 | 2023-12-31  |
    event:3 | 2023-06-01  | 50
    event:4 | 2022-12-31  | 60
    """,
    value="2.33",
    evidence="event:1 event:2 event:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """140 minutes; an event whose length nobody wrote down adds nothing."""
    found = [event for event in facts.events if event.happened_on in year]
    return hours(event.minutes for event in found), found
