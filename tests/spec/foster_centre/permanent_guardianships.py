from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "foster-centre.permanent-guardianships",
    given="""
    guardianships
    record         | child | kind      | form          | guardian_family | relation       | abroad | began_on   | ended_on
    guardianship:1 | 1     | permanent | family        | smith           | kin            | no     | 2020-01-01 |
    guardianship:2 | 2     | permanent | family        | smith           | close_relative | no     | 2020-01-01 | 2023-01-02
    guardianship:3 | 3     | temporary | family        | brown           | non_kin        | no     | 2023-12-31 | 2024-01-01
    guardianship:4 | 4     | permanent | family        | rossi           | non_kin        | yes    | 2020-01-01 |
    guardianship:5 | 5     | temporary | foster_centre |                 |                | no     | 2023-03-01 |
    guardianship:6 | 6     | permanent | family_home   | jones           | non_kin        | no     | 2020-01-01 | 2023-01-01
    guardianship:7 | 7     | permanent | institution   |                 |                | no     | 2020-01-01 | 2023-06-30
    """,
    value=2,
    evidence="guardianship:1 guardianship:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Permanent ones of every form."""
    found = [
        guardianship
        for guardianship in facts.guardianships
        if guardianship.kind == "permanent" and lasts(guardianship, year.last)
    ]
    return len(found), found
