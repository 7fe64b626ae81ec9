"""What the registry refuses, each with its sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from globa.care.guardianships import appoint
from globa.casework.services import withdraw
from globa.journal.keys import new_key
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.drafts import Draft
from globa.registry.accounts.factors import FactorReset
from globa.registry.accounts.users import User
from globa.registry.asking import FileQuestion, FileRequest, answer
from globa.registry.assignments import Assignment
from globa.registry.conflicts import ConflictOfInterest
from globa.registry.emergency import Opening, look_at, open_file
from globa.registry.files import File
from globa.registry.households import Member
from globa.registry.involvement import Involvement
from globa.registry.letters import Letter
from globa.registry.norms import Norm
from globa.registry.numbers import Numbering
from globa.registry.organisations import Belonging, Organisation
from globa.registry.people import OtherName, Person, merge
from globa.registry.premises import Address, Licence, LicensedAddress, Premises, Vehicle
from globa.registry.reasons import Reason
from globa.registry.recording import Recording
from globa.registry.relations import Relation
from globa.registry.sealing import Seal
from globa.registry.staff import PostAllowance, PostLimit
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import SINCE, Place
from tests.fixtures import Stepping
from tests.refusing import NO_DAY, Case, again, change, is_refused, untried
from tests.registry.test_administering import TRIED as ADMINISTERED

ALWAYS = (SINCE, None)


def norm(**details: Any) -> Norm:
    common: dict[str, Any] = {"code": "test", "name": "t", "name_en": "t", "value": 1, "unit": "days", "act": "a", "during": ALWAYS}
    return Norm.objects.create(**(common | details))


def reset(at: Place, **details: Any) -> FactorReset:
    """Asked for by the worker, about somebody else."""
    somebody = User.objects.create_user("lost@here.example", name="Lost")
    return FactorReset.objects.create(**({"user": somebody, "asked_by": at.worker, "reason": "Lost"} | details))


def asked(at: Place, **details: Any) -> dict[str, Any]:
    common = {"organisation": at.organisation, "asked_by": at.worker, "purpose": "care", "needed_for": "The child came to a carer of ours."}
    return {**common, "until": today() + timedelta(days=30), **details}


def request(at: Place, **details: Any) -> FileRequest:
    return FileRequest.objects.create(**asked(at, **details))


def question(at: Place, **details: Any) -> FileQuestion:
    return FileQuestion.objects.create(**asked(at, request=new_key(), asker=at.organisation, person=builders.child(at), **details))


def membership(at: Place) -> Member:
    person = builders.person(at)
    builders.household(at, "Family", person)
    return Member.objects.get(person=person)


def address(at: Place) -> Address:
    return Address.objects.create(organisation=at.organisation, street="Beržų g.", house="1", place="Alytus")


def licence(at: Place) -> Licence:
    return Licence.objects.create(organisation=at.organisation, kind="licence", number="1", during=ALWAYS)


def vehicle(at: Place, **details: Any) -> Vehicle:
    return Vehicle.objects.create(
        **({"organisation": at.organisation, "kind": "car", "name": "Car", "seats": 5, "during": ALWAYS} | details)
    )


def allowance(at: Place, fte: str = "2") -> PostAllowance:
    return PostAllowance.objects.create(organisation=at.organisation, post=builders.post(at), fte=Decimal(fte), during=ALWAYS)


def limit(at: Place, fte: str = "50") -> PostLimit:
    return PostLimit.objects.create(organisation=at.organisation, fte=Decimal(fte), during=ALWAYS)


def relation(at: Place) -> Relation:
    pair = {"person": builders.person(at), "other": builders.child(at)}
    return Relation.objects.create(organisation=at.organisation, kind="parent", **pair)


def licensed(at: Place) -> LicensedAddress:
    of = {"licence": licence(at), "address": address(at)}
    return LicensedAddress.objects.create(organisation=at.organisation, places=8, during=ALWAYS, **of)


def file_without_hash(at: Place) -> None:
    File.objects.create(organisation=at.organisation, name="a", media_type="a", sensitivity_class="S1", sha256="0", size=0, content=b"")


def two_with_one_code(at: Place) -> None:
    for name in ("Ona", "Ieva"):
        builders.person(at, name, personal_code="48805010007")


def into_a_merged_one(at: Place) -> None:
    first, second, third = (builders.person(at, name) for name in ("Ona", "Onutė", "Onė"))
    merge(organisation=at.organisation, duplicate=first, into=second, by=at.worker, reason="")
    merge(organisation=at.organisation, duplicate=third, into=first, by=at.worker, reason="")


def one_that_others_merged_into(at: Place) -> None:
    first, second, third = (builders.person(at, name) for name in ("Ona", "Onutė", "Onė"))
    merge(organisation=at.organisation, duplicate=first, into=second, by=at.worker, reason="")
    merge(organisation=at.organisation, duplicate=second, into=third, by=at.worker, reason="")


def born_after(what: Callable[[Place, Person], Any]) -> Case:
    """Something of 2020 is recorded for a child, whose birth is then moved past it."""

    def moved(at: Place) -> None:
        child = builders.child(at, born=date(2010, 1, 1))
        what(at, child)
        change(child, birth_date=date(2024, 1, 1))

    return moved


def ward(at: Place, child: Person) -> None:
    appoint(organisation=at.organisation, child=child, kind="permanent", form="institution", since=SINCE, by=at.worker)


def numbering(at: Place) -> Numbering:
    return Numbering.objects.create(organisation=at.organisation, series="service", year=2023, last=1)


def recording(at: Place) -> Recording:
    return Recording.objects.create(organisation=at.organisation, table="services", since=SINCE)


def place_in_the_tree(at: Place) -> Belonging:
    return Belonging.objects.get(organisation=at.organisation)


def assignment(at: Place, who: Person | None = None) -> Assignment:
    """Whoever registers somebody is assigned to them."""
    return Assignment.objects.get(person=who or builders.person(at))


def to_a_stranger(at: Place) -> None:
    made = assignment(at)
    Assignment.objects.create(organisation=at.organisation, person_id=new_key(), user=made.user, role=made.role, during=ALWAYS)


def after_the_file_is_closed(at: Place) -> None:
    """The file is open until a day, the assignment without an end."""
    made = assignment(at)
    Involvement.objects.filter(person=made.person_id).update(during=(SINCE, date(2030, 1, 1)))
    change(made, during=(date(2025, 1, 1), None))


def before_anybody_worked(at: Place) -> None:
    change(assignment(at), during=(date(1999, 1, 1), date(1999, 2, 1)))


def sealed(at: Place, during: Any = (SINCE, date(2021, 1, 1))) -> Seal:
    return Seal.objects.create(organisation=at.organisation, person=builders.person(at), kind="court", during=during)


def conflict(at: Place) -> ConflictOfInterest:
    past = (SINCE, date(2021, 1, 1))
    return ConflictOfInterest.objects.create(organisation=at.organisation, person=builders.person(at), user=at.worker, during=past)


def opening(at: Place, **details: Any) -> Opening:
    person = details.pop("person", None) or builders.person(at)
    return open_file(
        person=person, organisation=at.organisation, user=at.worker, reason=details.pop("reason", "The child ran away at night.")
    )


def for_a_day(at: Place) -> None:
    made = opening(at)
    change(made, until=made.opened_at + timedelta(days=1))


def for_a_relative(at: Place) -> None:
    person = builders.person(at)
    ConflictOfInterest.objects.create(organisation=at.organisation, person=person, user=at.worker, during=(SINCE, None))
    opening(at, person=person)


CASES: dict[str, Case] = {
    "assigned_once_at_a_time": lambda at: again(assignment(at)),
    "whoever_is_assigned_works_here": before_anybody_worked,
    "assigned_to_whom_the_organisation_knows": to_a_stranger,
    "sealed_once_at_a_time": lambda at: again(sealed(at)),
    "conflict_is_declared_once": lambda at: again(conflict(at)),
    "file_request_says_why": lambda at: request(at, needed_for="because"),
    "file_request_ends_within_a_year": lambda at: request(at, until=today()),
    "file_request_answer_is_whole": lambda at: change(request(at), answered_on=today()),
    "file_question_says_why": lambda at: question(at, needed_for="because"),
    "file_question_ends_within_a_year": lambda at: question(at, until=today() + timedelta(days=400)),
    "file_question_answer_is_whole": lambda at: answer(question=question(at), is_opened=False, words="", by=at.worker),
    "opening_says_why": lambda at: opening(at, reason="because"),
    "opening_lasts_four_hours_at_most": for_a_day,
    "opening_is_reviewed_by_another": lambda at: look_at(opening=opening(at), by=at.worker, is_justified=True, review=""),
    "review_is_whole": lambda at: change(opening(at), is_justified=True),
    "emergency_is_within_the_organisation": lambda at: opening(at, person=Person(pk=new_key())),
    "no_emergency_opens_a_conflict": for_a_relative,
    "file_hash_is_a_hash": file_without_hash,
    "letter_leads_to_a_page_by_its_key": lambda at: Letter.objects.create(to=at.worker, kind="ready", page="/people/HE-2023-1/?q=Ona"),
    "member_once_at_a_time": lambda at: again(membership(at)),
    "membership_lasts_a_day": lambda at: change(membership(at), during=NO_DAY),
    "one_file_a_purpose_at_a_time": lambda at: again(Involvement.objects.get(person=builders.person(at))),
    "file_is_open_a_day": lambda at: change(Involvement.objects.get(person=builders.person(at)), during=NO_DAY),
    "one_numbering_a_year": lambda at: again(numbering(at)),
    "payer_code_once_in_an_organisation": lambda at: again(builders.payer(at)),
    "payer_pays_a_day": lambda at: change(builders.payer(at), during=NO_DAY),
    "person_dies_after_birth": lambda at: change(builders.child(at), death_date=date(1999, 1, 1)),
    "person_is_not_merged_into_itself": lambda at: change(person := builders.person(at), same_as=person),
    "personal_code_once": two_with_one_code,
    "personal_code_is_found_and_opened": lambda at: change(builders.person(at), personal_code_sealed=b"x"),
    "merged_into_a_surviving_record": into_a_merged_one,
    "born_before_what_is_recorded": born_after(lambda at, child: builders.stay(at, child)),
    "other_name_says_something": lambda at: OtherName.objects.create(person=builders.person(at)),
    "premises_last_a_day": lambda at: Premises.objects.create(
        organisation=at.organisation, address=address(at), tenure="own", during=NO_DAY
    ),
    "vehicle_seats_somebody": lambda at: vehicle(at, seats=0),
    "vehicle_is_kept_a_day": lambda at: vehicle(at, during=NO_DAY),
    "licence_number_is_given_once": lambda at: again(licence(at)),
    "licence_lasts_a_day": lambda at: change(licence(at), during=NO_DAY),
    "address_is_licensed_once_at_a_time": lambda at: again(licensed(at)),
    "recording_starts_once": lambda at: again(recording(at)),
    "nobody_is_related_to_oneself": lambda at: change(one := relation(at), other=one.person),
    "relation_is_stored_once": lambda at: again(relation(at)),
    "post_has_a_level": lambda at: change(builders.post(at), levels=[]),
    "post_lasts_a_day": lambda at: change(builders.post(at), during=NO_DAY),
    "allowance_is_not_negative": lambda at: allowance(at, "-1"),
    "one_allowance_at_a_time": lambda at: again(allowance(at)),
    "post_limit_is_positive": lambda at: limit(at, "0"),
    "one_post_limit_at_a_time": lambda at: again(limit(at)),
    "holding_is_part_of_a_post": lambda at: builders.holding(at, fte="2.25"),
    "holding_lasts_a_day": lambda at: change(builders.holding(at), during=NO_DAY),
    "post_is_held_while_it_is_in_the_list": lambda at: change(builders.holding(at), during=(date(2019, 1, 1), None)),
    "post_is_closed_with_its_workers": lambda at: change(builders.holding(at).post, during=(SINCE, date(2024, 1, 1))),
    "worker_holds_a_post_once_at_a_time": lambda at: again(builders.holding(at)),
}
# The same refusal on another way.
ALSO: list[tuple[str, Case]] = [
    ("assigned_to_whom_the_organisation_knows", after_the_file_is_closed),
    ("born_before_what_is_recorded", born_after(ward)),
    ("born_before_what_is_recorded", born_after(lambda at, child: builders.service(at, child))),
    ("born_before_what_is_recorded", born_after(lambda at, child: builders.event(at, child))),
    ("merged_into_a_surviving_record", one_that_others_merged_into),
    ("holding_is_part_of_a_post", lambda at: builders.holding(at, fte="0")),
    (
        "person_is_not_merged_into_itself",
        lambda at: merge(organisation=at.organisation, duplicate=(one := builders.person(at)), into=one, by=at.worker, reason=""),
    ),
]
# What only the owner of the tables writes.
BY_THE_OWNER: dict[str, Case] = {
    "one_role_at_a_place_at_a_time": lambda at: again(Appointment.objects.get(user=at.worker)),
    "appointment_lasts_a_day": lambda at: change(Appointment.objects.get(user=at.worker), during=NO_DAY),
    "one_account_an_email": lambda at: User.objects.create_user(at.worker.email),
    "one_account_an_email_in_any_case": lambda at: User.objects.create_user(at.worker.email.upper()),
    "organisation_has_one_parent_at_a_time": lambda at: again(place_in_the_tree(at), parent=Organisation.objects.get(code="lazdijai")),
    "organisation_is_not_its_own_parent": lambda at: change(place_in_the_tree(at), parent=at.organisation),
    "one_norm_at_a_time_nationally": lambda at: again(norm()),
    "one_norm_at_a_time_in_a_municipality": lambda at: again(norm(municipality=at.organisation)),
    "norm_is_in_force_a_day": lambda at: norm(during=NO_DAY),
    "factor_reset_by_two_people": lambda at: change(reset(at), confirmed_by=at.worker, confirmed_at=timezone.now()),
    "factor_reset_by_others": lambda at: reset(at, user=at.worker),
    "factor_reset_confirmed_by_somebody": lambda at: change(reset(at), confirmed_at=timezone.now()),
    "factor_reset_has_its_reason": lambda at: reset(at, reason=""),
    "one_draft_a_form": lambda at: again(Draft.objects.create(user=at.worker, place="a form", sealed=b"", saved_at=timezone.now())),
    "reason_once_in_its_list": lambda at: again(Reason.objects.get(list="correction", code="other")),
}


@pytest.mark.parametrize(("name", "case"), [*CASES.items(), *ALSO])
def test_it_is_refused_with_its_sentence(name: str, case: Case, here: Place) -> None:
    is_refused(name, case, here)


@pytest.mark.parametrize("name", BY_THE_OWNER)
def test_the_owner_is_refused_too(name: str, here: Place, as_owner: Stepping) -> None:
    with as_owner():
        is_refused(name, BY_THE_OWNER[name], here)


def test_no_refusal_is_left_untried() -> None:
    assert untried("registry", CASES, BY_THE_OWNER, ADMINISTERED) == set()


def test_a_norm_of_a_municipality_stands_beside_the_national_one(here: Place, as_owner: Stepping) -> None:
    with as_owner():
        norm()
        norm(municipality=here.organisation, value=2)
        assert Norm.objects.filter(code="test").count() == 2


def test_relations_of_other_days_are_other_relations(here: Place) -> None:
    one = relation(here)
    change(one, during=(date(2020, 1, 1), date(2021, 1, 1)))
    again(one, during=(date(2021, 1, 1), None))
    assert Relation.objects.count() == 2


def test_persons_without_a_code_are_many(here: Place) -> None:
    builders.person(here)
    builders.person(here)
    assert Person.objects.filter(personal_code_lookup=None).count() == 2


def test_a_birth_is_corrected_where_only_a_withdrawn_service_came_before_it(here: Place) -> None:
    child = builders.child(here, born=date(2010, 1, 1))
    withdraw(service=builders.service(here, child), reason="Another family", by=here.worker)
    change(child, birth_date=date(2024, 1, 1))
    assert Person.objects.get(pk=child.pk).birth_date == date(2024, 1, 1)
