"""Sentences with living numbers in them."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from globa.web.numbers import Number
from globa.web.templatetags.face import fig

register = template.Library()


@register.simple_tag
def sentence(text: str, numbers: Mapping[str, tuple[Number, bool]]) -> SafeString:
    """Put each number into its named place; with the second of the pair, with its unit."""
    drawn = {name: render_to_string("globa/parts/fig.html", fig(number, with_unit)) for name, (number, with_unit) in numbers.items()}
    return mark_safe(conditional_escape(text) % drawn)  # noqa: S308 - the text is escaped, the numbers come from a template
