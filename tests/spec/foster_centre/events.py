from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.events",
    given="""
    events
    record   | happened_on | kind                | course | campaign      | minutes | heads
    event:1  | 2023-01-10  | self_help_group     | circle |               | 90      | 6
    event:2  | 2023-02-10  | self_help_group     | circle |               | 90      | 8
    event:3  | 2023-03-01  | gimk_basic          | spring |               | 180     | 7
    event:4  | 2023-03-08  | gimk_basic          | spring |               | 180     | 7
    event:5  | 2023-04-01  | gimk_continuing     |        |               | 180     | 5
    event:6  | 2023-05-15  | outreach            |        | foster_week   | 60      | 40
    event:7  | 2023-05-16  | community_meeting   |        | foster_week   | 60      | 20
    event:8  | 2023-10-01  | outreach            |        | guardians_day |         | 30
    event:9  | 2023-06-01  | staff_council       |        |               | 60      | 5
    event:10 | 2023-06-02  | staff_meeting       |        |               | 60      | 30
    event:11 | 2023-06-03  | methodical_group    |        |               | 60      | 9
    event:12 | 2023-06-04  | supervision_session |        |               | 120     | 6
    event:13 | 2024-01-01  | self_help_group     | circle |               | 90      | 6
    event:14 | 2023-09-01  | gimk_specialised    | autumn |               | 180     | 4
    event:15 | 2022-12-31  | outreach            |        | foster_week   | 60      | 10
    """,
    value=13,
    evidence="event:1 event:2 event:3 event:4 event:5 event:6 event:7 event:8 event:9 event:10 event:11 event:12 event:14",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Every kind."""
    found = [event for event in facts.events if event.happened_on in year]
    return len(found), found
