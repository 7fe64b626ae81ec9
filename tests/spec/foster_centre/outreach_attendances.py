from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.outreach-attendances",
    given="""
    events
    record   | happened_on | kind            | heads
    event:1  | 2023-01-10  | self_help_group | 6
    event:2  | 2023-02-10  | self_help_group | 8
    event:3  | 2023-03-01  | gimk_basic      | 7
    event:6  | 2023-05-15  | outreach        | 40
    event:8  | 2023-10-01  | outreach        | 30
    event:10 | 2023-06-02  | staff_meeting   | 30
    event:15 | 2022-12-31  | outreach        | 10
    """,
    value=70,
    evidence="event:6 event:8",
)
def oracle(facts: Facts, year: Year) -> Result:
    """People there, named and not."""
    found = [event for event in facts.events if event.kind == "outreach" and event.happened_on in year]
    return sum(event.heads for event in found), found
