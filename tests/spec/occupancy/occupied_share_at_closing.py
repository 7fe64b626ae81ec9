from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "occupancy.occupied-share-at-closing",
    given="""
    stays
    record | child | setting         | sex     | began_on   | ended_on
    stay:1 | 1     | community_home  | female  | 2022-06-01 |
    stay:2 | 2     | community_home  | male    | 2023-12-31 |
    stay:3 | 3     | on_duty_carer   | female  | 2022-06-01 | 2024-01-01
    stay:4 | 4     | on_duty_carer   | male    | 2022-06-01 | 2023-12-31
    stay:5 | 5     | on_duty_carer   | unknown | 2022-06-01 |
    stay:6 | 6     | guardian_family | female  | 2022-06-01 |
    stay:7 | 7     | community_home  | male    | 2024-01-01 |

    places
    record  | setting        | dwelling | places | began_on   | ended_on
    place:1 | community_home | home-1   | 8      | 2020-01-01 |
    place:2 | community_home | home-2   | 5      | 2020-01-01 | 2023-12-31
    place:3 | on_duty_carer  | carer-1  | 3      | 2020-01-01 | 2024-01-01
    place:4 | family_home    | family   | 8      | 2020-01-01 |
    place:5 | community_home | home-3   | 6      | 2024-01-01 |
    """,
    value="36.36",
    of=4,
    to=11,
    evidence="stay:1 stay:2 stay:3 stay:5",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Both numbers are shown: children of places."""
    counted = ("community_home", "on_duty_carer")
    children = [stay for stay in facts.stays if stay.setting in counted and lasts(stay, year.last)]
    places = [place for place in facts.places if place.setting in counted and lasts(place, year.last)]
    return (different(stay.child for stay in children), sum(place.places for place in places)), children
