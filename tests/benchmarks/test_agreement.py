"""Every figure says what an ordinary Django aggregate over the records says: two ways of counting that share no word."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from benchmarks import centre
from benchmarks.agreement import disagreements, without_peer
from benchmarks.centre import SMALL
from benchmarks.orm import PEERS
from globa.casework.services import Recipient
from globa.facts.tables import TABLES
from globa.journal.operations import acting
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.vocabulary.period import Period
from tests.conftest import Stepping

PERIODS = [Period.parse(text) for text in ("2022", "2023", "2022-Q2")]


def test_every_indicator_has_an_aggregate_by_hand() -> None:
    assert without_peer() == set()


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [2023, 7])
def test_figures_of_a_generated_centre_are_what_aggregates_by_hand_say(as_owner: Stepping, seed: int) -> None:
    with as_owner():
        institution = centre.generate(SMALL, seed)
        reader = User.objects.get(email=centre.EMAIL)
    with acting(reader):
        assert disagreements(institution, PERIODS) == []


@pytest.mark.django_db
def test_an_aggregate_that_says_something_else_is_told(as_owner: Stepping, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PEERS, "institution.accreditations", lambda asked: 7)
    with as_owner():
        institution = centre.generate(SMALL)
        told = [str(one) for one in disagreements(institution, PERIODS[:1])]
    assert told == ["institution.accreditations in 2022: counted 1, by hand 7"]


@pytest.mark.django_db
def test_figures_of_the_demonstration_are_what_aggregates_by_hand_say(as_owner: Stepping) -> None:
    demonstration = pytest.importorskip("globa.demonstration")
    with as_owner():
        demonstration.load()
    reader = User.objects.get(email="ausra@globa.example")
    with acting(reader):
        assert disagreements(Organisation.objects.coded("alytus-family-centre"), PERIODS) == []


@pytest.mark.django_db
def test_an_empty_cell_of_the_facts_is_null_and_no_empty_text(as_owner: Stepping) -> None:
    with as_owner():
        centre.generate(SMALL)
        assert [place for place in _texts() if _holds_empty_text(*place)] == []


def _texts() -> list[tuple[str, str]]:
    """Columns of texts whose codes do not list the empty one."""
    return [
        (table, name)
        for table, declared in TABLES.items()
        for name, column in declared.columns.items()
        if column.type == "string" and "" not in column.codes
    ]


def _holds_empty_text(table: str, column: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM facts."{table}" WHERE "{column}"::text = %s', [""])
        return bool(cursor.fetchone()[0])


@pytest.mark.django_db
def test_the_same_size_and_seed_make_the_same_centre(as_owner: Stepping) -> None:
    with as_owner():
        assert _helped() == _helped()


def _helped() -> list[tuple[object, object]]:
    with transaction.atomic():
        centre.generate(SMALL)
        found = list(Recipient.objects.order_by("pk").values_list("pk", "person_id"))
        transaction.set_rollback(True)
    assert found
    return found
