"""
Mistakes of the kinds that leak, planted one at a time; each must turn a slice of the matrix red.

`stands_before` says which wall holds when the application forgets its filter: with the second wall alone the slice must
stay green, with both gone it must be red.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connection, models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from globa.config.database import policies
from globa.journal.concerns import concerns_of
from globa.registry import policy
from globa.registry.access import OwnQuerySet
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.roles import Role
from globa.registry.organisations import Organisation
from globa.registry.people import Person, PersonQuerySet
from globa.registry.policy import Area, Opens, Rule, Way
from globa.reports.keeping.reports import Report
from globa.vocabulary.refusal import Refusal
from globa.web import gate, routes
from globa.web.figures import places
from globa.web.people import placing
from globa.web.records import opened
from globa.web.reports import rights
from globa.web.services import one
from tests.matrix.world import Relation, World

Plant = Callable[[World], Any]


@dataclass(frozen=True)
class Defect:
    """`pages` and `children` are the slice in which it shows."""

    name: str
    plant: Plant
    roles: tuple[str, ...]
    pages: tuple[str, ...]
    children: tuple[Relation, ...]
    second_wall_holds: bool = False


def execute(*statements: str) -> None:
    """As the owner; what was changed goes with the transaction."""
    with as_owner(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@contextmanager
def as_owner() -> Iterator[None]:
    """To plant what the web could not; afterwards all that waits for the end of the transaction is checked."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        before = cursor.fetchone()[0]
        cursor.execute("SET LOCAL ROLE NONE")
        yield
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"SET LOCAL ROLE {before}")


@contextmanager
def planted(defect: Defect, world: World, *, without_walls: bool = False) -> Iterator[None]:
    with transaction.atomic():
        if without_walls:
            execute(*(f'DROP POLICY opened_rows ON "{model._meta.db_table}"' for model in _concerned()))
        with defect.plant(world):
            yield
        transaction.set_rollback(True)


def _concerned() -> list[type[models.Model]]:
    return [model for model in policies.own_models() if concerns_of(model) and policies.protection_of(model) in policies.SEES]


def forgets(*written: tuple[str, str]) -> Plant:
    """The function that opens people, with a condition written differently."""

    @contextmanager
    def plant(_world: World) -> Iterator[None]:
        sql = policies.who_is_opened()
        for said, instead in written:
            assert said in sql, f"the function no longer says {said}"
            sql = sql.replace(said, instead)
        execute(sql)
        yield

    return plant


def patched(target: Any, name: str, instead: Any) -> Plant:
    return lambda _world: patch.object(target, name, instead)


@contextmanager
def _conflicts_are_ignored(_world: World) -> Iterator[None]:
    execute(
        "CREATE OR REPLACE FUNCTION globa_conflicts_of(of_user uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER"
        " SET search_path = public, pg_temp AS $$ SELECT NULL::uuid WHERE false $$"
    )
    yield


@contextmanager
def _relatives_are_ignored(_world: World) -> Iterator[None]:
    execute(
        "CREATE OR REPLACE FUNCTION globa_conflicts_of(of_user uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER"
        " SET search_path = public, pg_temp AS $$ SELECT person_id FROM registry_conflictofinterest WHERE user_id = of_user $$"
    )
    yield


@contextmanager
def _coordinators_open_the_archive(_world: World) -> Iterator[None]:
    with patch.object(policy, "RULES", (*policy.RULES, Rule(Role.FOSTER_COORDINATOR, Way.ARCHIVE, Opens.FILE))):
        execute(policies.who_is_opened())
    yield


@contextmanager
def _auditors_come_to_people(_world: World) -> Iterator[None]:
    with patch.dict(policy.AREAS, {Role.AUDITOR: policy.AREAS[Role.AUDITOR] | {Area.PEOPLE}}):
        yield


@contextmanager
def _codes_in_the_wrong_area(_world: World) -> Iterator[None]:
    listed = routes.routes()
    wrong = {**listed, "people-code": replace(listed["people-code"], area=Area.PEOPLE)}
    with patch.object(routes, "routes", lambda: wrong):
        yield


def _exists(world: World, pk: object) -> str:
    """The name of the child with this key: a leak knows more than the asker."""
    return next((child.person.given_name for child in world.children if child.person.pk == pk), "")


