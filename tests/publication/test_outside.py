"""Whoever is not signed in reads the page that is shown and asks; nothing else, whatever they try."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction

from globa.casework.recruitment.enquiries import Enquiry
from globa.config.database.outside import ASKS, statements
from globa.journal.operations import Operation
from globa.publication import pages
from globa.publication.published import COLUMNS, Answer, enquire, published, published_by
from globa.registry.letters import Letter
from tests.builders import Place
from tests.fixtures import Stepping
from tests.publication.pages import asked, head_of, outside, publish

pytestmark = pytest.mark.django_db
READABLE = """
    SELECT n.nspname, c.relname, a.attname
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%%'
      AND has_column_privilege(%s, c.oid, a.attnum, %s)
"""
AS_THE_OWNER = """
    SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE p.prosecdef AND n.nspname <> 'pg_catalog' AND has_function_privilege('globa_public', p.oid, 'EXECUTE')
"""


def rows(question: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, values or None)
        return cursor.fetchall()


def test_the_public_reads_the_columns_of_the_page_and_no_other() -> None:
    assert set(rows(READABLE, "globa_public", "SELECT")) == {("public", "publication_edition", one) for one in COLUMNS}


def test_a_table_left_open_to_the_public_is_found(as_owner: Stepping) -> None:
    with as_owner():
        rows("SELECT 1 FROM (SELECT 1) one")
        with connection.cursor() as cursor:
            cursor.execute("GRANT SELECT (id) ON care_stay TO globa_public")
    assert ("public", "care_stay", "id") in rows(READABLE, "globa_public", "SELECT")


@pytest.mark.parametrize("right", ["INSERT", "UPDATE", "REFERENCES"])
def test_the_public_writes_nothing(right: str) -> None:
    assert rows(READABLE, "globa_public", right) == []


def test_of_what_runs_as_the_owner_the_public_may_only_enquire() -> None:
    assert rows(AS_THE_OWNER) == [(ASKS.replace(", ", ","),)]


@pytest.mark.parametrize(
    "closed",
    [
        "globa_forget_exports(integer)",
        "globa_forget_enquiries()",
        "globa_index_names(uuid[])",
        "globa_name_candidates(text[],uuid[],integer,boolean)",
    ],
)
def test_made_anew_after_an_upgrade_it_opens_nothing_that_was_closed_to_the_web(as_owner: Stepping, closed: str) -> None:
    with as_owner(), connection.cursor() as cursor:
        for statement in statements("", ["globa_web"]):
            cursor.execute(statement)
    assert rows("SELECT has_function_privilege('globa_web', %s, 'EXECUTE')", closed) == [(False,)]


@pytest.mark.parametrize(
    "question",
    [
        "SELECT 1 FROM registry_person",
        "SELECT 1 FROM casework_enquiry",
        "SELECT organisation_id FROM publication_edition",
        "SELECT 1 FROM publication_pagedraft",
        "SELECT globa_opened_to(NULL, NULL, 'name')",
        "SELECT nextval('procrastinate_jobs_id_seq')",
        "DELETE FROM publication_edition",
    ],
)
def test_what_the_public_must_not_ask_is_refused(question: str) -> None:
    with outside(), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        rows(question)


def test_the_page_that_is_shown_is_read_in_both_languages(here: Place, as_owner: Stepping) -> None:
    publish(here, as_owner)
    with outside():
        lithuanian, english = published_by("here", "lt"), published_by("here", "en")
    assert lithuanian is not None
    assert english is not None
    assert [block.lines for block in lithuanian.sections["about"]] == [("Esame globos centras.",), ("Padedame globėjams.",)]
    assert [(block.is_list, block.lines) for block in lithuanian.sections["becoming"]] == [
        (False, ("Keliai:",)),
        (True, ("paskambinkite", "ateikite")),
    ]
    assert english.sections["about"][0].lines == ("We are a foster centre.",)
    assert english.is_foreign == frozenset({"becoming", "night"})


def test_a_page_that_was_taken_down_is_not_there(here: Place, as_owner: Stepping) -> None:
    edition = publish(here, as_owner)
    with as_owner():
        pages.take_down(edition=edition, reason="The centre moves", by=here.worker)
    with outside():
        assert published("lt") == []
        assert enquire(asked(), of="here", sender="a") is Answer.CLOSED


def test_an_enquiry_is_a_numbered_record_made_by_nobody(here: Place, as_owner: Stepping) -> None:
    publish(here, as_owner)
    wrote = asked()
    with outside():
        assert enquire(wrote, of="here", sender="a") is Answer.TAKEN
    made = Enquiry.objects.visible_to(here.worker).get()
    assert (made.pk, made.number, made.asker, made.channel) == (wrote.key, 1, "Rasa Lėlaitė", "public_page")
    done = Operation.objects.get(verb="casework.enquire")
    assert (done.actor_id, done.subject, done.organisation_id) == (None, f"casework.enquiry:{made.pk}", here.organisation.pk)
    assert made.events.get().pgh_context.metadata == {"operation": str(done.pk)}  # type: ignore[attr-defined]


def test_the_same_form_sent_twice_asks_once(here: Place, as_owner: Stepping) -> None:
    publish(here, as_owner)
    wrote = asked()
    with outside():
        assert [enquire(wrote, of="here", sender="a") for _time in range(2)] == [Answer.TAKEN, Answer.AGAIN]
    assert Enquiry.objects.count() == 1


def test_one_sender_is_let_in_five_times_an_hour(here: Place, as_owner: Stepping) -> None:
    publish(here, as_owner)
    with outside():
        answers = [enquire(asked(), of="here", sender="a") for _time in range(7)]
        other = enquire(asked(), of="here", sender="b")
    assert (answers.count(Answer.TAKEN), answers.count(Answer.TOO_MANY), other) == (5, 2, Answer.TAKEN)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("UPDATE publication_knock SET knocked_at = now() - interval '61 minutes'")
    with outside():
        assert enquire(asked(), of="here", sender="a") is Answer.TAKEN


def test_many_senders_together_do_not_bury_a_centre(here: Place, elsewhere: Place, as_owner: Stepping) -> None:
    publish(here, as_owner)
    publish(elsewhere, as_owner)
    with outside():
        answers = [enquire(asked(), of="here", sender=str(number)) for number in range(42)]
        assert enquire(asked(), of="elsewhere", sender="a") is Answer.TAKEN
    assert answers == [Answer.TAKEN] * 40 + [Answer.TOO_MANY] * 2


def test_each_head_gets_one_letter_with_nothing_in_it(here: Place, as_owner: Stepping) -> None:
    head = head_of(here, as_owner)
    publish(here, as_owner)
    with outside():
        for number in range(3):
            enquire(asked(), of="here", sender=str(number))
    letter = Letter.objects.get()
    assert (letter.to, letter.kind, letter.page) == (head, "review", "/enquiries/")
    assert rows("SELECT args ->> 'letter' FROM procrastinate_jobs WHERE task_name = 'registry.send_letter'") == [(str(letter.pk),)]


def test_what_is_no_subject_of_ours_becomes_another(here: Place, as_owner: Stepping) -> None:
    publish(here, as_owner)
    with outside():
        enquire(asked(about="<script>", language="xx"), of="here", sender="a")
    made = Enquiry.objects.get()
    assert (made.about, made.language) == ("other", "lt")
