from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "foster-centre.people-helped",
    given="""
    attendances
    record        | happened_on | activity | person
    attendance:1  | 2023-01-01  | service  | 1
    attendance:2  | 2023-01-01  | service  | 2
    attendance:3  | 2023-05-01  | service  | 1
    attendance:4  | 2023-05-01  | service  | 3
    attendance:5  | 2023-05-02  | event    | 2
    attendance:6  | 2023-05-02  | event    |
    attendance:7  | 2024-01-01  | service  | 4
    attendance:8  | 2023-06-01  | event    | 3
    attendance:9  | 2023-06-08  | event    | 3
    attendance:14 | 2023-08-01  | service  |
    """,
    value=3,
    evidence="attendance:1 attendance:2 attendance:3 attendance:4 attendance:14",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Who came twice is one person; a head-count names nobody."""
    found = [attendance for attendance in facts.attendances if attendance.activity == "service" and attendance.happened_on in year]
    return different(attendance.person for attendance in found), found
