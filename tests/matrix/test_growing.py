"""
Organisations' files, assignments, homes, seals, conflicts, emergencies and appointments come and go; after each step
somebody looks everywhere, and no answer, letter or line of the log holds a marker of a child who is not opened to them.

`STATE_MACHINE=200` tries that many histories instead of a few.
"""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from globa.care.dwellings import Dwelling
from globa.care.guardianships import Guardianship
from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.accounts.users import User
from globa.registry.assignments import Assignment
from globa.registry.conflicts import ConflictOfInterest
from globa.registry.emergency import LASTS, Opening
from globa.registry.involvement import Involvement
from globa.registry.organisations import Organisation
from globa.registry.sealing import Seal
from globa.vocabulary.calendar import today
from tests.builders import SINCE, account
from tests.matrix import oracle
from tests.matrix import world as worlds
from tests.matrix.asking import Answer, Asked, Asking
from tests.matrix.defects import as_owner
from tests.matrix.markers import Of, marker, markers_in
from tests.matrix.oracle import Known
from tests.matrix.world import Child, Lives, Relation, World

pytestmark = pytest.mark.django_db
HISTORIES = int(os.environ.get("STATE_MACHINE", "4"))
STEPS = 14
FIRST = 60
"""The numbers of the children of this machine; the world has others."""
USERS = (
    "head", "foster_coordinator", "attested_person", "psychologist", "social_worker", "care_assistant", "municipal_clerk",
    "national_officer", "head_of_other",
)  # fmt: skip
LISTS = (
    "/", "/people/?who=children", "/services/?worker=all", "/homes/", "/homes/home-60/", "/reports/", "/emergencies/", "/looks/",
    "/figures/centre/2023/homes.children-at-closing/records/", "/figures/centre/2023/foster-centre.coordinator-services/records/",
)  # fmt: skip
WHO, WHOM = st.sampled_from(USERS), st.integers(0, 3)


