from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.positive-share",
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
    value=80,
    of=4,
    to=5,
    evidence="paper:1 paper:2 paper:3 paper:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Four of five."""
    written = [paper for paper in facts.papers if paper.kind == "conclusion" and paper.issued_on in year]
    positive = [paper for paper in written if paper.outcome == "positive"]
    return (len(positive), len(written)), positive
