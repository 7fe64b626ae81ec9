from tests.spec.language import Facts, Result, Year, spec


@spec(
    "budget.spent-share",
    given="""
    money
    record  | happened_on | basis   | item       | main_item | source | source_kind  | amount
    entry:1 | 2023-01-31  | cash    | 211111     | 211111    | 15101  | municipality | 1000.10
    entry:2 | 2023-02-28  | cash    | 22111.20 A | 22111.20  | 15101  | municipality | 200.20
    entry:3 | 2023-02-28  | cash    | 22111.20 B | 22111.20  | 14402  | state        | 100.05
    entry:4 | 2023-03-31  | cash    | 211111     | 211111    | eu     | eu_project   | 50.00
    entry:5 | 2023-01-01  | plan    | 211111     | 211111    | 15101  | municipality | 2700.70
    entry:6 | 2023-03-31  | accrual | 211111     | 211111    | 15101  | municipality | 999.99
    entry:7 | 2024-01-01  | cash    | 211111     | 211111    | 15101  | municipality | 5.00
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