def at_the_gate(does: Callable[[str], HttpResponse | None]) -> Plant:
    """Something done for every address that names a child who exists, before anybody asked whether they may."""

    @contextmanager
    def plant(world: World) -> Iterator[None]:
        sound = gate.GateMiddleware.process_view

        def process_view(self: Any, request: HttpRequest, view: Any, args: Any, kwargs: Mapping[str, Any]) -> Any:
            name = _exists(world, kwargs.get("pk"))
            return (does(name) if name else None) or sound(self, request, view, args, kwargs)

        with patch.object(gate.GateMiddleware, "process_view", process_view):
            yield

    return plant


def at_the_person(does: Callable[[str], Any]) -> Plant:
    """What the pages about a child do where the file is not open, though the child exists."""

    @contextmanager
    def plant(world: World) -> Iterator[None]:
        sound = placing.person_of

        def person_of(request: Any, pk: Any) -> Any:
            try:
                return sound(request, pk)
            except Http404:
                if name := _exists(world, pk):
                    does(name)
                raise

        with patch.object(placing, "person_of", person_of):
            yield

    return plant


class Named(Refusal):
    def __init__(self, name: str) -> None:
        super().__init__("%(name)s belongs to a colleague.", name=name)


def _refused(_name: str) -> None:
    raise PermissionDenied


def _named(name: str) -> None:
    raise Named(name)


def _letter(name: str) -> None:
    mail.send_mail(f"{name} was looked at", "", "globa@localhost", ["head@matrix.example"])


def _logged(name: str) -> None:
    logging.getLogger("globa.planted").warning("looked at %s", name)


def _redirected(_name: str) -> HttpResponse:
    return HttpResponseRedirect("/people/")


def _in_a_header(name: str) -> HttpResponse:
    return HttpResponse(status=404, headers={"X-About": name})


@contextmanager
def _name_with_code(_world: World) -> Iterator[None]:
    with patch.object(Person, "name", property(lambda person: f"{person.given_name} {person.personal_code}")):
        yield


@contextmanager
def _everybody_is_the_head(world: World) -> Iterator[None]:
    """As if the appointment of the first who asked were kept for all."""
    found = Appointment.objects.get(user=world.users[Role.HEAD])
    found.institution = world.centre.organisation  # type: ignore[attr-defined]
    with patch("globa.web.whereabouts.appointment_of", lambda *_args: found):
        yield


def _all_of_them(rows: Any, _user: Any) -> Any:
    return rows


def _all_of_the_organisation(rows: Any, user: Any) -> Any:
    from globa.registry.access import visible_organisations

    return rows.filter(organisation__in=visible_organisations(user))


def _all_suggested(_people: Any, text: str, without: Any) -> list[Person]:
    return list(Person.objects.filter(given_name__startswith=text).exclude(pk__in=without))


@contextmanager
def _no_filter_at_all(_world: World) -> Iterator[None]:
    with ExitStack() as stack:
        for owner, name in ((PersonQuerySet, "visible_to"), (PersonQuerySet, "with_file_open_to"), (OwnQuerySet, "visible_to")):
            stack.enter_context(patch.object(owner, name, _all_of_them))
        yield


