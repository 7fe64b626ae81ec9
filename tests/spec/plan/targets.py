from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "plan.targets",
    given="""
    targets
    record   | began_on   | ended_on
    target:1 | 2023-01-01 | 2024-01-01
    target:2 | 2023-01-01 | 2024-01-01
    target:3 | 2023-01-01 | 2024-01-01
    target:4 | 2024-01-01 | 2025-01-01
    """,
    value=3,
    evidence="target:1 target:2 target:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """This year's targets only."""
    found = [target for target in facts.targets if lasts(target, year.last)]
    return len(found), found
