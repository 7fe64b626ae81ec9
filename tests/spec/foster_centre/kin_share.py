from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "foster-centre.kin-share",
    given="""
    guardianships
    record         | child | form          | relation       | abroad | began_on   | ended_on
    guardianship:1 | 1     | family        | kin            | no     | 2020-01-01 |
    guardianship:2 | 2     | family        | close_relative | no     | 2020-01-01 | 2023-01-02
    guardianship:3 | 3     | family        | non_kin        | no     | 2023-12-31 | 2024-01-01
    guardianship:4 | 4     | family        | non_kin        | yes    | 2020-01-01 |
    guardianship:5 | 5     | foster_centre |                | no     | 2023-03-01 |
    guardianship:6 | 6     | family_home   | non_kin        | no     | 2020-01-01 | 2023-01-01
    """,
    value=50,
    of=1,
    to=2,
    evidence="guardianship:1",
)
def oracle(facts: Facts, year: Year) -> Result:
    """One of two children in families lives with a relative."""
    wards = [one for one in facts.guardianships if one.form == "family" and not one.abroad and lasts(one, year.last)]
    with_relatives = [one for one in wards if one.relation in ("close_relative", "kin")]
    return (different(one.child for one in with_relatives), different(one.child for one in wards)), with_relatives