SAME, SEALED, OTHER = (Relation.SAME,), (Relation.SEALED,), (Relation.OTHER,)
PERSON, ADMIT = ("people-person",), ("people-admit",)
COORDINATOR, PSYCHOLOGIST, HEAD = (Role.FOSTER_COORDINATOR,), (Role.PSYCHOLOGIST,), (Role.HEAD,)
ASSIGNED = "a.user_id = of_user, today\n        WHERE w.way = 'assigned' AND a.during @> today.day"
DEFECTS = (
    Defect("a seal is ignored", forgets(("SELECT s.person_id FROM registry_seal s WHERE s.during @> today.day",
           "SELECT s.person_id FROM registry_seal s WHERE false")), COORDINATOR, PERSON, SEALED),
    Defect("a declared conflict of interest is ignored", _conflicts_are_ignored, HEAD, PERSON, (Relation.CONFLICT,)),
    Defect("a worker's own relative is ignored", _relatives_are_ignored, HEAD, PERSON, (Relation.RELATIVE,)),
    Defect("an ended assignment is still open", forgets((ASSIGNED, ASSIGNED.partition(" AND a.during")[0])),
           PSYCHOLOGIST, PERSON, (Relation.ENDED,)),
    Defect("an emergency never ends", forgets((" AND o.until > now()", "")), PSYCHOLOGIST, PERSON, (Relation.EMERGENCY_OVER,)),
    Defect("who left the home is still open there", forgets(("WHERE w.way = 'home' AND s.during @> today.day", "WHERE w.way = 'home'")),
           (Role.CARE_ASSISTANT,), PERSON, (Relation.ENDED,)),
    Defect("a municipality keeps what it no longer decides", forgets(("WHERE w.way = 'decision' AND i.during @> today.day",
           "WHERE w.way = 'decision'")), (Role.MUNICIPAL_CLERK,), PERSON, (Relation.ENDED,)),
    Defect("a role is given a way that it has not", _coordinators_open_the_archive, COORDINATOR, PERSON, (Relation.ARCHIVED,)),
    Defect("a role is given an area that it has not", _auditors_come_to_people, (Role.AUDITOR,), ("people",), ()),
    Defect("a page is listed in the wrong area", _codes_in_the_wrong_area, PSYCHOLOGIST, ("people-code",), (Relation.OWN,)),
    Defect("403 instead of 404", at_the_person(_refused), COORDINATOR, ADMIT, OTHER),
    Defect("an error names the child", at_the_person(_named), COORDINATOR, ADMIT, SEALED),
    Defect("a redirect says that there is somebody", at_the_gate(_redirected), PSYCHOLOGIST, PERSON, SAME),
    Defect("a header names the child", at_the_gate(_in_a_header), PSYCHOLOGIST, PERSON, SAME),
    Defect("a letter names the child", at_the_gate(_letter), PSYCHOLOGIST, PERSON, SAME),
    Defect("a line of the log names the child", at_the_gate(_logged), PSYCHOLOGIST, PERSON, SAME),
    Defect("another method answers differently", patched(gate, "METHODS", ("GET", "HEAD", "POST", "OPTIONS")), COORDINATOR, PERSON, SAME),
    Defect("the name says the personal code", _name_with_code, HEAD, PERSON, (Relation.OWN,)),
    Defect("one's place of work is kept for the next asker", _everybody_is_the_head, (Role.AUDITOR,), ("people",), ()),
    Defect("a psychologist's notes are read by the head", patched(one, "may_read_note", lambda *_: True), HEAD,
           ("services-service?notes",), (Relation.OWN,)),
    Defect("the record shows what it keeps back from the role", patched(opened, "may_see", lambda *_: True), (Role.MUNICIPAL_CLERK,),
           ("records-record?plan",), (Relation.OWN,)),
    Defect("a file is opened by a name alone", patched(PersonQuerySet, "with_file_open_to", _all_of_them), COORDINATOR, ADMIT, SAME),
    Defect("another institution's figures are shown", patched(places, "organisations_visible_to", lambda _: Organisation.objects.all()),
           (Role.AUDITOR,), ("figures-sheet",), ()),
    Defect("what is still being written is shown to those above", patched(rights, "seen_by", lambda _: Report.objects.all()),
           (Role.MUNICIPAL_CLERK,), ("reports-report",), ()),
    # The application forgets its filter: row security holds alone.
    Defect("a chooser suggests everybody", patched(__import__("globa.web.services.recording", fromlist=["x"]), "suggested", _all_suggested),
           PSYCHOLOGIST, ("services-record?find",), SAME, second_wall_holds=True),
    Defect("the list of people has no filter", patched(PersonQuerySet, "visible_to", _all_of_them),
           PSYCHOLOGIST, ("people?find",), SAME, second_wall_holds=True),
    Defect("records are filtered by the organisation alone", patched(OwnQuerySet, "visible_to", _all_of_the_organisation),
           PSYCHOLOGIST, ("services-service", "records-record?plan"), SAME, second_wall_holds=True),
    Defect("evidence is filtered by nothing", _no_filter_at_all, PSYCHOLOGIST, ("figures-records", "figures-records?services"), SAME,
           second_wall_holds=True),
    Defect("a list of services names whoever received them", patched(OwnQuerySet, "visible_to", _all_of_them),
           PSYCHOLOGIST, ("services?find",), SEALED, second_wall_holds=True),
)  # fmt: skip
