from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.papers",
    given="""
    papers
    record  | issued_on
    paper:1 | 2023-01-01
    paper:2 | 2023-12-31
    paper:3 | 2024-01-01
    """,
    value=2,
    evidence="paper:1 paper:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Every kind."""
    found = [paper for paper in facts.papers if paper.issued_on in year]
    return len(found), found
