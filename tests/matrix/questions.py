"""The addresses of the pages in the world, and what is asked of them by question or in the body."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.urls import get_resolver, reverse

from globa.vocabulary.calendar import today
from tests.matrix.expected import Page
from tests.matrix.markers import Of, marker, personal_code
from tests.matrix.world import Child, Lives, Relation, World

MISSING = uuid.UUID("01890000-0000-7000-8000-00000000dead")
NOWHERE = "nowhere-q"
SIX = (Relation.OWN, Relation.ENDED, Relation.SAME, Relation.OTHER, Relation.SEALED, Relation.CONFLICT)
ALSO_WITH_A_CARER = (Relation.OWN, Relation.ENDED, Relation.SAME, Relation.CONFLICT)
DAY_PARTS = {"year": str(today().year), "month": str(today().month), "day": str(today().day)}


@dataclass(frozen=True)
class Question:
    """`child` is whom it is about; `key` is what the asker wrote and the answer may repeat."""

    page: Page
    path: str
    get: dict[str, Any] = field(default_factory=dict)
    post: dict[str, Any] = field(default_factory=dict)
    child: Child | None = None
    organisation: str = ""
    is_missing: bool = False
    key: str = ""


@cache
def parts_of(route: str) -> dict[str, bool]:
    """The parts of the route's address, in order; a part that is a key says yes."""
    (named, *_others), _pattern, _defaults, converters = get_resolver().reverse_dict.getlist(route)[0]
    return {name: type(converters.get(name)).__name__ == "UUIDConverter" for name in named[1]}


def typed_day(name: str) -> dict[str, str]:
    return {f"{name}_{part}": value for part, value in DAY_PARTS.items()}


def questions(world: World, page: Page) -> Iterator[Question]:
    """The page about every child, about somebody who does not exist, or as it is."""
    if page.about == "-":
        yield Question(page, _address(page), post=_body(page, None))
    elif page.about == "organisation" or page.about in world.kept:
        for code in (NOWHERE, "centre", "elsewhere-q"):
            yield _of_organisation(world, page, code)
    else:
        yield _missing(page)
        for child in world.children:
            is_tried = child.lives is Lives.HOME or child.relation in ALSO_WITH_A_CARER
            if is_tried and _has(child, page.about):
                yield _about(page, child)


# Of parts of addresses that are no keys.
WORDS = {
    "form": "occupancy", "format": "pdf", "place": "homes.children", "number": "CE-2023-A1", "provider_id": "none", "uidb36": "1",
    "what": "due", "chapter": "emergency", "part": "open",
}  # fmt: skip


def _has(child: Child, about: str) -> bool:
    """Whether there is such a record of the child; adults have none."""
    return about == "child" or about in child.records or (about in ("home", "event") and bool(child.home))


def _address(page: Page, **known: Any) -> str:
    """Whatever the address needs: a key that is no row's, or a word."""
    given = {name: MISSING if is_key else WORDS.get(name, "1") for name, is_key in parts_of(page.route).items()}
    if page.route == "plans-import-doubt":
        given["number"] = "1"
    if page.route == "reports-figure":
        given["key"] = "homes.children-at-closing"
    return reverse(page.route, kwargs=given | known)


def _of_organisation(world: World, page: Page, code: str) -> Question:
    """The figures of an organisation, or something of its own: a report, a post, an account."""
    if page.about in world.kept:
        key = world.kept[page.about].get(code, MISSING)
        known = {"pk": world.kept["signed"].get(code, MISSING), "export": key} if page.about == "export" else {"pk": key}
        keys = "|".join(str(one) for one in (*known.values(), MISSING))
        return Question(page, _address(page, **known), organisation=code, is_missing=code == NOWHERE, key=keys)
    given = {"organisation": code, "period": "2023"}
    if page.route in ("figures-figure", "figures-records"):
        given["code"] = "foster-centre.coordinator-services" if page.variant == "services" else "homes.children-at-closing"
    return Question(page, reverse(page.route, kwargs=given), organisation=code, is_missing=code == NOWHERE, key=f"/{code}/")


