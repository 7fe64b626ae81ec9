from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.positive-conclusions",
    given="""
    papers
    record   | issued_on  | kind                 | about           | outcome  | first | person | family
    paper:1  | 2023-01-01 | conclusion           | guardian        | positive | yes   | 1      | smith
    paper:2  | 2023-05-01 | conclusion           | kin_guardian    | positive | yes   | 2      | smith
    paper:3  | 2023-06-01 | conclusion           | guardian        | positive | no    | 3      | brown
    paper:4  | 2023-07-01 | conclusion           | on_duty_carer   | positive | yes   | 4      | jones
    paper:5  | 2023-08-01 | conclusion           | guardian        | negative | yes   | 5      | green
    paper:6  | 2024-01-01 | conclusion           | guardian        | positive | yes   | 6      | white
    paper:7  | 2023-09-01 | recommendation       | hosting         | positive | yes   | 7      | black
    paper:8  | 2023-09-02 | recommendation       | guardian        | positive | yes   | 8      | gray
    paper:9  | 2023-10-01 | assessment_with_plan | child_and_carer |          | no    | 9      | smith
    paper:10 | 2023-11-01 | attestation          | worker          | positive | yes   | 10     |
    paper:11 | 2023-11-02 | attestation          | worker          | positive | no    | 10     |
    paper:12 | 2023-11-03 | attestation          | other           | positive | yes   | 11     |
    """,
    value=4,
    evidence="paper:1 paper:2 paper:3 paper:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Only those that found the applicants ready."""
    found = [
        paper
        for paper in facts.papers
        if paper.kind == "conclusion" and paper.outcome == "positive" and paper.issued_on in year
    ]
    return len(found), found
