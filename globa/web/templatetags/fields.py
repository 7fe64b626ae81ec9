"""Django's form fields in our face: label, help, what is wrong, and what was typed stays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, ChoiceField, Select, Textarea
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from globa.web.templatetags.govuk import render

register = template.Library()


@register.simple_tag
def field(bound: BoundField, classes: str = "", optional: bool | None = None, hint: str | None = None) -> SafeString:
    """Draw a field by its widget: a box, a text area, a list, one tick. `hint` stands in for the field's own help."""
    widget = bound.field.widget
    bound.help_text = strip_tags(str(bound.help_text).replace("</li>", " ")).strip() if hint is None else hint
    if isinstance(widget, Textarea):
        return render(
            "textarea", _common(bound, optional) | {"classes": classes, "value": _value(bound), "rows": str(widget.attrs.get("rows", 4))}
        )
    if isinstance(widget, CheckboxInput):
        return _tick(bound)
    if isinstance(widget, Select):
        return render("select", _common(bound, optional) | {"classes": classes, "items": _items(bound)})
    return render("input", _common(bound, optional) | _box(bound, classes))


@register.inclusion_tag("globa/parts/chips.html")
def chips(bound: BoundField, optional: bool = False, arrows: bool = False, starts: bool = False) -> dict[str, Any]:
    """
    Draw a choice of two to eight as chips; the field's widget says whether one or several may be chosen.

    Several chips are a stop of Tab each, with `arrows` all of them one; with `starts` the page begins at the first.
    """
    several = isinstance(bound.field.widget, CheckboxSelectMultiple)
    return {
        "bound": bound,
        "kind": "checkbox" if several else "radio",
        "choices": _choices(bound),
        "optional": optional,
        "arrows": arrows,
        "starts": starts,
        "described_by": " ".join(_described_by(bound)),
    }


@register.inclusion_tag("globa/parts/day.html")
def day_field(bound: BoundField) -> dict[str, Any]:
    """Draw a DayField: three boxes in the order of a Lithuanian date."""
    value = bound.value()
    typed = value if isinstance(value, list | tuple) else bound.field.widget.decompress(value)
    labels = (("year", _("Year"), 4), ("month", _("Month"), 2), ("day", _("Day"), 2))
    boxes = [
        {"id": f"{bound.auto_id}_{index}", "name": f"{bound.html_name}_{name}", "label": label, "digits": digits, "value": str(part or "")}
        for index, ((name, label, digits), part) in enumerate(zip(labels, typed, strict=True))
    ]
    return {"bound": bound, "boxes": boxes, "described_by": " ".join(_described_by(bound))}


@register.inclusion_tag("globa/parts/error_summary.html")
def error_summary(form: BaseForm, title: str = "") -> dict[str, Any]:
    """Say above the form what was not accepted, each with a link to its field; nothing when all is well."""
    return {"form": form, "title": title or _("Not saved yet"), "problems": list(_problems(form))}


def _problems(form: BaseForm) -> list[tuple[str, str]]:
    found = [("", str(message)) for message in form.non_field_errors()]
    for bound in form:
        at = f"#{first_control(bound)}"
        found += [(at, str(message)) for message in bound.errors]
    return found


def first_control(bound: BoundField) -> str:
    """The id that a link to the field leads to: of its first chip or box where it has several."""
    return bound.id_for_label or f"{bound.auto_id}_0"


def _common(bound: BoundField, optional: bool | None) -> dict[str, Any]:
    label = str(bound.label)
    if optional if optional is not None else not bound.field.required:
        label = _("%(label)s (optional)") % {"label": label}
    params: dict[str, Any] = {"id": bound.id_for_label, "name": bound.html_name, "label": {"text": label, "classes": "g-label"}}
    if bound.help_text:
        params["hint"] = {"text": str(bound.help_text), "classes": "g-hint"}
    if bound.errors:
        params["errorMessage"] = {"text": " ".join(str(message) for message in bound.errors)}
    return params


def _box(bound: BoundField, classes: str) -> dict[str, Any]:
    attrs = bound.field.widget.attrs
    shown = {} if bound.field.widget.input_type in ("password", "file") else {"value": _value(bound)}
    known = {name: attrs[name] for name in ("autocomplete", "inputmode", "spellcheck") if name in attrs}
    rest = {name: str(attrs[name]) for name in ("maxlength", "autofocus", "autocapitalize") if name in attrs}
    return {"type": bound.field.widget.input_type, "classes": classes, "attributes": rest} | known | shown


@register.simple_tag
def ticks(bound: BoundField) -> SafeString:
    """Draw a choice of several as boxes to tick."""
    items = [{"value": code, "text": text, "checked": chosen, "id": key} for code, text, chosen, key in _choices(bound)]
    legend = {"legend": {"text": str(bound.label), "classes": "g-label"}}
    told = {key: value for key, value in _common(bound, optional=False).items() if key in ("hint", "errorMessage")}
    params = {"idPrefix": bound.auto_id, "name": bound.html_name, "items": items, "fieldset": legend, "classes": "govuk-checkboxes--small"}
    return render("checkboxes", params | told)


def _tick(bound: BoundField) -> SafeString:
    item = {"text": str(bound.label), "value": "on", "checked": bool(bound.value()), "id": bound.id_for_label}
    errors = {"errorMessage": {"text": " ".join(str(message) for message in bound.errors)}} if bound.errors else {}
    return render(
        "checkboxes",
        {"idPrefix": bound.id_for_label, "name": bound.html_name, "items": [item], "classes": "govuk-checkboxes--small"} | errors,
    )


def _items(bound: BoundField) -> list[dict[str, Any]]:
    return [{"value": value, "text": text, "selected": chosen} for value, text, chosen, _id in _choices(bound)]


def _choices(bound: BoundField) -> list[tuple[str, str, bool, str]]:
    value = bound.value()
    chosen = {str(part) for part in value} if isinstance(value, list | tuple) else {str(value)} if value is not None else {""}
    assert isinstance(bound.field, ChoiceField), f"{bound.name} has no choices"
    listed = [(str(code), str(text)) for code, text in cast("Iterable[tuple[str, str]]", bound.field.choices)]
    return [(code, text, code in chosen, f"{bound.auto_id}_{index}") for index, (code, text) in enumerate(listed)]


def _described_by(bound: BoundField) -> list[str]:
    return [f"{bound.auto_id}-hint"] * bool(bound.help_text) + [f"{bound.auto_id}-error"] * bool(bound.errors)


def _value(bound: BoundField) -> str:
    value = bound.value()
    return "" if value is None else str(value)


@register.simple_tag
def hidden_fields(form: BaseForm) -> SafeString:
    return format_html("{}" * len(form.hidden_fields()), *form.hidden_fields()) if form.hidden_fields() else SafeString("")
