from tests.spec.language import Facts, Result, Year, different, lasts, spec


@spec(
    "occupancy.homes-open-at-closing",
    given="""
    places
    record  | setting        | dwelling | places | began_on   | ended_on
    place:1 | community_home | home-1   | 8      | 2020-01-01 |
    place:2 | community_home | home-2   | 5      | 2020-01-01 | 2023-12-31
    place:3 | on_duty_carer  | carer-1  | 3      | 2020-01-01 | 2024-01-01
    place:4 | family_home    | family   | 8      | 2020-01-01 |
    place:5 | community_home | home-3   | 6      | 2024-01-01 |
    """,
    value=1,
    evidence="place:1",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Homes that have places on the last day; carers have none of their own here."""
    found = [place for place in facts.places if place.setting == "community_home" and lasts(place, year.last)]
    return different(place.dwelling for place in found), found
