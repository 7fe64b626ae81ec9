from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "plan.targets-at-least",
    given="""
    targets
    record   | comparator | began_on   | ended_on
    target:1 | at_least   | 2023-01-01 | 2024-01-01
    target:2 | at_least   | 2023-01-01 | 2024-01-01
    target:3 | at_most    | 2023-01-01 | 2024-01-01
    target:4 | at_least   | 2024-01-01 | 2025-01-01
    """,
    value=2,
    evidence="target:1 target:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Only where the target is the least that is enough."""
    found = [target for target in facts.targets if target.comparator == "at_least" and lasts(target, year.last)]
    return len(found), found
