"""A day typed into three boxes: no picker, no guessing which number is the month."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class DayBoxes(forms.MultiWidget):
    """Year, month, day: the order in which Lithuanians write a date."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        numeric = {"inputmode": "numeric", "autocomplete": "off"}
        super().__init__({name: forms.TextInput(numeric) for name in ("year", "month", "day")}, attrs)

    def decompress(self, value: date | None) -> list[int | None]:
        return [value.year, value.month, value.day] if value else [None, None, None]

    def id_for_label(self, id_: str, index: str = "0") -> str:
        return f"{id_}_0"


class DayField(forms.MultiValueField):
    default_error_messages = {
        "no_such_day": _("There is no such day. Write the year in four digits, then the month and the day: 2024 1 15."),
        "incomplete": _("Write all three: the year, the month and the day."),
    }
    widget = DayBoxes

    def __init__(self, **kwargs: Any) -> None:
        whole = forms.IntegerField(error_messages={"invalid": self.default_error_messages["no_such_day"]})
        super().__init__(fields=(whole, whole, whole), require_all_fields=kwargs.get("required", True), **kwargs)

    def clean(self, value: Any) -> date | None:
        typed = [str(part).strip() for part in value or []]
        if any(typed) and not all(typed):
            raise forms.ValidationError(self.error_messages["incomplete"], code="incomplete")
        found: date | None = super().clean(value)
        return found

    def compress(self, data_list: list[int]) -> date | None:
        if not data_list:
            return None
        try:
            return date(*data_list)
        except (ValueError, TypeError, OverflowError):
            raise forms.ValidationError(self.error_messages["no_such_day"], code="no_such_day") from None
