from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "occupancy.places-at-closing",
    given="""
    places
    record  | setting        | dwelling | places | began_on   | ended_on
    place:1 | community_home | home-1   | 8      | 2020-01-01 |
    place:2 | community_home | home-2   | 5      | 2020-01-01 | 2023-12-31
    place:3 | on_duty_carer  | carer-1  | 3      | 2020-01-01 | 2024-01-01
    place:4 | family_home    | family   | 8      | 2020-01-01 |
    place:5 | community_home | home-3   | 6      | 2024-01-01 |
    """,
    value=11,
    evidence="place:1 place:3",
)
def oracle(facts: Facts, year: Year) -> Result:
    """A home whose service ends on the last day has no places that day."""
    found = [place for place in facts.places if place.setting in ("community_home", "on_duty_carer") and lasts(place, year.last)]
    return sum(place.places for place in found), found
