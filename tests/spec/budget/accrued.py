from tests.spec.language import Facts, Result, Year, spec


@spec(
    "budget.accrued",
    given="""
    money
    record  | happened_on | basis   | amount
    entry:1 | 2023-01-31  | cash    | 1000.10
    entry:2 | 2023-02-28  | cash    | 200.20
    entry:3 | 2023-02-28  | cash    | 100.05
    entry:4 | 2023-03-31  | cash    | 50.00
    entry:5 | 2023-01-01  | plan    | 2700.70
    entry:6 | 2023-03-31  | accrual | 999.99
    """,
    value="999.99",
    evidence="entry:6",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Costs, paid or not."""
    found = [entry for entry in facts.money if entry.basis == "accrual" and entry.happened_on in year]
    return sum(entry.amount for entry in found), found
