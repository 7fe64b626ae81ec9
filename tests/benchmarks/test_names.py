"""The invented names of the benchmark: the same every time, and a slip is one slip."""

from __future__ import annotations

import random

import pytest
from django.db import connection

from benchmarks.names.invented import mistyped, people


def test_the_same_number_and_seed_make_the_same_people() -> None:
    assert list(people(50)) == list(people(50))


@pytest.mark.django_db
def test_a_mistyped_name_is_one_slip_from_the_name() -> None:
    dice = random.Random(1)
    with connection.cursor() as cursor:
        for _again in range(50):
            cursor.execute("SELECT globa_is_near(%s, %s)", ["kajus vaisnora", mistyped("kajus vaisnora", dice)])
            assert cursor.fetchone()[0]
