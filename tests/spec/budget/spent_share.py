from tests.spec.language import Facts, Result, Year, spec


@spec(
    "budget.spent-share",
    given="""
    money
    record  | happened_on | basis   | amount
    entry:1 | 2023-01-31  | cash    | 1000.10
    entry:2 | 2023-02-28  | cash    | 200.20
    entry:3 | 2023-02-28  | cash    | 100.05
    entry:4 | 2023-03-31  | cash    | 50.00
    entry:5 | 2023-01-01  | plan    | 2700.70
    entry:6 | 2023-03-31  | accrual | 999.99
    entry:7 | 2024-01-01  | cash    | 5.00
    """,
    value=50,
    of="1350.35",
    to="2700.70",
    evidence="entry:1 entry:2 entry:3 entry:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """1350.35 of 2700.70 euros."""
    spent = [entry for entry in facts.money if entry.basis == "cash" and entry.happened_on in year]
    planned = [entry for entry in facts.money if entry.basis == "plan" and entry.happened_on in year]
    return (sum(entry.amount for entry in spent), sum(entry.amount for entry in planned)), spent
