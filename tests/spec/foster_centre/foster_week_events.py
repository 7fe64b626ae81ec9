from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.foster-week-events",
    given="""
    events
    record   | happened_on | campaign
    event:1  | 2023-01-10  |
    event:2  | 2023-02-10  |
    event:3  | 2023-03-01  |
    event:4  | 2023-03-08  |
    event:6  | 2023-05-15  | foster_week
    event:7  | 2023-05-16  | foster_week
    event:15 | 2022-12-31  | foster_week
    """,
    value=2,
    evidence="event:6 event:7",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Of every kind; last year's week is not this year's."""
    found = [event for event in facts.events if event.campaign == "foster_week" and event.happened_on in year]
    return len(found), found
