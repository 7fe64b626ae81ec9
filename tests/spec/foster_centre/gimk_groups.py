from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "foster-centre.gimk-groups",
    given="""
    events
    record   | happened_on | kind              | course
    event:3  | 2023-03-01  | gimk_basic        | spring
    event:4  | 2023-03-08  | gimk_basic        | spring
    event:5  | 2023-04-01  | gimk_continuing   |
    event:6  | 2023-05-15  | outreach          |
    event:7  | 2023-05-16  | community_meeting |
    event:8  | 2023-10-01  | outreach          |
    event:9  | 2023-06-01  | staff_council     |
    event:10 | 2023-06-02  | staff_meeting     |
    event:14 | 2023-09-01  | gimk_specialised  | autumn
    """,
    value=2,
    evidence="event:3 event:4 event:5 event:14",
)
def oracle(facts: Facts, year: Year) -> Result:
    """A meeting that belongs to no group adds none."""
    found = [event for event in facts.events if event.kind.startswith("gimk_") and event.happened_on in year]
    return different(event.course for event in found), found
