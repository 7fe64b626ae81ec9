from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.conclusions",
    given="""
    papers
    record   | issued_on  | kind
    paper:1  | 2023-01-01 | conclusion
    paper:2  | 2023-05-01 | conclusion
    paper:3  | 2023-06-01 | conclusion
    paper:4  | 2023-07-01 | conclusion
    paper:5  | 2023-08-01 | conclusion
    paper:6  | 2024-01-01 | conclusion
    paper:7  | 2023-09-01 | recommendation
    paper:8  | 2023-09-02 | recommendation
    paper:9  | 2023-10-01 | assessment_with_plan
    paper:10 | 2023-11-01 | attestation
    """,
    value=5,
    evidence="paper:1 paper:2 paper:3 paper:4 paper:5",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Of every outcome."""
    found = [paper for paper in facts.papers if paper.kind == "conclusion" and paper.issued_on in year]
    return len(found), found
