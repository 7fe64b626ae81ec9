from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "foster-centre.prepared-guardian-families",
    given="""
    papers
    record  | issued_on  | kind           | about         | outcome  | first | family
    paper:1 | 2023-01-01 | conclusion     | guardian      | positive | yes   | smith
    paper:2 | 2023-05-01 | conclusion     | kin_guardian  | positive | yes   | smith
    paper:3 | 2023-06-01 | conclusion     | guardian      | positive | no    | brown
    paper:4 | 2023-07-01 | conclusion     | on_duty_carer | positive | yes   | jones
    paper:5 | 2023-08-01 | conclusion     | guardian      | negative | yes   | green
    paper:6 | 2024-01-01 | conclusion     | guardian      | positive | yes   | white
    paper:8 | 2023-09-02 | recommendation | guardian      | positive | yes   | gray
    """,
    value=1,
    evidence="paper:1 paper:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Two first conclusions of one family are one family; a repeated one, a carer's and a refusal are none."""
    found = [paper for paper in facts.papers if paper.kind == "conclusion" and paper.outcome == "positive" and paper.issued_on in year]
    found = [paper for paper in found if paper.about in ("guardian", "kin_guardian") and paper.first]
    return different(paper.family for paper in found), found
