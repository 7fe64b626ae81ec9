from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "plan.targets",
    given="""
    targets
    record   | direction | comparator | target | began_on   | ended_on
    target:1 | families  | at_least   | 4      | 2023-01-01 | 2024-01-01
    target:2 | training  | at_least   | 50     | 2023-01-01 | 2024-01-01
    target:3 | carers    | at_most    | 6      | 2023-01-01 | 2024-01-01
    target:4 | families  | at_least   | 4      | 2024-01-01 | 2025-01-01
    """,
    value=3,
    evidence="target:1 target:2 target:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """This year's targets only."""
    found = [target for target in facts.targets if lasts(target, year.last)]
    return len(found), found
