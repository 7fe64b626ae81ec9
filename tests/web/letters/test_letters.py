"""A demonstration shows its letters; nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.mail import EmailMessage, get_connection
from django.test import Client, override_settings

from globa.registry import jobs
from globa.registry.letters import Letter
from tests.builders import Place
from tests.fixtures import elsewhere, here, in_english

__all__ = ["elsewhere", "here", "in_english"]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "mail"
    files = {"EMAIL_BACKEND": "globa.config.letter_files.EmailBackend", "EMAIL_FILE_PATH": folder, "EMAIL_HOST": ""}
    with override_settings(**files, GLOBA_ADDRESS="http://testserver", GLOBA_IS_DEMONSTRATION=True):
        yield folder


def page() -> tuple[int, str]:
    answer = Client(headers={"accept-language": "en"}).get("/letters/")
    return answer.status_code, answer.content.decode()


@pytest.mark.django_db
def test_a_forgotten_password_is_chosen_anew_by_a_letter(here: Place, kept: Path) -> None:
    assert "No letter has been sent yet" in page()[1]
    browser = Client(headers={"accept-language": "en"})
    browser.post("/accounts/password/reset/", {"email": here.worker.email})
    jobs.send(letter=str(Letter.objects.get(to=here.worker).pk))
    shown = page()[1]
    link = shown.partition("http://testserver")[2].partition('"')[0]
    chosen = browser.get(link, follow=True)
    answer = browser.post(chosen.request["PATH_INFO"], {"password1": "Trys-Tylus-Ezerai", "password2": "Trys-Tylus-Ezerai"})
    assert answer.headers["Location"] == "/accounts/password/reset/key/done/"
    here.worker.refresh_from_db()
    assert here.worker.check_password("Trys-Tylus-Ezerai")


@pytest.mark.django_db
def test_who_has_no_account_gets_the_same_answer_and_no_letter(here: Place, kept: Path) -> None:
    known, unknown = (Client().post("/accounts/password/reset/", {"email": email}) for email in (here.worker.email, "nobody@globa.example"))
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    assert Letter.objects.count() == 1


@pytest.mark.parametrize("where", [{"GLOBA_IS_DEMONSTRATION": False}, {"EMAIL_HOST": "mail.example"}])
@pytest.mark.django_db
def test_letters_are_shown_in_a_demonstration_without_a_mail_server_only(kept: Path, where: dict[str, object]) -> None:
    with override_settings(**where):
        assert page()[0] == 404
    assert page()[0] == 200


def test_only_the_user_who_runs_globa_may_open_a_letter(kept: Path) -> None:
    EmailMessage("a", "b\n\nc\n\nd", to=["a@globa.example"], connection=get_connection()).send()
    assert len(list(kept.iterdir())) == 1
    assert kept.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("needed", "demonstration", "says"),
    [(False, True, "The second factor is off."), (False, False, "The second factor is off:"), (True, False, "")],
)
@pytest.mark.django_db
def test_every_page_says_that_the_second_factor_is_off(needed: bool, demonstration: bool, says: str) -> None:
    with override_settings(GLOBA_SECOND_FACTOR_NEEDED=needed, GLOBA_IS_DEMONSTRATION=demonstration):
        shown = Client(headers={"accept-language": "en"}).get("/accounts/login/").content.decode()
    assert says in shown
    assert ("The second factor is off" in shown) == (not needed)
