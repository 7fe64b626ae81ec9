"""The parts of the face: numbers in their states, components, fields, refusals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from django.http import HttpRequest
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.utils import translation
from django.utils.safestring import mark_safe

from globa.vocabulary.refusal import Refusal
from globa.vocabulary.unit import Unit
from globa.web.forms.day_field import DayField
from globa.web.numbers import Number, State
from globa.web.refusals import RefusalMiddleware


@pytest.fixture(autouse=True)
def _lithuanian() -> Iterator[None]:
    with translation.override("lt"):
        yield


def drawn(source: str, **context: Any) -> str:
    return Template("{% load face fields govuk pictures writing %}" + source).render(Context(context))


def test_a_known_number_is_a_link_to_its_records() -> None:
    page = drawn("{% fig n True %}", n=Number(1834, Unit.SERVICES, records="/records"))
    assert page == '<a class="fig" href="/records">1\u00a0834&nbsp;paslaugos</a>'


@pytest.mark.parametrize(
    ("state", "sign"), [(State.NOT_RECORDED, "? neįrašyta"), (State.HIDDEN, "• slepiama"), (State.NOT_RECEIVED, "? negauta")]
)
def test_an_unknown_number_says_why_and_leads_nowhere(state: State, sign: str) -> None:
    page = drawn("{% fig n %}", n=Number(7, state=state, records="/records"))
    assert sign in page
    assert "7" not in page
    assert "href" not in page


def test_zero_is_a_number_and_nothing_is_a_dash() -> None:
    assert "0</a>" in drawn("{% fig n %}", n=Number(0, records="/records"))
    assert "–<span" in drawn("{% fig n %}", n=Number(None, state=State.NOTHING))


def test_a_contradiction_is_said_to_those_who_do_not_see_the_sign() -> None:
    page = drawn("{% fig n %}", n=Number(43, records="/r", contradicts="eilučių suma 35"))
    assert "fig--bad" in page
    assert "(eilučių suma 35)" in page


def test_a_balance_that_does_not_add_up_names_what_it_should_be() -> None:
    numbers = {"a": Number(33), "b": Number(6), "c": Number(14), "d": Number(26)}
    assert "turėtų būti 25" in drawn("{% balance a b c d %}", **numbers)


def test_what_a_person_wrote_is_escaped_even_when_marked_safe() -> None:
    assert "<b>" not in drawn('{% govuk "button" text=name %}', name=mark_safe("<b>"))


def test_a_component_takes_no_markup() -> None:
    with pytest.raises(ValueError, match="text only"):
        drawn('{% govuk "inset-text" html=name %}', name="<b>")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"day_year": "2023", "day_month": "13", "day_day": "1"}, "Tokios dienos nėra"),
        ({"day_year": "2023", "day_month": "", "day_day": "1"}, "Įrašykite visus tris"),
        ({"day_year": "x", "day_month": "1", "day_day": "1"}, "Tokios dienos nėra"),
    ],
)
def test_a_day_that_does_not_exist_is_refused_and_stays_as_typed(typed: dict[str, str], problem: str) -> None:
    class Form(forms.Form):
        day = DayField(label="Diena")

    form = Form(typed)
    page = drawn("{% error_summary form %}{% day_field form.day %}", form=form)
    assert problem in page
    assert f'value="{typed["day_year"]}"' in page


def test_a_refusal_becomes_a_page_that_says_what_to_do(rf: RequestFactory) -> None:
    middleware = RefusalMiddleware(lambda request: pytest.fail("not asked"))
    response = middleware.process_exception(_anonymous(rf), Refusal("The bed %(bed)s is taken. Choose another.", bed="3-2"))
    assert response is not None
    assert response.status_code == 422
    assert "The bed 3-2 is taken. Choose another." in response.content.decode()


def _anonymous(rf: RequestFactory) -> HttpRequest:
    from django.contrib.auth.models import AnonymousUser

    request = rf.get("/")
    request.user = AnonymousUser()
    return request


def test_a_page_that_is_not_there_does_not_say_whether_it_is_hidden(client: Client) -> None:
    response = client.get("/nowhere", headers={"accept-language": "lt"})
    assert response.status_code == 404
    assert "arba jis ne jums" in response.content.decode()
