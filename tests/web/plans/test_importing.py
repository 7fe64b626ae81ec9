"""A plan's document is brought, decided on beside its original, accepted and taken back, by a clerk of its municipality."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from globa.importers.plans.decisions import Answer, Choice, How, ResultAnswer
from globa.importers.plans.kept import ImportState, PlanImport, decide
from globa.planning.plans.plans import Plan
from globa.registry.accounts.appointments import Appointment, Role
from tests.builders import Place
from tests.importers.plans.accepted import decide_all, kept, sample, small
from tests.importers.plans.made import read_plan, text

pytestmark = pytest.mark.django_db
IMPORT = "/plans/import/"
Stepping = Callable[[], AbstractContextManager[None]]


def page_of(plan: PlanImport) -> str:
    return f"{IMPORT}{plan.pk}/"


def shown(client: Client, address: str) -> str:
    answered = client.get(address)
    assert answered.status_code == 200
    return answered.content.decode()


def doubts(plan: PlanImport) -> dict[str, Answer]:
    plan.refresh_from_db()
    return plan.decided().doubts


def test_a_brought_file_waits_to_be_read_on_a_page_that_asks_again(clerk: Client, municipality: Place) -> None:
    sent = clerk.post(IMPORT, {"year": "2023", "file": SimpleUploadedFile("Planas 2023.docx", b"PK")})
    plan = PlanImport.objects.get()
    assert (sent.headers["Location"], plan.name, plan.year, plan.content()) == (page_of(plan), "Planas 2023.docx", 2023, b"PK")
    assert 'http-equiv="refresh"' in shown(clerk, page_of(plan))
    assert "Planas 2023.docx" in shown(clerk, IMPORT)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"year": "2023"}, "Choose the file."),
        ({"year": "23", "file": SimpleUploadedFile("a.docx", b"PK")}, "Write the year with four digits."),
    ],
)
def test_what_cannot_be_read_is_said_at_once(clerk: Client, municipality: Place, given: dict[str, object], said: str) -> None:
    answered = clerk.post(IMPORT, given)
    assert (answered.status_code, said in answered.content.decode()) == (422, True)


def test_a_refused_document_says_why(clerk: Client, municipality: Place) -> None:
    plan = small(municipality)
    PlanImport.objects.filter(pk=plan.pk).update(state=ImportState.REFUSED, said="It is a scan.", file_sealed=None)
    assert "It is a scan." in shown(clerk, page_of(plan))


def test_doubts_stand_beside_the_plan_with_the_original_cell(clerk: Client, municipality: Place) -> None:
    page = shown(clerk, page_of(small(municipality)))
    assert "2 doubts to decide" in page
    assert "123 00,00 (114 800,00 savivaldybės biudžeto lėšos" in page
    assert "EUR\N{NO-BREAK SPACE}123,000.00" in page
    assert "Accept the plan" not in page


def test_a_likely_amount_is_taken_with_one_choice(clerk: Client, municipality: Place) -> None:
    plan = small(municipality)
    assert clerk.post(f"{page_of(plan)}doubts/1/", {"d1-choice": "take"}).headers["Location"] == f"{page_of(plan)}#d-1"
    assert doubts(plan) == {"0": Answer(Choice.TAKE)}


def test_another_amount_is_typed_as_offices_write_it(clerk: Client, municipality: Place) -> None:
    plan = small(municipality)
    clerk.post(f"{page_of(plan)}doubts/2/", {"d2-choice": "type", "d2-amount": "2 000,50"})
    assert doubts(plan) == {"1": Answer(Choice.TYPE, Decimal("2000.50"))}
    assert "EUR\N{NO-BREAK SPACE}2,000.50" in shown(clerk, page_of(plan))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Choose what is right."),
        ({"d2-choice": "type", "d2-amount": "123 00,00"}, "Write the amount with its cents"),
        ({"d2-choice": "type", "d2-amount": "0,00"}, "0 is not an amount."),
        ({"d2-choice": "leave"}, "Choose why there is none."),
    ],
)
def test_an_answer_that_says_nothing_is_asked_again_and_stays_typed(
    clerk: Client, municipality: Place, given: dict[str, str], said: str
) -> None:
    plan = small(municipality)
    answered = clerk.post(f"{page_of(plan)}doubts/2/", given)
    assert (answered.status_code, said in answered.content.decode()) == (422, True)
    assert given.get("d2-amount", "") in answered.content.decode()
    assert doubts(plan) == {}


def test_what_is_decided_can_be_decided_anew(clerk: Client, municipality: Place) -> None:
    plan = small(municipality)
    clerk.post(f"{page_of(plan)}doubts/2/", {"d2-choice": "leave", "d2-missing": "elsewhere"})
    assert 'name="d2-choice"' not in shown(clerk, page_of(plan))
    assert 'name="d2-choice"' in shown(clerk, f"{page_of(plan)}?change=2")


def test_a_source_is_chosen_once_for_all_that_say_it_so(clerk: Client, municipality: Place) -> None:
    row = "\t1.1.{n}. padėti\t{n}5,00 talkos lėšos\tCentras\tBus.\t-\t-"
    content = text(row.format(n=1), row.format(n=2))
    plan = kept(municipality, read_plan(content), content, "planas.txt")
    clerk.post(f"{page_of(plan)}doubts/1/", {"d1-choice": "type", "d1-source": "KITI", "d1-alike": "on"})
    assert doubts(plan) == {number: Answer(Choice.TYPE, source="KITI") for number in "01"}


def test_rows_that_ask_only_for_a_look_are_right_with_one_press(clerk: Client, municipality: Place) -> None:
    rows = [f"\t1.1.{number}. padėti {number}\t5,00 ES lėšos\t-\tBus.\t-\t-" for number in (1, 2)]
    plan = kept(municipality, read_plan(text(*rows)), text(*rows), "planas.txt")
    assert "I have looked: all of them are right" in shown(clerk, page_of(plan))
    clerk.post(f"{page_of(plan)}looks/")
    assert doubts(plan) == {number: Answer(Choice.AS_READ) for number in "01"}


def test_bodies_are_chosen_among_own_organisations_or_stay_names(clerk: Client, municipality: Place) -> None:
    plan, own = small(municipality), str(municipality.organisation.pk)
    assert "Namai" in shown(clerk, f"{page_of(plan)}bodies/")
    clerk.post(f"{page_of(plan)}bodies/", {"body-0": own, "body-1": ""})
    plan.refresh_from_db()
    assert plan.decided().bodies == {"Centras": own, "Namai": ""}


def test_a_body_that_is_not_one_s_own_is_refused(clerk: Client, municipality: Place, elsewhere: Place) -> None:
    plan = small(municipality)
    answered = clerk.post(f"{page_of(plan)}bodies/", {"body-0": str(elsewhere.organisation.pk), "body-1": ""})
    assert answered.status_code == 422


def test_sure_results_are_confirmed_together_and_others_one_by_one(clerk: Client, municipality: Place) -> None:
    plan = small(municipality)
    clerk.post(f"{page_of(plan)}results/")
    clerk.post(f"{page_of(plan)}results/2/", {"2-0-expected-0-how": "text"} | corrected("2-0-expected-1", quantity="5", unit="vaikas"))
    plan.refresh_from_db()
    assert plan.decided().results == {
        "1.0.expected.0": ResultAnswer(How.CONFIRM),
        "1.0.achieved.0": ResultAnswer(How.CONFIRM),
        "2.0.expected.0": ResultAnswer(How.TEXT),
        "2.0.expected.1": ResultAnswer(How.CORRECT, quantity=Decimal(5), unit="vaikas"),
    }


def corrected(prefix: str, **given: str) -> dict[str, str]:
    return {f"{prefix}-how": "correct", f"{prefix}-comparator": "exactly"} | {f"{prefix}-{name}": value for name, value in given.items()}


def test_a_corrected_number_that_is_none_stays_typed(clerk: Client, municipality: Place) -> None:
    plan = small(municipality)
    answered = clerk.post(f"{page_of(plan)}results/2/", corrected("2-0-expected-0", quantity="daug", unit=""))
    page = answered.content.decode()
    assert (answered.status_code, 'value="daug"' in page, "Write a number, such as 25." in page) == (422, True, True)
    plan.refresh_from_db()
    assert plan.decided().results == {}


def test_the_original_leads_to_the_place_of_a_doubt(clerk: Client, municipality: Place) -> None:
    plan = small(municipality)
    led = clerk.get(f"{page_of(plan)}original/?at=1").headers["Location"]
    page = shown(clerk, led)
    found = re.search(rf'id="{led.partition("#")[2]}"[^>]*>([^<]*)', page)
    assert found is not None
    assert found[1].startswith("123 00,00")
    assert clerk.get(f"{page_of(plan)}original/?at=99").status_code == 404


def test_accepted_it_is_a_plan_and_taken_back_it_is_none(clerk: Client, municipality: Place) -> None:
    plan = decide_all(municipality, kept(municipality, sample()))
    page = shown(clerk, page_of(plan))
    assert "22 measures, 25 lines" in " ".join(page.split())
    assert clerk.post(f"{page_of(plan)}accept/", {"title": "Planas"}).status_code == 302
    made = Plan.objects.get()
    assert f'href="/plans/{made.pk}/"' in shown(clerk, page_of(plan))
    assert clerk.post(f"{page_of(plan)}undo/", {"reason": " "}).status_code == 422
    assert clerk.post(f"{page_of(plan)}undo/", {"reason": "A wrong file"}).status_code == 302
    made.refresh_from_db()
    assert made.withdrawn_on is not None
    assert "The document was taken back" in shown(clerk, page_of(plan))


def test_a_decision_of_the_council_wants_its_day_and_its_number(clerk: Client, municipality: Place) -> None:
    plan = decide_all(municipality, small(municipality))
    answered = clerk.post(f"{page_of(plan)}accept/", {"title": "Planas", "decision_no": "TS-1"})
    page = answered.content.decode()
    assert (answered.status_code, "Write the day of the decision." in page, 'value="TS-1"' in page) == (422, True, True)
    assert not Plan.objects.exists()


def test_with_an_open_doubt_nothing_is_written(clerk: Client, municipality: Place) -> None:
    plan = small(municipality)
    answered = clerk.post(f"{page_of(plan)}accept/", {"title": "Planas"})
    assert (answered.status_code, "Still to be decided: 2" in answered.content.decode()) == (422, True)
    assert not Plan.objects.exists()


def test_put_away_it_is_gone(clerk: Client, municipality: Place) -> None:
    plan = small(municipality)
    clerk.post(f"{page_of(plan)}put-away/")
    assert clerk.get(page_of(plan)).status_code == 404


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.NATIONAL_OFFICER, Role.HEAD])
def test_who_reads_plans_does_not_import_them(clerk: Client, municipality: Place, as_owner: Stepping, role: Role) -> None:
    plan = small(municipality)
    with as_owner():
        Appointment.objects.filter(user=municipality.worker).update(role=role)
    assert [clerk.get(address).status_code for address in (IMPORT, page_of(plan), f"{page_of(plan)}original/")] == [404] * 3


def test_another_municipality_s_document_is_not_there(
    clerk: Client, municipality: Place, elsewhere: Place, in_the_name_of: Callable[[Place], AbstractContextManager[None]]
) -> None:
    with in_the_name_of(elsewhere):
        plan = small(elsewhere)
    assert [clerk.get(page_of(plan)).status_code, clerk.post(f"{page_of(plan)}doubts/1/").status_code] == [404, 404]


def test_a_plan_of_any_size_takes_as_many_questions(clerk: Client, municipality: Place) -> None:
    def asked(plan: PlanImport) -> int:
        with CaptureQueriesContext(connection) as made:
            shown(clerk, page_of(plan))
        return len(made)

    one, many = small(municipality), kept(municipality, sample())
    shown(clerk, page_of(one))
    assert asked(one) == asked(many)


def test_colleagues_see_what_was_decided_by_another(clerk: Client, municipality: Place) -> None:
    plan = small(municipality)
    decide(plan=plan, by=municipality.worker, change=lambda made: made.doubts.update({"0": Answer(Choice.TAKE)}))
    assert "1 doubt to decide" in shown(clerk, page_of(plan))


def test_neither_readers_nor_dictionaries_are_loaded_with_the_pages() -> None:
    said = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'globa.config.settings'; import django; django.setup();"
        "import globa.web.plans.import_addresses;"
        "print([one for one in ('pdfplumber', 'docx', 'python_calamine', 'lxml', 'simplemma', 'globa.checker.checking',"
        " 'globa.documents.reading') if one in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True).stdout.strip() == "[]"
