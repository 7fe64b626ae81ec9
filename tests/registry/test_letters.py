"""A letter leads to a page and says nothing about anybody; it is sent once, and only when what it follows from was kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.core import mail
from django.db import connection, transaction
from django.test import override_settings

from globa.registry import jobs
from globa.registry.letters import CHOOSES_PASSWORD, SENTENCES, SUBJECTS, Kind, Letter, send_letter, written
from tests.builders import Place
from tests.fixtures import elsewhere, here, in_english

__all__ = ["elsewhere", "here", "in_english"]
Stepping = Callable[[], AbstractContextManager[None]]
MARKER = "Onutė Nesakoma"
pytestmark = pytest.mark.django_db


def without_server(_message: object) -> None:
    raise OSError("no server")


def waiting() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT args ->> 'letter' FROM procrastinate_jobs WHERE task_name = 'registry.send_letter'")
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("language", ["lt", "en"])
@override_settings(GLOBA_ADDRESS="https://globa.example")
def test_a_letter_holds_one_link_and_words_that_fit_anybody(here: Place, as_owner: Stepping, kind: Kind, language: str) -> None:
    here.worker.name, here.worker.language = MARKER, language
    with as_owner():
        here.worker.save()
    letter = send_letter(to=here.worker, kind=kind, page="" if kind in CHOOSES_PASSWORD else f"/reports/{here.worker.pk}/")
    message = written(letter)
    sentence, link, ours = (part for part in message.body.split("\n\n"))
    assert re.fullmatch(r"https://globa\.example/[a-z0-9/-]+", link)
    assert ours == "Globa, https://globa.example\n"
    assert not re.search(r"%|https?:|@|" + MARKER, message.subject + sentence)
    assert (message.to, message.attachments, message.cc, message.bcc) == ([here.worker.email], [], [], [])
    if language == "en":
        assert (message.subject, sentence) == (SUBJECTS[kind], SENTENCES[kind])


def test_every_kind_of_letter_has_its_words() -> None:
    assert set(SUBJECTS) == set(SENTENCES) == set(Kind)


def test_what_was_rolled_back_is_not_told(here: Place) -> None:
    with transaction.atomic():
        send_letter(to=here.worker, kind=Kind.READY, page="/reports/")
        assert len(waiting()) == 1
        transaction.set_rollback(True)
    assert (waiting(), Letter.objects.count()) == ([], 0)


def test_a_letter_is_sent_once_however_often_its_job_runs(here: Place) -> None:
    letter = send_letter(to=here.worker, kind=Kind.REVIEW, page="/today/")
    assert waiting() == [str(letter.pk)]
    for _again in range(3):
        jobs.send(letter=str(letter.pk))
    assert [message.subject for message in mail.outbox] == [written(letter).subject]
    assert mail.outbox[0].extra_headers["Message-ID"] == f"<{letter.pk}@globa>"
    letter.refresh_from_db()
    assert letter.sent_at is not None


def test_a_letter_that_could_not_be_sent_is_sent_the_next_time(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    letter = send_letter(to=here.worker, kind=Kind.REVIEW, page="/")
    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.EmailMessage.send", without_server)
        with pytest.raises(OSError, match="no server"):
            jobs.send(letter=str(letter.pk))
    jobs.send(letter=str(letter.pk))
    assert len(mail.outbox) == 1


def test_a_leaver_gets_no_letter(here: Place, as_owner: Stepping) -> None:
    letter = send_letter(to=here.worker, kind=Kind.READY, page="/reports/")
    here.worker.is_active = False
    with as_owner():
        here.worker.save()
    jobs.send(letter=str(letter.pk))
    assert mail.outbox == []


def test_the_link_of_an_invitation_is_made_when_it_is_sent_and_kept_nowhere(here: Place) -> None:
    letter = send_letter(to=here.worker, kind=Kind.INVITATION)
    assert letter.page == ""
    jobs.send(letter=str(letter.pk))
    assert f"/accounts/password/reset/key/{here.worker.pk.hex}-" in str(mail.outbox[0].body)