def _missing(page: Page) -> Question:
    if page.about == "child" and not _keys_of(page):
        return Question(page, _address(page), _asked(page, None), _body(page, None), is_missing=True, key=str(MISSING))
    if page.about == "home":
        return Question(page, reverse(page.route, kwargs={"code": "home-99"}), is_missing=True, key="home-99")
    path = reverse(page.route, kwargs=_given(page, MISSING, MISSING))
    return Question(page, path, _asked(page, None), _body(page, None), is_missing=True, key=str(MISSING))


def _about(page: Page, child: Child) -> Question:
    if page.about == "child" and not _keys_of(page):
        return Question(page, _address(page), _asked(page, child), _body(page, child), child, key=str(child.person.pk))
    if page.about == "home":
        return Question(page, reverse(page.route, kwargs={"code": child.home}), child=child, key=child.home)
    about = (
        child.person.pk if page.about == "child" else child.records.get("casework.event" if page.about == "event" else page.about, MISSING)
    )
    path = reverse(page.route, kwargs=_given(page, child.person.pk, about))
    return Question(page, path, _asked(page, child), _body(page, child), child, key=f"{child.person.pk}|{about}")


def _keys_of(page: Page) -> list[str]:
    return list(parts_of(page.route))


LABELS = {"notes": "casework.service", "event": "casework.event"}


def _given(page: Page, person: uuid.UUID, about: uuid.UUID) -> dict[str, Any]:
    """The parts of the address: the person, the record, what kind of record it is."""
    names = _keys_of(page)
    given: dict[str, Any] = {"label": LABELS.get(page.about, page.about)} if "label" in names else {}
    keys = [name for name in names if name != "label"]
    if page.about == "care.awaytime" and len(keys) == 2:
        return {"pk": person, "away_pk": about}
    return given | {keys[0]: about}


def _asked(page: Page, child: Child | None) -> dict[str, Any]:
    key, name = (child.person.pk, marker(Of.NAME, child.number)[:-1]) if child else (MISSING, "Vard99")
    asked: dict[str, dict[str, Any]] = {
        "people?find": {"found": name},
        "people?who": {"found": name, "who": "children"},
        "services?person": {"person": key, "worker": "all"},
        "services?find": {"worker": "all", "month": "2023"},
        "services-record?person": {"person": key},
        "services-record?find": {"like": child.records.get("casework.service", MISSING) if child else MISSING},
    }
    return asked.get(page.page, {})


def _body(page: Page, child: Child | None) -> dict[str, Any]:
    """What a browser would send, with a fault where a sound one would be recorded: a refused form shows what it knows."""
    name, key = (marker(Of.NAME, child.number)[:-1], str(child.person.pk)) if child else ("Vard99", str(MISSING))
    registering = {"given_name": name, "sex": "male", "purpose": "care", "birth_precision": "day", **typed_day("birth_date")}
    bodies: dict[str, dict[str, Any]] = {
        "people-register?alike": registering,
        "people-register": {"given_name": "", "purpose": "care"},
        "people-admit": {**typed_day("on"), "origin": "parents"},
        "people-move": typed_day("on"),
        "people-discharge": typed_day("on"),
        "people-away": {**typed_day("since"), "kind": "hospital"},
        "people-back": {"on_year": "1999", "on_month": "1", "on_day": "1"},
        "people-working": {"do": "assign"},
        "emergency": {"reason": "fever"},
        "emergency?code": {"personal_code": personal_code(child.number if child else 99), "reason": "The child ran away with a fever."},
        "services-record?person": {"recipients": [key], "step": "count"},
        "services-record?find": {"find": name, "step": "find"},
        "services-correct": {"minutes": "x"},
        "records-correct-stay": {"reason": ""},
        "reports-start": {"form": "activity"},
    }
    return bodies.get(page.page, {})


def is_one_of_six(child: Child | None) -> bool:
    """The six relations are tried by every method, the others by reading."""
    return child is None or (child.lives is Lives.HOME and child.relation in SIX)


def is_tried_in_every_way(child: Child | None) -> bool:
    """In the other language, and as a part of a page."""
    return child is None or (child.lives is Lives.HOME and child.relation in (Relation.OWN, Relation.SAME, Relation.SEALED))
