from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "foster-centre.families-helped",
    given="""
    attendances
    record        | happened_on | activity | family
    attendance:1  | 2023-01-01  | service  | smith
    attendance:2  | 2023-01-01  | service  | smith
    attendance:3  | 2023-05-01  | service  | smith
    attendance:4  | 2023-05-01  | service  |
    attendance:5  | 2023-05-02  | event    | smith
    attendance:6  | 2023-05-02  | event    |
    attendance:7  | 2024-01-01  | service  | brown
    attendance:10 | 2023-09-01  | event    | smith
    attendance:11 | 2023-10-01  | event    |
    attendance:14 | 2023-08-01  | service  |
    """,
    value=1,
    evidence="attendance:1 attendance:2 attendance:3 attendance:4 attendance:14",
)
def oracle(facts: Facts, year: Year) -> Result:
    """The household on that day; who has none adds none."""
    found = [attendance for attendance in facts.attendances if attendance.activity == "service" and attendance.happened_on in year]
    return different(attendance.family for attendance in found), found
