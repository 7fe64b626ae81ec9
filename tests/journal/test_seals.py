"""Six ways to falsify who looked, each with the triggers off and as the owner: every one is found, and said where."""

from __future__ import annotations

import uuid
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import translation

from globa.config.commands import audit
from globa.journal import anchors, jobs, seals, verifying
from globa.journal.operations import acting
from globa.journal.readings import Look, Looker, Reading, Shown, write
from globa.journal.seals import Seal
from globa.journal.verifying import Kind
from tests import builders
from tests.builders import Place

pytestmark = [pytest.mark.django_db, pytest.mark.owner]
CHILD = uuid.UUID(int=1)


@pytest.fixture(autouse=True)
def outside(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file outside, and seals over what was written just now."""
    settings.GLOBA_ANCHOR_FILE = tmp_path / "anchors" / "readings.txt"
    monkeypatch.setattr(seals, "SETTLED_SECONDS", 0)
    return Path(settings.GLOBA_ANCHOR_FILE)


@pytest.fixture
def place(outside: Path) -> Place:
    return builders.place("here")


@pytest.fixture
def sealed(place: Place) -> Place:
    """Three seals over three rows each."""
    for _seal in range(3):
        look(place, 3)
        assert jobs.seal_all() == 1
    say("ALTER TABLE journal_reading DISABLE TRIGGER ALL; ALTER TABLE journal_seal DISABLE TRIGGER ALL")
    return place


def look(at: Place, times: int) -> None:
    with acting(at.worker):
        for _time in range(times):
            write(Looker(at.worker.pk, "head", at.organisation.pk), "people-person", [Look(CHILD, Shown.FILE)])


def say(sql: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)


def faults() -> list[tuple[Kind, Any]]:
    """What is found, and at which seal or row it begins."""
    return [(one.kind, one.values.get("seal", one.values.get("row", one.values.get("first")))) for one in verifying.verify()]


def rows_of(seal: int) -> list[int]:
    of = Seal.objects.get(pk=seal)
    return list(Reading.objects.filter(pk__range=(of.first, of.last)).values_list("pk", flat=True))


def seal_anew(since: int) -> None:
    """What somebody would do who can read this program: hash the chain again, so that it fits what they changed."""
    for seal in Seal.objects.filter(pk__gte=since).order_by("pk"):
        before = Seal.objects.filter(pk=seal.pk - 1).first()
        seal.previous = before.digest if before else seals.FIRST
        rows = Reading.objects.filter(pk__range=(seal.first, seal.last)).order_by("pk").values_list(*seals.COLUMNS)
        seal.digest = seals.digest_of(seal, rows)
        Seal.objects.filter(pk=seal.pk).update(previous=seal.previous, digest=seal.digest)


def test_a_journal_that_nobody_touched_is_whole(sealed: Place, outside: Path) -> None:
    look(sealed, 2)
    found = verifying.verified()
    assert (found.seals, found.rows, found.unsealed, found.faults) == (3, 9, 2, [])
    assert [line.split()[0] for line in outside.read_text().splitlines()] == ["1", "2", "3"]


def test_a_changed_row_is_found(sealed: Place) -> None:
    say("UPDATE journal_reading SET person_id = %s WHERE number = %s", uuid.UUID(int=9), rows_of(2)[1])
    assert faults() == [(Kind.CHANGED, 2)]


def test_a_removed_row_is_found_and_named(sealed: Place) -> None:
    gone = rows_of(2)[1]
    say("DELETE FROM journal_reading WHERE number = %s", gone)
    (fault,) = verifying.verify()
    assert fault.sentence % fault.values == (
        f"Seal 2: 1 of its rows are gone, such as {gone}; it was sealed on {fault.values['sealed_at']}."
    )


def test_a_row_put_in_afterwards_is_found_before_and_after_it_is_sealed(sealed: Place) -> None:
    number = rows_of(3)[-1] + 1
    say(
        "INSERT INTO journal_reading (number, happened_at, actor_id, role, person_id, shown, way, route, result)"
        " VALUES (%s, now() - interval '2 days', %s, 'head', %s, 'file', '', 'people-person', 'shown')",
        *(number, sealed.worker.pk, CHILD),
    )
    assert faults() == [(Kind.ADDED, number)]
    jobs.seal_all()
    assert faults() == [(Kind.ADDED, number)]


def test_rows_that_changed_places_are_found(sealed: Place) -> None:
    one, two, _three = rows_of(2)
    say("UPDATE journal_reading SET number = CASE number WHEN %s THEN -1 ELSE number END WHERE number = %s", one, one)
    say("UPDATE journal_reading SET number = %s WHERE number = %s", one, two)
    say("UPDATE journal_reading SET number = %s WHERE number = -1", two)
    assert faults() == [(Kind.CHANGED, 2)]


def test_a_tail_that_was_cut_off_is_found(sealed: Place) -> None:
    say("DELETE FROM journal_reading WHERE number = ANY (%s)", rows_of(3))
    say("DELETE FROM journal_seal WHERE number = 3")
    assert faults() == [(Kind.CUT_OFF, 3)]


def test_a_chain_that_was_made_anew_is_found(sealed: Place) -> None:
    say("DELETE FROM journal_reading WHERE number = %s", rows_of(2)[1])
    left = rows_of(2)
    say("UPDATE journal_seal SET count = 2, rows = %s WHERE number = 2", f"{{[{left[0]},{left[0] + 1}),[{left[1]},{left[1] + 1})}}")
    seal_anew(since=2)
    assert faults() == [(Kind.OTHER_CHAIN, 2), (Kind.OTHER_CHAIN, 3)]


def test_a_seal_taken_out_of_the_middle_is_found(sealed: Place) -> None:
    say("DELETE FROM journal_reading WHERE number = ANY (%s)", rows_of(2))
    say("DELETE FROM journal_seal WHERE number = 2")
    assert faults() == [(Kind.BROKEN, 3), (Kind.CUT_OFF, 2)]


def test_a_file_outside_that_was_removed_is_not_written_anew(sealed: Place, outside: Path) -> None:
    outside.unlink()
    look(sealed, 1)
    jobs.seal_all()
    assert faults() == [(Kind.NOT_ANCHORED, 1)]
    assert [line.split()[0] for line in outside.read_text().splitlines()] == ["4"]


def test_a_seal_whose_line_was_lost_by_an_accident_gets_it_with_the_next(sealed: Place, outside: Path) -> None:
    whole = outside.read_text()
    outside.write_text("".join(whole.splitlines(keepends=True)[:2]))
    assert faults() == []
    jobs.seal_all()
    assert outside.read_text() == whole


def test_a_line_that_is_none_is_said(sealed: Place, outside: Path) -> None:
    outside.write_text("nothing\n")
    assert [fault.kind for fault in verifying.verify()] == [Kind.UNREADABLE]


def test_after_a_copy_was_put_back_no_number_is_given_twice(sealed: Place) -> None:
    say("DELETE FROM journal_reading WHERE number = ANY (%s)", rows_of(3))
    say("DELETE FROM journal_seal WHERE number = 3")
    look(sealed, 1)
    jobs.seal_all()
    assert list(Seal.objects.values_list("pk", flat=True)) == [1, 2, 4]
    assert faults() == [(Kind.CUT_OFF, 3)]


def test_what_the_norm_no_longer_keeps_goes_and_the_chain_stays_whole(sealed: Place) -> None:
    from globa.journal.keeping import forget_old

    say("UPDATE journal_reading SET happened_at = happened_at - interval '6 years' WHERE number = ANY (%s)", rows_of(1))
    say("UPDATE journal_seal SET sealed_at = sealed_at - interval '6 years' WHERE number = 1")
    seal_anew(since=1)
    anchors.path().unlink()
    for seal in Seal.objects.all():
        anchors.write(seal)
    say("ALTER TABLE journal_reading ENABLE TRIGGER ALL")
    assert forget_old() == 3
    assert faults() == []
    assert Reading.objects.count() == 6


def test_the_command_says_what_and_where_and_fails(sealed: Place, capsys: pytest.CaptureFixture[str]) -> None:
    with translation.override("en"):
        assert audit.verify(as_json=False) == 0
        say("UPDATE journal_reading SET role = '' WHERE number = %s", rows_of(2)[1])
        assert audit.verify(as_json=False) == 1
    assert "Seal 2: one of the rows" in capsys.readouterr().err


def test_the_check_of_the_installation_asks_the_same(sealed: Place) -> None:
    say("DELETE FROM journal_reading WHERE number = %s", rows_of(2)[1])

    def asked(question: str, values: list[Any]) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(question, values or None)
            return cursor.fetchall()

    assert [fault.kind for fault in verifying.verify(asked)] == [Kind.REMOVED]


@pytest.mark.django_db(transaction=True)
def test_a_row_that_is_committed_late_is_sealed_by_the_next_seal(place: Place) -> None:
    """A long transaction takes a low number and commits after higher ones were sealed."""
    numbers: list[int] = []

    def quick() -> None:
        look(place, 1)
        jobs.seal_all()
        connection.close()

    with transaction.atomic():
        look(place, 1)
        numbers += Reading.objects.values_list("pk", flat=True)
        other = Thread(target=quick)
        other.start()
        other.join()
    assert [seal.count for seal in Seal.objects.all()] == [1]
    assert Seal.objects.get().first > numbers[0]
    jobs.seal_all()
    assert [(seal.first, seal.count) for seal in Seal.objects.all()][1] == (numbers[0], 1)
    assert faults() == []
