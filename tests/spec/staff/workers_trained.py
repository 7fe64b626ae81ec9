from tests.spec.language import Facts, Result, Year, different, spec


@spec(
    "staff.workers-trained",
    given="""
    trainings
    record     | worker | happened_on
    training:1 | 2      | 2023-04-01
    training:2 | 2      | 2023-05-01
    training:3 | 3      | 2023-04-01
    training:4 | 4      | 2023-04-01
    training:5 | 5      | 2024-01-01
    """,
    value=3,
    evidence="training:1 training:2 training:3 training:4",
)
def oracle(facts: Facts, year: Year) -> Result:
    """Of both groups, each worker once."""
    found = [training for training in facts.trainings if training.happened_on in year]
    return different(training.worker for training in found), found
