from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "staff.newly-attested",
    given="""
    papers
    record   | issued_on  | kind        | about         | person
    paper:1  | 2023-01-01 | conclusion  | guardian      | 1
    paper:2  | 2023-05-01 | conclusion  | kin_guardian  | 2
    paper:3  | 2023-06-01 | conclusion  | guardian      | 3
    paper:4  | 2023-07-01 | conclusion  | on_duty_carer | 4
    paper:10 | 2023-11-01 | attestation | worker        | 10
    paper:11 | 2023-11-02 | attestation | worker        | 10
    paper:12 | 2023-11-03 | attestation | other         | 11
    """,
    value=1,
    evidence="paper:10 paper:11",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Who was attested twice is one worker."""
    found = [paper for paper in facts.papers if paper.kind == "attestation" and paper.about == "worker" and paper.issued_on in year]
    return different(paper.person for paper in found), found
