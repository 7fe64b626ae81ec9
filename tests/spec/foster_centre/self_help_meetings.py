from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.self-help-meetings",
    given="""
    events
    record   | happened_on | kind
    event:1  | 2023-01-10  | self_help_group
    event:2  | 2023-02-10  | self_help_group
    event:3  | 2023-03-01  | gimk_basic
    event:4  | 2023-03-08  | gimk_basic
    event:5  | 2023-04-01  | gimk_continuing
    event:6  | 2023-05-15  | outreach
    event:13 | 2024-01-01  | self_help_group
    """,
    value=2,
    evidence="event:1 event:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """One group that met twice: two meetings."""
    found = [event for event in facts.events if event.kind == "self_help_group" and event.happened_on in year]
    return len(found), found
