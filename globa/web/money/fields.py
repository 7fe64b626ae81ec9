"""Fields of the forms of money."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from globa.importers.ledger.sums import sum_in

MOST = Decimal("999999999999")


class AmountField(forms.CharField):
    """Euros and cents as people write them: 1 234,56, 1.234,56 or 1234.56; what may mean two amounts is asked again."""

    default_error_messages = {"required": _("Write the amount."), "no_amount": _("Write euros and cents: 1 234,56.")}

    def __init__(self, **kwargs: Any) -> None:
        usual: dict[str, Any] = {"label": _("Amount, EUR"), "max_length": 30}
        super().__init__(**(usual | kwargs))
        self.widget.attrs["inputmode"] = "decimal"

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        found = sum_in(text)
        if found is None or found.flaw or abs(found.value) > MOST:
            raise forms.ValidationError(self.error_messages["no_amount"], code="no_amount")
        return found.value

    def prepare_value(self, value: Any) -> Any:
        return f"{value:.2f}".replace(".", ",") if isinstance(value, Decimal) else value
