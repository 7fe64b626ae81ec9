from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "projects.guardianship-after-hosting",
    given="""
    guardianships
    record         | child | kind      | abroad | after_hosting | began_on
    guardianship:1 | 1     | permanent | yes    | yes           | 2023-08-01
    guardianship:2 | 2     | permanent | yes    | no            | 2023-08-01
    guardianship:3 | 3     | permanent | no     | yes           | 2023-08-01
    guardianship:4 | 4     | temporary | yes    | yes           | 2023-08-01
    guardianship:5 | 5     | permanent | yes    | yes           | 2022-08-01
    """,
    value=1,
    evidence="guardianship:1",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Permanent, abroad and after a visit: all three."""
    found = [one for one in facts.guardianships if one.kind == "permanent" and one.began_on in year]
    found = [one for one in found if one.abroad and one.after_hosting]
    return different(one.child for one in found), found
