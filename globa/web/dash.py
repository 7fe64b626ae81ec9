"""The dash of a cell where nothing is, with its word for the ear."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


def nothing(words: str = "") -> SafeString:
    return format_html('<span class="g-none">–<span class="govuk-visually-hidden"> {}</span></span>', words or _("none"))
