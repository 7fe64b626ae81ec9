"""What the checked documents and the documents of plans refuse, each with its sentence."""

from __future__ import annotations

import pytest

from globa.importers.checked_documents.answers import Answer
from globa.importers.checked_documents.documents import CheckedDocument, drop
from globa.importers.plans.kept import PlanImport, bring
from tests.builders import Place
from tests.refusing import Case, again, change, is_refused, untried

pytestmark = pytest.mark.django_db


def document(at: Place) -> CheckedDocument:
    return drop(name="report.docx", content=b"PK", by=at.worker)


def answered(at: Place, **said: str) -> Answer:
    return Answer.objects.create(user=at.worker, document=document(at), finding="total", **({"says": "accepted"} | said))


def plan(at: Place) -> PlanImport:
    return bring(organisation=at.organisation, year=2023, name="plan.docx", content=b"PK", by=at.worker)


CASES: dict[str, Case] = {
    "ended_check_keeps_no_file": lambda at: change(document(at), state="refused"),
    "done_check_has_its_result": lambda at: change(document(at), state="done", file_sealed=None),
    "check_is_at_most_done": lambda at: change(document(at), progress=101),
    "finding_is_answered_once": lambda at: again(answered(at)),
    "right_as_it_is_for_a_reason": lambda at: answered(at, says="waived", reason=" "),
    "plan_import_of_a_year": lambda at: change(plan(at), year=23),
    "ended_plan_import_seals_nothing": lambda at: change(plan(at), state="refused"),
    "read_plan_has_what_was_read": lambda at: change(plan(at), state="read"),
    "accepted_plan_keeps_its_original": lambda at: change(plan(at), state="accepted", file_sealed=None),
    "plan_import_is_at_most_done": lambda at: change(plan(at), progress=101),
}
ACROSS = {"earlier_version_is_own", "answer_to_own_document"}


@pytest.mark.parametrize(("name", "case"), CASES.items())
def test_it_is_refused_with_its_sentence(name: str, case: Case, here: Place) -> None:
    is_refused(name, case, here)


@pytest.mark.parametrize("name", sorted(ACROSS))
def test_a_pointer_to_another_account_is_refused(name: str, here: Place, elsewhere: Place, in_the_name_of: object) -> None:
    with in_the_name_of(elsewhere):  # type: ignore[operator]
        foreign = document(elsewhere)
    cases: dict[str, Case] = {
        "earlier_version_is_own": lambda at: change(document(at), earlier=foreign),
        "answer_to_own_document": lambda at: change(answered(at), document=foreign),
    }
    is_refused(name, cases[name], here)


def test_no_refusal_is_left_untried() -> None:
    assert untried("importers", CASES, dict.fromkeys(ACROSS)) == set()  # type: ignore[arg-type]
