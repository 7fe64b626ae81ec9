from tests.spec.language import Facts, Result, Year, spec


@spec(
    "budget.eu-project-spending",
    given="""
    money
    record  | happened_on | basis   | source_kind  | amount
    entry:1 | 2023-01-31  | cash    | municipality | 1000.10
    entry:2 | 2023-02-28  | cash    | municipality | 200.20
    entry:3 | 2023-02-28  | cash    | state        | 100.05
    entry:4 | 2023-03-31  | cash    | eu_project   | 50.00
    entry:6 | 2023-03-31  | accrual | municipality | 999.99
    entry:7 | 2024-01-01  | cash    | municipality | 5.00
    """,
    value=50,
    evidence="entry:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """By the kind of the source."""
    found = [entry for entry in facts.money if entry.basis == "cash" and entry.source_kind == "eu_project" and entry.happened_on in year]
    return sum(entry.amount for entry in found), found
