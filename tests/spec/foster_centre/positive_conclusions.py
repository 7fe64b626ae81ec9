from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.positive-conclusions",
    given="""
    papers
    record   | issued_on  | kind           | outcome
    paper:1  | 2023-01-01 | conclusion     | positive
    paper:2  | 2023-05-01 | conclusion     | positive
    paper:3  | 2023-06-01 | conclusion     | positive
    paper:4  | 2023-07-01 | conclusion     | positive
    paper:5  | 2023-08-01 | conclusion     | negative
    paper:6  | 2024-01-01 | conclusion     | positive
    paper:7  | 2023-09-01 | recommendation | positive
    paper:8  | 2023-09-02 | recommendation | positive
    paper:10 | 2023-11-01 | attestation    | positive
    """,
    value=4,
    evidence="paper:1 paper:2 paper:3 paper:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Only those that found the applicants ready."""
    found = [paper for paper in facts.papers if paper.kind == "conclusion" and paper.outcome == "positive" and paper.issued_on in year]
    return len(found), found
