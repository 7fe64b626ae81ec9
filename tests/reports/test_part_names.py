"""Codes of the records become words of the reader."""

from __future__ import annotations

from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from globa.registry.catalogue import CatalogueService
from globa.reports.part_names import names_of, names_of_each
from tests.builders import Place
from tests.fixtures import here

__all__ = ["here"]


def test_names_of_every_dimension_take_one_query(here: Place, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    service = CatalogueService.objects.order_by("code")[0]
    asked = {"service": [service.code], "municipality": ["alytus-city"], "sex": ["female"], "item": ["unknown", "none-such"]}
    with translation.override("en"), django_assert_num_queries(1):
        found = names_of_each(asked)
    assert found["service"] == {service.code: service.name_en}
    assert (found["sex"], found["item"]) == ({"female": "female"}, {"unknown": "not known", "none-such": "none-such"})


def test_words_of_the_program_take_no_query(here: Place, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with translation.override("en"), django_assert_num_queries(0):
        assert names_of("age", ["0-2"]) == {"0-2": "0–2 years"}
