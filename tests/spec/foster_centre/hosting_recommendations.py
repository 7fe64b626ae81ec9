from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.hosting-recommendations",
    given="""
    papers
    record  | issued_on  | kind           | about
    paper:1 | 2023-01-01 | conclusion     | guardian
    paper:2 | 2023-05-01 | conclusion     | kin_guardian
    paper:3 | 2023-06-01 | conclusion     | guardian
    paper:4 | 2023-07-01 | conclusion     | on_duty_carer
    paper:7 | 2023-09-01 | recommendation | hosting
    paper:8 | 2023-09-02 | recommendation | guardian
    """,
    value=1,
    evidence="paper:7",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Not every recommendation is about a host."""
    found = [paper for paper in facts.papers if paper.kind == "recommendation" and paper.about == "hosting" and paper.issued_on in year]
    return len(found), found
