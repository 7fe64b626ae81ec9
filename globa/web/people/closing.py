"""A file goes to the archive: from a day on the head opens it, nobody else."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from globa.care.guardianships import Guardianship
from globa.care.stays import Stay
from globa.journal.operations import Actor
from globa.registry.accounts.users import User
from globa.registry.involvement import Involvement, Purpose, close_file
from globa.registry.organisations import Organisation
from globa.registry.people import Person
from globa.registry.policy import RULES, Way
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.words import message
from globa.web.forms.day_field import DayField
from globa.web.people.place_forms import has_come


class StillInCare(Refusal):
    at = "on"

    def __init__(self) -> None:
        super().__init__(
            message(
                "The child lives here or is under guardianship on that day or later. Record first where the child went and that "
                "the guardianship ended."
            )
        )


class CloseForm(forms.Form):
    file = forms.ChoiceField(label=_("The file"), error_messages={"required": _("Choose which file on the person.")})
    on = DayField(label=_("First day in the archive"), error_messages={"required": _("Write the day.")})
    reason = forms.CharField(label=_("Why"), max_length=500, error_messages={"required": _("Say why in a few words.")})

    def __init__(self, files: list[Involvement], data: Any = None, prefix: str = "") -> None:
        super().__init__(data, prefix=prefix, initial={"on": today()})
        choices = [(str(one.pk), str(one.get_purpose_display())) for one in files]
        self.fields["file"].choices = choices if len(choices) == 1 else [("", ""), *choices]  # type: ignore[attr-defined]

    def clean_on(self) -> date:
        return has_come(self.cleaned_data["on"])


def may_archive(role: str) -> bool:
    """Whoever opens the archive afterwards puts into it."""
    return any(rule.role == role and rule.way is Way.ARCHIVE for rule in RULES)


def open_files(user: User, organisation: Organisation, person: Person) -> list[Involvement]:
    """The institution's own files on the person that go on."""
    rows = Involvement.objects.visible_to(user).filter(organisation=organisation, person=person, during__upper_inf=True)
    return list(rows.order_by("during", "pk"))


def archive(*, file: Involvement, on: date, by: Actor, reason: str) -> None:
    """A child who lives here, or for whom somebody of ours answers, is not in the archive."""
    of = {"organisation": file.organisation_id, "child": file.person_id}
    goes_on = [rows.filter(**of, during__overlap=(on, None)).exists() for rows in (Stay.objects, Guardianship.objects)]
    if file.purpose == Purpose.CARE and any(goes_on):
        raise StillInCare
    close_file(involvement=file, on=on, by=by, reason=reason)
