"""
GOV.UK's components in our templates: `{% govuk "button" text=_("Save") %}`.

Parameters are the macro's own, written with underscores (`error_message` is errorMessage). Only text
goes in: what is passed as `html` would be printed as it is, so it is refused.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from jinja2 import Environment, PackageLoader, PrefixLoader, Template

register = template.Library()


class MarkupPassedAsText(ValueError):
    def __init__(self, name: str) -> None:
        super().__init__(f"{{% govuk %}} takes text only: “{name}” would be printed without escaping. Write that part as a template.")


@cache
def _environment() -> Environment:
    return Environment(loader=PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}), autoescape=True)


@cache
def _component(name: str) -> Template:
    macro = "govuk" + "".join(part.capitalize() for part in name.split("-"))
    source = f'{{% from "govuk_frontend_jinja/components/{name}/macro.html" import {macro} %}}{{{{ {macro}(params) }}}}'
    return _environment().from_string(source)


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def _plain(value: Any) -> Any:
    """Make lazy translations plain, and Python's names the macro's, all the way down."""
    if isinstance(value, dict):
        return {_checked(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Promise):
        value = str(value)
    # Text that Django trusts as markup is text here: a safe string would walk past the macro's escaping.
    return str.__str__(value) if isinstance(value, str) else value


def _checked(name: str) -> str:
    camel = name if "-" in name else _camel(name)
    if camel.lower().endswith("html"):
        raise MarkupPassedAsText(name)
    return camel


def _hidden_words(component: str) -> dict[str, Any]:
    """The English words that a macro brings along, in the reader's language."""
    words: dict[str, dict[str, Any]] = {
        "back-link": {"text": _("Back")},
        "breadcrumbs": {"labelText": _("Where you are")},
        "character-count": {
            "charactersUnderLimitText": {"other": _("%{count} characters left")},
            "charactersOverLimitText": {"other": _("%{count} characters too many")},
            "textareaDescriptionText": _("Up to %{count} characters"),
        },
        "error-message": {"visuallyHiddenText": _("Error")},
        "error-summary": {"titleText": _("Not saved yet")},
        "notification-banner": {"titleText": _("Explanation")},
        "pagination": {"landmarkLabel": _("Pages")},
        "warning-text": {"iconFallbackText": _("Warning")},
    }
    return words.get(component, {})


def render(component: str, params: dict[str, Any]) -> SafeString:
    params = _hidden_words(component) | _plain(params)
    if isinstance(params.get("errorMessage"), dict):
        params["errorMessage"].setdefault("visuallyHiddenText", _("Error"))
    return mark_safe(_component(component).render(params=params))  # noqa: S308 - the macros escape every text


@register.simple_tag
def govuk(component: str, **params: Any) -> SafeString:
    return render(component, params)
