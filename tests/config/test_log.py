"""One line a request and a job; a marker planted wherever a person may write or be named gets into none of them."""

from __future__ import annotations

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path
from procrastinate import App, JobContext
from procrastinate.testing import InMemoryConnector

from globa.config import job_log, log
from tests.builders import Place
from tests.web.at_work import client, elsewhere, here, in_english  # noqa: F401

MARKER = "Onutė-Nesakoma-61501010003"


def breaks(request: HttpRequest, number: str) -> HttpResponse:
    try:
        raise KeyError(f"{MARKER} {request.POST}")
    except KeyError as error:
        raise ValueError(f"cannot read {number} of {MARKER}") from error


# Named as a page that is open to everybody.
urlpatterns = [path("people/<str:number>/", breaks, name="ready"), path("", include("globa.config.urls"))]


@pytest.fixture(params=[log.JsonLine, log.Line])
def written(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """Everything that any logger says, as the handler of the settings would write it."""
    handler = logging.StreamHandler(io.StringIO())
    handler.setFormatter(request.param())
    handler.addFilter(job_log.NotToldTwice())
    before = {logger: logger.level for logger in map(logging.getLogger, ("", "globa"))}
    logging.getLogger().addHandler(handler)
    for logger in before:
        logger.setLevel(logging.DEBUG)
    yield handler.stream
    logging.getLogger().removeHandler(handler)
    for logger, level in before.items():
        logger.setLevel(level)


@pytest.fixture
def as_json(written: io.StringIO, request: pytest.FixtureRequest) -> Any:
    return lambda: [json.loads(line) for line in written.getvalue().splitlines() if "globa." in line]


json_only = pytest.mark.parametrize("written", [log.JsonLine], indirect=True)


@pytest.mark.django_db
@json_only
def test_a_request_is_one_line_with_the_pattern_of_its_address(client: Client, here: Place, as_json: Any) -> None:  # noqa: F811
    assert client.get("/services/").status_code == 200
    (line,) = as_json()
    assert {name: line[name] for name in ("from", "level", "method", "route", "status", "actor")} == {
        "from": "globa.request", "level": "INFO", "method": "GET", "route": "services/", "status": 200, "actor": str(here.worker.pk),
    }  # fmt: skip
    assert set(line) == {"at", "from", "level", "method", "route", "status", "actor", "ms", "statements"}
    assert line["statements"] > 0


@override_settings(ROOT_URLCONF=__name__)
@json_only
def test_what_broke_is_told_by_its_classes_and_places(as_json: Any) -> None:
    answer = Client(raise_request_exception=False).post(f"/people/{MARKER}/?q={MARKER}", {"name": MARKER})
    (line,) = as_json()
    assert (answer.status_code, line["status"], line["level"], line["route"]) == (500, 500, "ERROR", "people/<str:number>/")
    assert line["error"] == "ValueError < KeyError"
    assert line["trace"][-1].startswith("tests/config/test_log.py:")


@override_settings(ROOT_URLCONF=__name__)
def test_no_marker_of_a_broken_request_is_written_down(written: io.StringIO) -> None:
    strange = Client(raise_request_exception=False, headers={"referer": f"http://{MARKER}/", "user-agent": MARKER})
    strange.post(f"/people/{MARKER}/?q={MARKER}", {"name": MARKER})
    strange.get(f"/{MARKER}/{MARKER}")
    strange.generic(MARKER.upper(), "/people/1/")
    strange.get("/people/1/", headers={"host": f"{MARKER.lower()}.example"})
    Client(enforce_csrf_checks=True, raise_request_exception=False).post(f"/people/{MARKER}/", {"name": MARKER})
    assert len([line for line in written.getvalue().splitlines() if "globa.request" in line]) == 5
    assert "Onut" not in written.getvalue()
    assert "61501010003" not in written.getvalue()


@pytest.mark.django_db
def test_no_marker_of_an_everyday_page_is_written_down(client: Client, written: io.StringIO) -> None:  # noqa: F811
    for address in (f"/people/?q={MARKER}", f"/people/{MARKER}/", f"/services/new/?recipient={MARKER}", f"/accounts/login/?next=/{MARKER}"):
        client.get(address)
    client.post("/people/new/", {"given_name": MARKER, "personal_code": MARKER})
    client.post("/accounts/login/", {"login": f"{MARKER}@globa.example", "password": MARKER})
    assert "61501010003" not in written.getvalue()


@pytest.mark.parametrize(
    ("logger", "sentence", "values"),
    [
        ("django.security.csrf", "Forbidden (%s): %s", ("no token", f"/people/{MARKER}/")),
        ("procrastinate.worker.worker", f"Starting job registry.letter[1](name='{MARKER}')", ()),
        ("allauth.account", "login failed for %s", (MARKER,)),
    ],
)
def test_values_of_other_libraries_lines_are_left_out(written: io.StringIO, logger: str, sentence: str, values: tuple[str, ...]) -> None:
    logging.getLogger(logger).error(sentence, *values)
    assert written.getvalue().count("\n") == 1
    assert "61501010003" not in written.getvalue()


def test_an_exception_in_a_line_of_ours_keeps_its_message_to_itself(written: io.StringIO) -> None:
    try:
        raise ValueError(MARKER)
    except ValueError:
        logging.getLogger("globa.reports").exception("the export %s was not made", "01a1fff0")
    assert "the export 01a1fff0 was not made" in written.getvalue()
    assert "ValueError" in written.getvalue()
    assert MARKER not in written.getvalue()


def work(*, broken: bool) -> None:
    """A worker of the real library, with one job that is about the marker."""
    app = App(connector=InMemoryConnector())
    job_log.watch(app)

    @app.task(name="letters.send")
    def send(about: str) -> None:
        if broken:
            raise ValueError(about)

    with app.open():
        send.defer(about=MARKER)

    async def run() -> None:
        async with app.open_async():
            await app.run_worker_async(wait=False, install_signal_handlers=False, listen_notify=False)

    asyncio.run(run())


@pytest.mark.parametrize(("broken", "result"), [(False, "succeeded"), (True, "failed")])
@json_only
def test_a_job_is_one_line_with_its_name_and_how_it_went(broken: bool, result: str, as_json: Any) -> None:
    work(broken=broken)
    (line,) = [line for line in as_json() if line["from"] == "globa.job"]
    assert (line["job"], line["attempt"], line["result"], line.get("error")) == (
        "letters.send",
        1,
        result,
        "ValueError" if broken else None,
    )
    assert "ms" in line


@pytest.mark.parametrize("broken", [False, True])
def test_no_marker_of_a_job_is_written_down(broken: bool, written: io.StringIO) -> None:
    work(broken=broken)
    assert "letters.send" in written.getvalue()
    assert "61501010003" not in written.getvalue()


def test_the_workers_of_this_installation_write_down_their_jobs() -> None:
    from procrastinate.contrib.django import app

    assert job_log.written_down in app.worker_defaults["worker_middleware"]
    context: JobContext = SimpleNamespace(job=SimpleNamespace(task_name="x", id=1, attempts=2))  # type: ignore[assignment]
    assert context.job.attempts == 2
