"""The account of an on-duty carer, and what she and the centre wrote, agreed and asked; near to the day of loading."""

from __future__ import annotations

from datetime import date, time, timedelta

from globa.care.contracts import CarerContract
from globa.care.stays import Stay
from globa.casework.carers import messages, planned, satisfaction
from globa.casework.carers.satisfaction import Asked, Survey, Tally
from globa.demonstration.accounts import CARER
from globa.demonstration.world import FIRST_DAY, keep
from globa.registry.accounts.appointments import Appointment
from globa.registry.accounts.roles import Role
from globa.registry.accounts.users import User
from globa.registry.assignments import Assignment
from globa.registry.organisations import Organisation
from globa.registry.people import Person
from globa.vocabulary.calendar import today

LAST_YEARS_ANSWERS = {1: 0, 2: 1, 3: 1, 4: 2, 5: 1}


def open_for(centre: Organisation, coordinator: User, head: User) -> None:
    """For the first carer, by the home's code, with whom a child lives today."""
    living = Stay.objects.on(today()).filter(organisation=centre, carer__isnull=False).order_by("dwelling__code").select_related("carer")
    carer = living[0].carer
    assert carer is not None
    user = _account(centre, carer, coordinator.password)
    if not Assignment.objects.filter(person=carer, user=coordinator).exists():
        by_name = Assignment(organisation=centre, person=carer, user=coordinator, role=Role.FOSTER_COORDINATOR, during=(FIRST_DAY, None))
        keep("demonstration.assignments", [by_name], None)
    messages.write(organisation=centre, letter="Ar galėtumėte padėti susitarti su mokyklos specialiste?", by=user)
    messages.reply(organisation=centre, carer=carer, letter="Taip, paskambinsiu jai antradienį.", by=coordinator)
    messages.write(organisation=centre, letter="Ačiū. Ir dar – kada būtų galima pasiimti atokvėpio dienas?", by=user)
    on = today()
    planned.plan(organisation=centre, carer=carer, kind="visit", on=on + timedelta(days=4), at=time(15, 30), by=coordinator)
    planned.plan(
        organisation=centre, carer=carer, kind="training", on=on + timedelta(days=11), at=time(10), where="Centro salė", by=coordinator
    )
    _ask(centre, carer, head, on)


def _account(centre: Organisation, carer: Person, password: str) -> User:
    user = User(email=CARER, name=carer.name, password=password, language="lt", is_staff=False, person=carer)
    keep("demonstration.accounts", [user], None)
    appointment = Appointment(user=user, organisation=centre, role=Role.ON_DUTY_CARER, during=(FIRST_DAY, None))
    keep("demonstration.accounts", [appointment], None)
    return user


def _ask(centre: Organisation, carer: Person, head: User, on: date) -> None:
    """One question that is open, and one of last year, which was answered by five of six."""
    people = [one.carer for one in CarerContract.objects.filter(organisation=centre).order_by("during", "pk").select_related("carer")][:6]
    sentence = "Kaip gerai centras padeda, kai prireikia?"
    earlier = satisfaction.ask(organisation=centre, sentence=sentence, closes_on=on + timedelta(days=1), people=people, by=head)
    Survey.objects.filter(pk=earlier.pk).update(opens_on=on - timedelta(days=380), closes_on=on - timedelta(days=350))
    for score, number in LAST_YEARS_ANSWERS.items():
        Tally.objects.filter(survey=earlier, score=score).update(number=number)
    Asked.objects.filter(survey=earlier).exclude(person=people[0]).update(has_answered=True)
    satisfaction.ask(organisation=centre, sentence=sentence, closes_on=on + timedelta(days=30), people=[carer], by=head)
