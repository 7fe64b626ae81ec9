from tests.spec.language import Facts, Result, Year, spec


@spec(
    "foster-centre.assessments-with-plans",
    given="""
    papers
    record  | issued_on  | kind
    paper:1 | 2023-01-01 | conclusion
    paper:2 | 2023-05-01 | conclusion
    paper:3 | 2023-06-01 | conclusion
    paper:4 | 2023-07-01 | conclusion
    paper:5 | 2023-08-01 | conclusion
    paper:9 | 2023-10-01 | assessment_with_plan
    """,
    value=1,
    evidence="paper:9",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Assessments that ended in a plan."""
    found = [paper for paper in facts.papers if paper.kind == "assessment_with_plan" and paper.issued_on in year]
    return len(found), found
