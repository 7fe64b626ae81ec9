"""The checks of words and templates find what they are for."""

from __future__ import annotations

from io import BytesIO

import pytest
from babel.messages.catalog import Message

from tests import messages, templates


@pytest.mark.parametrize(
    "text",
    [
        '<p style="color: red">',
        "<a onclick='go()'>",
        "<script>go()</script>",
        "{{ note|safe }}",
        '{% govuk "tag" html=note %}',
        '<img src="https://elsewhere.example/x.png">',
    ],
)
def test_a_template_with_something_forbidden_is_found(text: str) -> None:
    assert len(list(templates.problems(f"<p>ok</p>\n{text}"))) == 1


def test_a_comment_in_a_template_may_say_anything() -> None:
    assert list(templates.problems("{# never |safe #}\n<script src='/static/page.js'></script>")) == []


def test_a_sentence_in_a_template_is_extracted() -> None:
    found = messages.sentences_of_template(BytesIO(b'{% load i18n %}<p>{% translate "Record a service" %}</p>'), None, None, None)
    assert [sentence for _line, _function, sentence, *_rest in found] == ["Record a service"]


@pytest.mark.parametrize(
    ("asked", "translated", "problem"),
    [
        (Message("day"), Message("day", ""), "not translated"),
        (Message(("%(n)s day", "%(n)s days")), Message(("%(n)s day", "%(n)s days"), ("%(n)s diena", "%(n)s dienos", "")), "4 plural forms"),
        (Message("Child %(name)s"), Message("Child %(name)s", "Vaikas %(vardas)s"), "other placeholders"),
    ],
)
def test_a_translation_that_is_missing_or_broken_is_found(asked: Message, translated: Message, problem: str) -> None:
    assert [one for one in messages._problems(asked, translated) if problem in one]
