from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "plan.targets-at-least",
    given="""
    targets
    record   | direction | comparator | target | began_on   | ended_on
    target:1 | families  | at_least   | 4      | 2023-01-01 | 2024-01-01
    target:2 | training  | at_least   | 50     | 2023-01-01 | 2024-01-01
    target:3 | carers    | at_most    | 6      | 2023-01-01 | 2024-01-01
    target:4 | families  | at_least   | 4      | 2024-01-01 | 2025-01-01
    """,
    value=2,
    evidence="target:1 target:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Only where the target is the least that is enough."""
    found = [target for target in facts.targets if target.comparator == "at_least" and lasts(target, year.last)]
    return len(found), found
