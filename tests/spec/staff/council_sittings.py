from tests.spec.language import Facts, Result, Year, spec


@spec(
    "staff.council-sittings",
    given="""
    events
    record  | happened_on | kind
    event:1 | 2023-01-10  | self_help_group
    event:2 | 2023-02-10  | self_help_group
    event:3 | 2023-03-01  | gimk_basic
    event:4 | 2023-03-08  | gimk_basic
    event:5 | 2023-04-01  | gimk_continuing
    event:9 | 2023-06-01  | staff_council
    """,
    value=1,
    evidence="event:9",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Each sitting."""
    found = [event for event in facts.events if event.kind == "staff_council" and event.happened_on in year]
    return len(found), found
