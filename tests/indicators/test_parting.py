"""Many figures and their parts at once are what they are one by one."""

from __future__ import annotations

import pytest

from globa.indicators import compiled, figures
from globa.indicators.parting import parted
from globa.indicators.refusals import NoSuchBreakdown
from globa.registry.organisations import Organisation
from globa.reports.counting import here, scope_of
from globa.vocabulary.period import Period
from tests.builders import Place, service
from tests.fixtures import here as place  # noqa: F401 - a fixture


def test_wholes_and_parts_are_those_of_one_figure_after_another(place: Place) -> None:  # noqa: F811 - the fixture
    from globa.registry.recording import Recording

    for table in ("services", "attendances"):
        Recording.objects.create(organisation=place.organisation, table=table, since="2022-01-01")
    for _time in range(3):
        service(place)
    scope = scope_of(Organisation.objects.get(pk=place.organisation.pk), Period.year(2023))
    codes = ["foster-centre.services", "foster-centre.service-hours", "foster-centre.people-helped"]
    _known, cards = compiled.of(codes)
    wanted = {card.code: [(), *((name,) for name in card.dimensions)] for card in cards}
    (found,) = parted([scope], wanted, here())
    for whole in figures.compute([scope], here(), codes):
        assert found[whole.code, ()].part(()) == whole
        for dimension, parts in figures.breakdowns(scope, whole.code, here()).items():
            assert {(one.code,): one.figure for one in parts} == dict(found[whole.code, (dimension,)].parts)


def test_a_part_that_nobody_is_in_is_nothing_recorded(place: Place) -> None:  # noqa: F811 - the fixture
    scope = scope_of(place.organisation, Period.year(2023))
    (found,) = parted([scope], {"foster-centre.services": [("month",)]}, here())
    assert not found["foster-centre.services", ("month",)].part(("2023-05",)).recorded


def test_a_dimension_that_the_records_do_not_say_is_refused(place: Place) -> None:  # noqa: F811 - the fixture
    with pytest.raises(NoSuchBreakdown):
        parted([scope_of(place.organisation, Period.year(2023))], {"foster-centre.services": [("sex",)]}, here())
