"""Every model says how sensitive its columns are and who may see its rows; pointers go down; refusals are sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models

from globa.journal.protection import Protection
from globa.vocabulary.sensitivity import classes
from tests.architecture import declarations


@pytest.fixture
def planted() -> Iterator[type[models.Model]]:
    """A model that says nothing about itself and points up, gone again after the test."""

    class Planted(models.Model):  # noqa: DJ008 - it says nothing at all
        organisation = models.CharField(max_length=9)
        stay = models.ForeignKey("care.Stay", on_delete=models.PROTECT)
        sensitivity = classes(S1="id gone")

        class Meta:
            app_label = "registry"
            constraints = [models.CheckConstraint(name="planted", condition=~models.Q(organisation=""))]

    yield Planted
    del apps.all_models["registry"]["planted"]
    apps.clear_cache()


def test_every_column_has_a_sensitivity_class() -> None:
    assert declarations.without_class(declarations.recorded_models()) == []


def test_a_column_without_a_class_and_a_class_without_a_column_are_found(planted: type[models.Model]) -> None:
    assert declarations.without_class([planted]) == [
        "registry.Planted.organisation has no sensitivity class",
        "registry.Planted.stay has no sensitivity class",
        "registry.Planted.gone is classed but is no column",
    ]


def test_every_model_says_who_may_see_its_rows() -> None:
    assert declarations.without_protection(declarations.recorded_models()) == []


def test_a_model_that_says_nothing_is_found(planted: type[models.Model]) -> None:
    assert declarations.without_protection([planted]) == ["registry.Planted says nothing about who may see its rows"]
    planted.protection = Protection.SHARED  # type: ignore[attr-defined]
    assert declarations.without_protection([planted]) == []


def test_pointers_go_down_or_sideways() -> None:
    assert declarations.pointing_up(declarations.recorded_models()) == []


def test_a_pointer_up_is_found(planted: type[models.Model]) -> None:
    assert declarations.pointing_up([planted]) == ["registry.Planted.stay points up to care"]


def test_every_refusal_of_the_database_is_a_sentence() -> None:
    assert declarations.without_sentence(declarations.recorded_models()) == []


def test_a_refusal_without_a_sentence_is_found(planted: type[models.Model]) -> None:
    assert declarations.without_sentence([planted]) == ["registry.Planted: planted"]
