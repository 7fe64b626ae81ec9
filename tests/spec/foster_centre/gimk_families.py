from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "foster-centre.gimk-families",
    given="""
    attendances
    record        | happened_on | activity | kind            | family
    attendance:1  | 2023-01-01  | service  | coordination    | smith
    attendance:3  | 2023-05-01  | service  | psych           | smith
    attendance:5  | 2023-05-02  | event    | self_help_group | smith
    attendance:6  | 2023-05-02  | event    | self_help_group |
    attendance:7  | 2024-01-01  | service  | psych           | brown
    attendance:8  | 2023-06-01  | event    | gimk_basic      | brown
    attendance:9  | 2023-06-08  | event    | gimk_basic      | brown
    attendance:10 | 2023-09-01  | event    | gimk_continuing | smith
    """,
    value=2,
    evidence="attendance:8 attendance:9 attendance:10",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Families beside persons."""
    found = [
        attendance
        for attendance in facts.attendances
        if attendance.activity == "event" and attendance.kind.startswith("gimk_") and attendance.happened_on in year
    ]
    return different(attendance.family for attendance in found), found
