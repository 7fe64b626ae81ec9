"""Of two administrators who leave at the same moment one stays."""

from __future__ import annotations

import time
from threading import Thread

import pytest
from django.db import connection

from globa.journal.operations import acting, operation
from globa.journal.refusals import Untrue
from globa.registry.accounts.appointments import Appointment, Role
from globa.registry.accounts.users import User
from globa.vocabulary.calendar import today
from tests import builders
from tests.builders import SINCE


@pytest.mark.django_db(transaction=True)
@pytest.mark.owner
def test_the_last_two_administrators_do_not_leave_together() -> None:
    place = builders.place("here")
    two = [builders.account(f"{name}@here.example", place.organisation, Role.ADMINISTRATOR) for name in ("rasa", "jonas")]
    refused: list[str] = []
    threads = [Thread(target=_leave, args=(user, refused)) for user in two]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == ["somebody_administers"]
    assert Appointment.objects.filter(user__in=two, during__upper_inf=True).count() == 1


def _leave(user: User, refused: list[str]) -> None:
    """A transaction of an own connection, as the web's role, that takes its time."""
    mine = Appointment.objects.get(user=user)
    try:
        with acting(user), operation("test", by=user, about=user):
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL ROLE globa_web")
            Appointment.objects.filter(pk=mine.pk).update(during=(SINCE, today()))
            time.sleep(0.5)
    except Untrue as refusal:
        refused.append(refusal.constraint)
    finally:
        connection.close()
