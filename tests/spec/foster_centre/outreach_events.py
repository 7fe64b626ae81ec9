from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.outreach-events",
    given="""
    events
    record   | happened_on | kind
    event:1  | 2023-01-10  | self_help_group
    event:2  | 2023-02-10  | self_help_group
    event:3  | 2023-03-01  | gimk_basic
    event:4  | 2023-03-08  | gimk_basic
    event:6  | 2023-05-15  | outreach
    event:8  | 2023-10-01  | outreach
    event:15 | 2022-12-31  | outreach
    """,
    value=2,
    evidence="event:6 event:8",
)
def oracle(facts: Facts, year: Year) -> Result:
    """With a campaign or without."""
    found = [event for event in facts.events if event.kind == "outreach" and event.happened_on in year]
    return len(found), found
