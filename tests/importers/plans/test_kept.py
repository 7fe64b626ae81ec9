"""A document is read by a job, decided on by the people of its municipality, and put away."""

from __future__ import annotations

import pytest

from globa.importers.checked_documents.documents import LARGEST
from globa.importers.checked_documents.refusals import Empty, TooLarge
from globa.importers.jobs import read_plan
from globa.importers.plans.decisions import Answer, Choice
from globa.importers.plans.kept import ImportState, PlanImport, bring, decide, put_away
from globa.importers.plans.refusals import DecidedAlready
from globa.journal.operations import Operation
from tests.builders import Place
from tests.importers.plans.made import ROWS, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def called(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worlds of tests have institutions; which municipality a plan names is read from its organisation's code."""
    from globa.importers.plans import reading
    from tests.importers.plans.made import read_plan as read

    monkeypatch.setattr(reading, "_read", lambda _plan, content, told: told(1, 2) or read(content))


def brought(at: Place, content: bytes = b"") -> PlanImport:
    kept = bring(organisation=at.organisation, year=2023, name="planas.txt", content=content or text(*ROWS[:2]), by=at.worker)
    read_plan(plan=str(kept.pk), user=str(at.worker.pk))
    kept.refresh_from_db()
    return kept


def test_what_was_read_waits_for_decisions_and_keeps_the_original(here: Place) -> None:
    kept = brought(here)
    read = kept.what_was_read()
    assert (kept.state, kept.progress, kept.content()) == (ImportState.READ, 100, text(*ROWS[:2]))
    assert read is not None
    assert len(list(read.plan.measures())) == 2


def test_a_document_that_is_no_plan_says_why_and_is_not_kept(here: Place) -> None:
    kept = brought(here, b"Labas")
    assert (kept.state, kept.content(), kept.what_was_read()) == (ImportState.REFUSED, None, None)
    assert kept.said.startswith("Dokumente nerasta lentelės")


@pytest.mark.parametrize(("content", "refused"), [(b"", Empty), (bytes(LARGEST + 1), TooLarge)])
def test_nothing_and_too_much_are_refused_at_once(here: Place, content: bytes, refused: type[Exception]) -> None:
    with pytest.raises(refused):
        bring(organisation=here.organisation, year=2023, name="a.txt", content=content, by=here.worker)
    assert not PlanImport.objects.exists()


def test_decisions_add_up_and_each_is_an_operation(here: Place) -> None:
    kept = brought(here)
    stale = PlanImport.objects.get(pk=kept.pk)
    for plan, number in ((kept, "0"), (stale, "1")):
        decide(plan=plan, by=here.worker, change=lambda made, number=number: made.doubts.update({number: Answer(Choice.TAKE)}))  # type: ignore[misc]
    kept.refresh_from_db()
    assert sorted(kept.decided().doubts) == ["0", "1"]
    assert Operation.objects.filter(verb="importers.decide_on_plan").count() == 2


def test_what_is_put_away_leaves_nothing_of_the_document(here: Place) -> None:
    kept = brought(here)
    put_away(plan=kept, by=here.worker)
    kept.refresh_from_db()
    assert (kept.state, kept.file_sealed, kept.read_sealed, kept.decisions) == (ImportState.PUT_AWAY, None, None, {})
    with pytest.raises(DecidedAlready):
        decide(plan=kept, by=here.worker, change=lambda made: None)


def test_another_municipality_s_documents_are_not_seen(here: Place, elsewhere: Place, in_the_name_of: object) -> None:
    with in_the_name_of(elsewhere):  # type: ignore[operator]
        brought(elsewhere)
    assert not PlanImport.objects.visible_to(here.worker).exists()
