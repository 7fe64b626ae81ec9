"""Who of a table is in the files already, or stands in it twice: two records of one child would be counted twice."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from globa.care.stays import Stay
from globa.checker.folding import folded
from globa.importers.opening.proposals import Proposal
from globa.registry import personal_codes
from globa.registry.accounts.users import User
from globa.registry.names.finding import KeptFile, kept_file
from globa.registry.people import Person

Known = dict[object, Person]


def mark_known(proposals: Sequence[Proposal], *, to: User) -> list[KeptFile]:
    """
    Say at each row who is in the files: by the personal code, or by the names and the day of birth.

    Returned are the files that are kept and not opened to the reader; that they were told of is to be written down.
    """
    _mark_doubles(proposals)
    known = _known(proposals, to)
    for one in proposals:
        one.likely = known.get(_lookup(one)) or known.get(_named(one))
    _mark_housed([one for one in proposals if one.likely], to)
    return _mark_kept([one for one in proposals if one.is_good and one.likely is None])


def _known(proposals: Sequence[Proposal], to: User) -> Known:
    """Two queries."""
    seen = Person.objects.visible_to(to).surviving()
    codes = {code for one in proposals if (code := _lookup(one))}
    births = {one.birth_date for one in proposals if one.birth_date}
    found: Known = {_name_of(one): one for one in seen.filter(birth_date__in=births)}
    return found | {one.personal_code_lookup: one for one in seen.filter(personal_code_lookup__in=codes)}


def _mark_doubles(proposals: Sequence[Proposal]) -> None:
    lines: dict[object, int] = {}
    for one in proposals:
        keys = [key for key in (_lookup(one), _named(one)) if key]
        earlier = next((lines[key] for key in keys if key in lines), None)
        if earlier is not None:
            one.wrong("family_name", _("The same child stands in row %(line)s.") % {"line": earlier})
        for key in keys:
            lines.setdefault(key, one.line)


def _mark_housed(proposals: Sequence[Proposal], to: User) -> None:
    """Whoever lives somewhere on the day or later, or whose file the reader may not write, is not admitted from a table."""
    people = [one.likely.pk for one in proposals if one.likely]
    stays = defaultdict[uuid.UUID, list[Stay]](list)
    for stay in Stay.objects.visible_to(to).filter(child__in=people).select_related("dwelling"):
        stays[stay.child_id].append(stay)
    open_to = set(Person.objects.with_file_open_to(to).filter(pk__in=people).values_list("pk", flat=True))
    for one in proposals:
        assert one.likely is not None
        if one.likely.pk not in open_to:
            one.wrong("family_name", _("The file on this child is not open to you. Ask the head who works with the child."))
        for stay in stays[one.likely.pk]:
            if one.since and (stay.ended_on or date.max) > one.since:
                one.wrong("since", _("Recorded already: %(home)s, since %(day)s.") % {"home": stay.dwelling, "day": stay.began_on})
                break


def _mark_kept(proposals: Sequence[Proposal]) -> list[KeptFile]:
    """A query for each: the database tells of one person at a time."""
    told = []
    for one in proposals:
        if kept := kept_file(one.name, one.birth_date, _lookup(one)):
            told.append(kept)
            one.wrong("family_name", _kept_where(kept))
    return told


def _kept_where(kept: KeptFile) -> str:
    if kept.is_here:
        return _("This institution keeps a file on this person, and it is not open to you. Ask the head who works with them.")
    return _("Another institution keeps a file on the person with this personal code. Ask the head: they agree with the placing service.")


def _lookup(one: Proposal) -> str:
    return personal_codes.lookup_form(one.personal_code) if one.personal_code else ""


def _named(one: Proposal) -> object:
    """None where the day of birth is not known: a name alone is no person."""
    return (folded(one.given_name), folded(one.family_name), one.birth_date) if one.birth_date and one.name else None


def _name_of(person: Person) -> object:
    return (folded(person.given_name), folded(person.family_name), person.birth_date)