class Growing(RuleBasedStateMachine):
    """The world of the matrix with children who are its own."""

    def __init__(self, world: World, asking: Asking) -> None:
        super().__init__()
        self.world, self.asking = world, asking
        self.children: list[tuple[Child, Known]] = []
        self.left: set[str] = set()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.begun("centre")

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    def begun(self, where: str) -> None:
        number = FIRST + len(self.children)
        with as_owner():
            child = worlds._child(self.world, number, Relation.OTHER if where == "other" else Relation.SAME, Lives.HOME)
        self.children.append((child, Known(of=where, open_at={where})))

    def one(self, whom: int) -> tuple[Child, Known]:
        return self.children[whom % len(self.children)]

    def user(self, who: str) -> User:
        return self.world.users[who]

    def organisation(self, of: str) -> Organisation:
        return (self.world.other if of == "other" else self.world.centre).organisation

    @rule(where=st.sampled_from(["centre", "centre", "other"]))
    def registers(self, where: str) -> None:
        if len(self.children) < 4:
            self.begun(where)

    @rule(whom=WHOM, where=st.sampled_from(["centre", "other"]))
    def opens_or_closes_a_file(self, whom: int, where: str) -> None:
        """A transfer is both: closed at one, opened at the other."""
        child, known = self.one(whom)
        files = Involvement.objects.filter(person=child.person, organisation=self.organisation(where))
        with as_owner():
            if where in known.open_at:
                files.update(during=(SINCE, today()))
                known.open_at.remove(where)
                known.closed_at.add(where)
                if where == "centre":
                    known.assigned.clear()  # an assignment ends with the file
            elif files.update(during=(SINCE, None)):
                known.open_at.add(where)
            else:
                Involvement.objects.create(person=child.person, organisation=self.organisation(where), purpose="care", during=(SINCE, None))
                known.open_at.add(where)

    @rule(whom=WHOM, who=st.sampled_from(oracle.BY_NAME))
    def assigns_or_ends_it(self, whom: int, who: str) -> None:
        child, known = self.one(whom)
        if "centre" not in known.open_at:
            return
        common: dict[str, Any] = {"organisation": self.organisation("centre"), "person": child.person, "user": self.user(who)}
        is_over = who in known.assigned
        with as_owner():
            Assignment.objects.update_or_create(**common, defaults={"role": who, "during": (SINCE, today() if is_over else None)})
        known.assigned ^= {who}

    @rule(whom=WHOM)
    def the_home_changes_hands(self, whom: int) -> None:
        child, known = self.one(whom)
        if known.of == "centre":
            known.is_in_own_home = not known.is_in_own_home
            with as_owner():
                Dwelling.objects.filter(code=child.home).update(unit=self.world.oak if known.is_in_own_home else self.world.ash)

    @rule(whom=WHOM)
    def seals_or_unseals(self, whom: int) -> None:
        child, known = self.one(whom)
        known.is_sealed = not known.is_sealed
        common: dict[str, Any] = {"organisation": self.organisation(known.of), "person": child.person}
        with as_owner():
            Seal.objects.update_or_create(**common, defaults={"kind": "court", "during": (SINCE, None if known.is_sealed else today())})

    @rule(whom=WHOM, who=WHO)
    def declares_or_lifts_a_conflict(self, whom: int, who: str) -> None:
        child, known = self.one(whom)
        known.conflicts ^= {who}
        common: dict[str, Any] = {"organisation": self.organisation(known.of), "person": child.person, "user": self.user(who)}
        with as_owner():
            ConflictOfInterest.objects.update_or_create(**common, defaults={"during": (SINCE, None if who in known.conflicts else today())})

    @rule(whom=WHOM, who=st.sampled_from(oracle.BY_NAME))
    def opens_in_an_emergency_or_it_is_over(self, whom: int, who: str) -> None:
        child, known = self.one(whom)
        mine = Opening.objects.filter(person=child.person, user=self.user(who))
        if who in known.opened:
            with as_owner():
                mine.update(opened_at=worlds.now() - LASTS - timedelta(minutes=1), until=worlds.now() - timedelta(minutes=1))
        elif who not in known.conflicts and "centre" in known.open_at | known.closed_at:
            common: dict[str, Any] = {"organisation": self.organisation("centre"), "person": child.person}
            with as_owner():
                worlds._opened(common, self.user(who), is_over=False)
        else:
            return
        known.opened ^= {who}

    @rule(whom=WHOM)
    def the_city_decides_or_no_longer(self, whom: int) -> None:
        child, known = self.one(whom)
        known.is_decided_by_the_city = not known.is_decided_by_the_city
        city = Organisation.objects.get(code="alytus-city")
        until = None if known.is_decided_by_the_city else today()
        with as_owner():
            Involvement.objects.update_or_create(
                person=child.person, organisation=city, purpose="care", defaults={"during": (SINCE, until)}
            )

    @rule(whom=WHOM)
    def a_guardian_is_appointed_or_it_ends(self, whom: int) -> None:
        child, known = self.one(whom)
        known.is_under_guardianship = not known.is_under_guardianship
        now = known.is_under_guardianship
        common: dict[str, Any] = {"organisation": self.organisation(known.of), "child": child.person}
        state = {
            "kind": "permanent",
            "form": "institution",
            "during": (SINCE, None if now else today()),
            "ended_by": "" if now else "other",
        }
        with as_owner():
            Guardianship.objects.update_or_create(**common, defaults=state)

    @rule(who=WHO)
    def leaves_or_comes_back(self, who: str) -> None:
        self.left ^= {who}
        with as_owner():
            Appointment.objects.filter(user=self.user(who)).update(during=(SINCE, today() if who in self.left else None))

    @rule(who=WHO, address=st.sampled_from(LISTS))
    def looks_at_a_list(self, who: str, address: str) -> None:
        path, _mark, question = address.partition("?")
        self.sees_nobody_else(who, self.asking.ask(who, Asked(path, question=dict([question.split("=")]) if question else {})), address)

    @rule(who=WHO, whom=WHOM)
    def looks_for_somebody(self, who: str, whom: int) -> None:
        child, _known = self.one(whom)
        name = marker(Of.NAME, child.number)[:-1]
        self.sees_nobody_else(who, self.asking.ask(who, Asked("/people/", question={"found": name})), "search")
        suggested = Asked("/services/new/", "POST", {"find": name, "step": "suggest"}, htmx=True)
        self.sees_nobody_else(who, self.asking.ask(who, suggested), "suggestions")

    @rule(who=WHO, whom=WHOM)
    def opens_the_file(self, who: str, whom: int) -> None:
        child, known = self.one(whom)
        answer = self.asking.ask(who, Asked(f"/people/{child.person.pk}/"))
        self.sees_nobody_else(who, answer, "file")
        expected = 404 if oracle.level(who, known, self.left) == "-" else 200
        assert answer.status == expected, f"{who} got {answer.status} instead of {expected} for {known}"

    @rule(who=WHO, whom=WHOM, label=st.sampled_from(["care.stay", "casework.service", "casework.assessmentwithplan", "registry.paper"]))
    def opens_a_record(self, who: str, whom: int, label: str) -> None:
        child, _known = self.one(whom)
        self.sees_nobody_else(who, self.asking.ask(who, Asked(f"/records/{label}/{child.records[label]}/")), label)

    def sees_nobody_else(self, who: str, answer: Answer, where: str) -> None:
        assert answer.status < 500, f"{where}: {answer.trouble}"
        for found in markers_in(answer.everything):
            for child, known in self.children:
                if child.number == found.number and found.of is not Of.HOME:
                    assert self.may_see(who, found.of, known), f"{where} shows {who} {found.of} of {known}; left: {self.left}"

    def may_see(self, who: str, of: Of, known: Known) -> bool:
        """A person is one for all institutions, with the other names; records are of one."""
        if of is Of.SCHOOL:
            return True  # a school has a name whoever goes there
        if of in (Of.NAME, Of.OTHER_NAME, Of.CODE):
            level = oracle.level(who, known, self.left)
            return level == "f" or (level == "n" and of is Of.NAME)
        return oracle.sees_the_records(who, known, self.left)


@pytest.fixture(scope="module")
def grown(world: World, ask: Asking) -> World:
    """With the head of the other institution, whom the matrix does not need."""
    with as_owner():
        world.users["head_of_other"] = account("head-of-other@matrix.example", world.other.organisation, Role.HEAD)
        ask.sign_in("head_of_other", world.users["head_of_other"])
    return world


def test_nobody_sees_whom_they_may_not_however_things_came_about(grown: World, ask: Asking) -> None:
    profile = settings(
        max_examples=HISTORIES, stateful_step_count=STEPS, deadline=None, derandomize=HISTORIES < 10, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(lambda: Growing(grown, ask), settings=profile)  # type: ignore[arg-type]
