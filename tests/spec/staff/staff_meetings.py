from tests.spec.language import Facts, Result, Year, spec


@spec(
    "staff.staff-meetings",
    given="""
    events
    record   | happened_on | kind
    event:1  | 2023-01-10  | self_help_group
    event:2  | 2023-02-10  | self_help_group
    event:3  | 2023-03-01  | gimk_basic
    event:4  | 2023-03-08  | gimk_basic
    event:5  | 2023-04-01  | gimk_continuing
    event:10 | 2023-06-02  | staff_meeting
    """,
    value=1,
    evidence="event:10",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Each meeting."""
    found = [event for event in facts.events if event.kind == "staff_meeting" and event.happened_on in year]
    return len(found), found
