"""Who asked the centre before: by their name, or by the number from which they ring again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.urls import reverse

from globa.casework.recruitment.enquiries import Enquiry
from globa.registry.accounts.users import User
from globa.reports.writing import days
from globa.web.heard import says, words_of

LOOKED_THROUGH = 500
"""The newest of so many; what is older was erased or answered long ago."""
LEAST = 6
OF_A_LINE = 8
"""So many last digits are the same whether 8, 0 or +370 stands before them."""


def digits_in(text: str) -> str:
    """The digits of a telephone number; nothing where something else was typed."""
    digits = re.sub(r"\D", "", text)
    return digits[-OF_A_LINE:] if len(digits) >= LEAST and not re.search(r"[^\d\s+()\-–/.]", text) else ""


def asked_before(user: User, text: str) -> Iterator[tuple[str, str, str]]:
    """Who asks, the address of the enquiry and what it is about; one question."""
    words, line = words_of(text), digits_in(text)
    if not words:
        return
    rows = Enquiry.objects.visible_to(user).filter(erased_on=None).select_related("organisation").order_by("-received_at")
    for one in rows[:LOOKED_THROUGH]:
        if (line and line in re.sub(r"\D", "", one.asker_phone)) or (not line and says(f"{one.asker} {one.asker_email}", words)):
            yield one.asker, reverse("enquiries-enquiry", args=[one.pk]), f"{one.get_about_display()}, {days.iso(one.received_on)}"
