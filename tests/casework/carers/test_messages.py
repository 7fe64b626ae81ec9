"""What a carer and the centre write to one another is kept, told without content, and never changed; what is agreed is listed."""

from __future__ import annotations

from datetime import date

import pytest

from globa.casework.carers import planned
from globa.casework.carers.messages import Message, reply, write
from globa.casework.carers.planned import PlannedMeeting
from globa.journal.operations import operation
from globa.journal.refusals import Untrue
from globa.registry.letters import Letter
from tests.builders import Place
from tests.casework.carers.carers import as_carer, carer_of
from tests.fixtures import Stepping

pytestmark = pytest.mark.django_db


def test_a_message_waits_until_it_is_answered(here: Place, as_owner: Stepping) -> None:
    carer = carer_of(here, as_owner)
    assert carer.person
    with as_carer(carer, here):
        write(organisation=here.organisation, letter=" When do you come? ", by=carer, tell=[here.worker])
    assert [one.letter for one in Message.objects.visible_to(here.worker).waiting()] == ["When do you come?"]
    reply(organisation=here.organisation, carer=carer.person, letter="On Monday.", by=here.worker)
    assert not Message.objects.waiting().exists()
    with as_carer(carer, here):
        assert [one.letter for one in Message.objects.visible_to(carer).of(carer.person)] == ["When do you come?", "On Monday."]
    assert [(one.to, one.page) for one in Letter.objects.all()] == [(here.worker, "/carers/")]


def test_nobody_writes_as_somebody_else(here: Place, as_owner: Stepping) -> None:
    carer = carer_of(here, as_owner)
    made = Message(organisation=here.organisation, carer=carer.person, author=here.worker, letter="x")
    with pytest.raises(Untrue, match="by the carer's own account"), operation("test.write", by=here.worker, about=made):
        made.save(force_insert=True)


def test_what_was_written_stays(here: Place, as_owner: Stepping) -> None:
    carer = carer_of(here, as_owner)
    assert carer.person
    made = reply(organisation=here.organisation, carer=carer.person, letter="On Monday.", by=here.worker)
    made.letter = "On Friday."
    with pytest.raises(Untrue, match="stays as it was"), operation("test.change", by=here.worker, about=made):
        made.save()


def test_an_empty_message_is_refused(here: Place, as_owner: Stepping) -> None:
    carer = carer_of(here, as_owner)
    with as_carer(carer, here), pytest.raises(Untrue, match="Write something"):
        write(organisation=here.organisation, letter="  ", by=carer)


def test_another_carer_reads_none_of_it(here: Place, as_owner: Stepping) -> None:
    carer, other = carer_of(here, as_owner), carer_of(here, as_owner, "aldona")
    assert carer.person
    reply(organisation=here.organisation, carer=carer.person, letter="On Monday.", by=here.worker)
    planned.plan(organisation=here.organisation, carer=carer.person, kind="visit", on=date(2030, 1, 2), by=here.worker)
    with as_carer(other, here):
        assert (Message.objects.count(), PlannedMeeting.objects.count()) == (0, 0)
    with as_carer(carer, here):
        assert (Message.objects.count(), PlannedMeeting.objects.count()) == (1, 1)


def test_what_is_agreed_is_cancelled_with_a_reason_and_may_be_agreed_anew(here: Place, as_owner: Stepping) -> None:
    carer = carer_of(here, as_owner).person
    assert carer
    first = planned.plan(organisation=here.organisation, carer=carer, kind="visit", on=date(2030, 1, 2), by=here.worker)
    with pytest.raises(Untrue, match="agreed already"):
        planned.plan(organisation=here.organisation, carer=carer, kind="visit", on=date(2030, 1, 2), by=here.worker)
    planned.cancel(meeting=first, reason="She is ill", by=here.worker)
    again = planned.plan(organisation=here.organisation, carer=carer, kind="visit", on=date(2030, 1, 2), by=here.worker)
    assert list(PlannedMeeting.objects.coming(date(2030, 1, 1))) == [again]
