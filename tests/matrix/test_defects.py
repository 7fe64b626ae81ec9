"""Every planted defect turns the matrix red, and without one the same slice is green."""

from __future__ import annotations

import pytest

from tests.matrix.asking import Asking
from tests.matrix.checking import Tally, check
from tests.matrix.defects import DEFECTS, Defect, planted
from tests.matrix.world import World

pytestmark = pytest.mark.django_db
BY_NAME = pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)


def slice_of(defect: Defect, world: World, ask: Asking) -> Tally:
    ask.begin_anew()
    found = check(world, ask, defect.roles, only=defect.pages, children=defect.children)
    assert found.checks > 20, "the slice asks nothing"
    return found


def test_there_are_enough_of_them() -> None:
    assert len(DEFECTS) >= 20
    assert sum(defect.second_wall_holds for defect in DEFECTS) >= 5


@BY_NAME
def test_a_defect_turns_the_matrix_red(world: World, ask: Asking, defect: Defect) -> None:
    assert slice_of(defect, world, ask).faults == []
    with planted(defect, world):
        found = slice_of(defect, world, ask)
    assert bool(found.faults) is not defect.second_wall_holds, found.faults[:3]


@pytest.mark.parametrize("defect", [one for one in DEFECTS if one.second_wall_holds], ids=lambda defect: defect.name)
def test_what_row_security_held_leaks_without_it(world: World, ask: Asking, defect: Defect) -> None:
    with planted(defect, world, without_walls=True):
        assert slice_of(defect, world, ask).faults != []
