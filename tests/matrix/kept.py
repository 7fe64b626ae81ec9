"""What else stands at both institutions of the world: reports, files, what is administered, and adults of nobody."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from globa.care.contracts import open_contract
from globa.care.dwellings import Dwelling, DwellingKind
from globa.casework.carers.messages import Message
from globa.casework.carers.planned import PlannedMeeting
from globa.casework.carers.satisfaction import Asked, Survey
from globa.casework.conclusions import conclude, recommend
from globa.journal.operations import acting
from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.accounts.users import User
from globa.registry.files import File, keep
from globa.registry.households import Household, Member
from globa.registry.people import Person
from globa.registry.staff import Post
from globa.reports.exports.asked import Export, ExportState
from globa.reports.exports.word_templates import WordTemplate
from globa.reports.forms import read
from globa.reports.keeping.reports import Report, State, start
from globa.reports.signing.freezing import freeze
from globa.reports.signing.frozen import Signature
from globa.reports.signing.signing import approve
from globa.vocabulary.calendar import today
from globa.vocabulary.period import Period
from globa.vocabulary.sensitivity import Sensitivity
from globa.web.reports.draft import OFFICIAL, drafted
from tests.builders import SINCE, Place
from tests.matrix.world import DAY, Relation, World


def carer_of_nobody(world: World) -> None:
    """Adults whom nobody was assigned to: a family with its conclusions, and a carer's contract."""
    adult = world.child(Relation.PARENT_OF_SAME).person
    common: dict[str, Any] = {"organisation": world.centre.organisation}
    family = Household.objects.create(**common, name="A family")
    Member.objects.create(**common, household=family, person=adult, during=(SINCE, None))
    where = Dwelling.objects.create(**common, code="family", kind=DwellingKind.ON_DUTY_CARER, name="A family", during=(SINCE, None))
    open_contract(carer=adult, household=family, dwelling=where, places=1, since=SINCE, by=None)
    given: dict[str, Any] = common | {"household": family, "outcome": "positive", "on": DAY, "by": None}
    _writes_and_is_asked(world, adult)
    conclude(**given, about="guardian", number="1")
    recommend(**given, number="2")


def _writes_and_is_asked(world: World, carer: Person) -> None:
    common: dict[str, Any] = {"organisation": world.centre.organisation}
    Message.objects.create(**common, carer=carer, author=world.users[Role.HEAD], is_answer=True, letter="On Monday.")
    PlannedMeeting.objects.create(**common, carer=carer, kind="visit", on=DAY)
    survey = Survey.objects.create(**common, sentence="How is it?", closes_on=today() + timedelta(days=1))
    Asked.objects.create(**common, survey=survey, person=carer)


def reports(world: World) -> None:
    """In each institution one that is being written, and one that was signed and approved, with a file that the head asked for."""
    for place in (world.centre, world.other):
        world.keep("report", place, start(organisation=place.organisation, form=read("activity", 2023), period=Period.year(2023), by=None))
        world.keep("signed", place, _signed(world, place))
        world.keep("template", place, WordTemplate.objects.create(organisation=place.organisation, file=_file(place)))


def _signed(world: World, place: Place) -> Report:
    """Its figures are of the children of the world, so that whoever opens one stands before all of them."""
    head = world.users[Role.HEAD]
    report = start(organisation=place.organisation, form=read("occupancy", 2023), period=Period.year(2023), by=head)
    with acting(head):
        draft = drafted(report, OFFICIAL)
        content = freeze(report, draft.document)
    Signature.objects.create(
        organisation=place.organisation, report=report, user=head, name="A head", post="director", fingerprint=content.fingerprint
    )
    for state in (State.SIGNED, State.SUBMITTED):
        Report.objects.filter(pk=report.pk).update(state=state)
    report.refresh_from_db()
    approve(report=report, decision_number="T-1", decided_on=today(), by=head, file=_file(place))
    asked = {"organisation": place.organisation, "report": report, "format": "html", "asked_by": head}
    world.keep("export", place, Export.objects.create(**asked, state=ExportState.READY, progress=100, file=_file(place)))
    return report


def _file(place: Place) -> File:
    return keep(
        organisation=place.organisation, name="a.html", media_type="text/html", content=b"A file", sensitivity=Sensitivity.S1, by=None
    )


def administered(world: World) -> None:
    """What whoever administers opens by itself."""
    for place, unit in ((world.centre, world.oak), (world.other, world.elsewhere)):
        post = Post.objects.create(
            organisation=place.organisation, title="social_worker", group="social_work", levels=["A2"], unit=unit, during=(SINCE, None)
        )
        world.keep("post", place, post)
        world.keep("unit", place, unit)
        world.keep("dwelling", place, Dwelling.objects.filter(organisation=place.organisation).earliest("code"))
        user = User.objects.create_user(f"one@{place.organisation.code}.example", name="One more")
        Appointment.objects.create(user=user, organisation=place.organisation, role=Role.SOCIAL_WORKER, during=(SINCE, None))
        world.keep("user", place, user)
