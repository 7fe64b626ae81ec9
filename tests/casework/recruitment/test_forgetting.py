"""Who asked is erased of the row and of every version when the norm says so; that somebody asked stays."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction
from psycopg.types.range import DateRange

from globa.casework.jobs import forget_enquiries
from globa.casework.recruitment.enquiries import KEPT, Enquiry, answer, enquire, erase, reopen
from globa.journal.operations import Operation, reference
from globa.registry.norms import Norm
from globa.vocabulary.calendar import months_after, today
from tests.builders import Place, versions_of
from tests.fixtures import Stepping

pytestmark = pytest.mark.django_db
KEPT_MONTHS = 12


def ask(at: Place, on: date) -> Enquiry:
    return enquire(organisation=at.organisation, channel="phone", about="guardian", asker="Rasa", on=on, asker_phone="1", by=at.worker)


def forget(as_owner: Stepping) -> None:
    """As the worker does it, who acts for nobody."""
    with as_owner():
        forget_enquiries()


def test_it_is_kept_a_year_after_the_answer_and_not_a_day_longer(here: Place, as_owner: Stepping) -> None:
    due = months_after(today(), -KEPT_MONTHS)
    old, young = ask(here, date(2020, 1, 2)), ask(here, date(2020, 1, 2))
    answer(enquiry=old, on=due, outcome="informed", reply="Told", by=here.worker)
    answer(enquiry=young, on=date.fromordinal(due.toordinal() + 1), outcome="informed", reply="Told", by=here.worker)
    forget(as_owner)
    assert [(one.asker, one.reply, one.erased_on) for one in Enquiry.objects.order_by("number")] == [
        ("", "", today()),
        ("Rasa", "Told", None),
    ]
    assert old.kept_until(Norm.objects.in_force(KEPT, today())) == today()


def test_no_version_and_no_reason_names_the_asker_afterwards_and_the_count_stays(here: Place, as_owner: Stepping) -> None:
    old = ask(here, date(2020, 1, 2))
    answer(enquiry=old, on=date(2020, 1, 3), outcome="informed", reply="Told Rasa", by=here.worker)
    reopen(enquiry=old, reason="Rasa called again", by=here.worker)
    forget(as_owner)
    assert {(one.asker, one.asker_phone, one.reply) for one in versions_of(old)} == {("", "", "")}
    assert not Operation.objects.filter(subject=reference(old)).exclude(reason="").exists()
    assert (Enquiry.objects.count(), Enquiry.objects.unanswered().count()) == (1, 0)
    assert Operation.objects.get(verb="casework.erase_enquiry").actor_id is None


def test_whoever_asks_to_be_erased_is_gone_at_once_and_from_the_history_within_the_hour(here: Place, as_owner: Stepping) -> None:
    young = ask(here, today())
    erase(enquiry=young, reason="Asked by telephone", by=here.worker)
    assert (Enquiry.objects.get().asker, Enquiry.objects.unanswered().count()) == ("", 0)
    forget(as_owner)
    assert {(one.asker, one.asker_phone) for one in versions_of(young)} == {("", "")}
    assert [one.reason for one in Operation.objects.filter(verb="casework.erase_enquiry")] == ["Asked by telephone"]


def test_where_no_norm_says_how_long_nothing_is_erased(here: Place, as_owner: Stepping) -> None:
    ask(here, date(2020, 1, 2))
    with as_owner():
        Norm.objects.filter(code=KEPT).update(during=DateRange(None, date(2021, 1, 1)))
    forget(as_owner)
    assert Enquiry.objects.get().asker == "Rasa"


def test_the_web_may_not_erase(here: Place) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT globa_forget_enquiries()")
