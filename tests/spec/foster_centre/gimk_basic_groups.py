from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "foster-centre.gimk-basic-groups",
    given="""
    events
    record  | happened_on | kind              | course
    event:1 | 2023-01-10  | self_help_group   | circle
    event:2 | 2023-02-10  | self_help_group   | circle
    event:3 | 2023-03-01  | gimk_basic        | spring
    event:4 | 2023-03-08  | gimk_basic        | spring
    event:5 | 2023-04-01  | gimk_continuing   |
    event:6 | 2023-05-15  | outreach          |
    event:7 | 2023-05-16  | community_meeting |
    """,
    value=1,
    evidence="event:3 event:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Two meetings of one group: one group."""
    found = [event for event in facts.events if event.kind == "gimk_basic" and event.happened_on in year]
    return different(event.course for event in found), found
