"""A list of people with a tick for each whom a record names, and a box to find somebody who is not in it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from globa.casework.named import Renamed
from globa.casework.recipients import as_recipients
from globa.journal.operations import counting
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.registry.people import Person
from globa.web.ids import id_in
from globa.web.names.people import suggested


class TickedPeople(forms.Form):
    may_be_nobody = True
    """Whether the record may name nobody: a meeting also counts people without their names."""
    came = forms.MultipleChoiceField(
        label=_("Who came"), required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("One of the people is not in the files that you may see. Find them again.")},
    )  # fmt: skip
    find = forms.CharField(label=_("Somebody else came"), required=False, max_length=100)

    def __init__(self, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.people = {person.pk: person for person in people}
        came = self.fields["came"]
        assert isinstance(came, forms.MultipleChoiceField)
        came.choices = [(str(person.pk), str(person)) for person in people]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("find", "").strip():
            self.add_error("find", _("You began to look for somebody: press Find and tick the person, or clear the box."))
        return given

    @property
    def who_came(self) -> list[Person]:
        return [self.people[uuid.UUID(pk)] for pk in self.cleaned_data.get("came", ())]


def looks(data: QueryDict) -> bool:
    """The button Find, or Enter in its box."""
    return data.get("step") == "find" or (data.get("step") == "enter" and bool(data.get("find", "").strip()))


def looked_for(data: QueryDict | None) -> str:
    return data.get("find", "").strip() if data and looks(data) else ""


def with_others(user: User, known: Sequence[Person], data: QueryDict) -> list[Person]:
    """Those known, whoever was ticked besides them, and whoever is like the name that is looked for."""
    listed = [person.pk for person in known]
    ticked = [pk for text in data.getlist("came") if (pk := id_in(text)) and pk not in listed]
    seen = Person.objects.visible_to(user)
    others = list(seen.filter(pk__in=ticked)) if ticked else []
    text = looked_for(data)
    return [*known, *others, *(suggested(seen, text, [*listed, *ticked]) if text else [])]


def named_in(rows: Any) -> list[Person]:
    """Whom the rows of a record name, as far as they are shown to the reader, in the order of their names."""
    found = [row.person for row in rows.select_related("person")]
    return sorted(found, key=lambda person: (person.family_name, person.given_name, str(person.pk)))


def unseen(rows: Any, seen: Sequence[Person]) -> int:
    """How many more the record names who are not opened to the reader: a correction leaves them as they are."""
    with counting():
        return int(rows.count()) - len(seen)


def renamed(named: Iterable[Person], ticked: Iterable[Person], *, on: date, organisation: Organisation) -> Renamed:
    before, now = {person.pk: person for person in named}, {person.pk: person for person in ticked}
    added = as_recipients([one for pk, one in now.items() if pk not in before], on=on, organisation=organisation)
    return Renamed([one.row for one in added], [one for pk, one in before.items() if pk not in now])
