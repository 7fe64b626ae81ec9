from tests.spec.language import Facts, Result, Year, lasts, spec


@spec(
    "premises.vehicles",
    given="""
    assets
    record  | kind    | began_on   | ended_on
    asset:1 | car     | 2018-01-01 |
    asset:2 | minibus | 2019-01-01 |
    asset:3 | other   | 2019-01-01 |
    asset:4 | car     | 2010-01-01 | 2023-12-31
    """,
    value=2,
    evidence="asset:1 asset:2",
)
def oracle(facts: Facts, year: Year) -> Result:
    """A car sold on the last day is gone that evening."""
    found = [asset for asset in facts.assets if asset.kind in ("car", "minibus") and lasts(asset, year.last)]
    return len(found), found
