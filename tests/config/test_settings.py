"""Every setting is declared; what is wrong with them is said at once, and no secret with it."""

from __future__ import annotations

import ast
import base64
import json

import pytest

from globa.config import commands, declared, faults, settings_page
from globa.config.refusals import SettingsWrong, SettingWrong
from tests.architecture import sources

OUTSIDE = {"DATABASE_URL": "postgresql://globa_web:not-to-be-said@db/globa"}
KEY = base64.b64encode(bytes(32)).decode()
KEYS = {"GLOBA_SECRET_KEY": "s" * 50, "GLOBA_ENCRYPTION_KEYS": f"1:{KEY}", "GLOBA_LOOKUP_KEY": KEY}
# Read before anything of ours is there, or of the tests alone; each is declared all the same.
ASKS = {"get", "getenv", "setdefault", "pop", "setenv", "delenv"}


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOBA_LANGUAGE", "en")


def said(environment: dict[str, str]) -> list[str]:
    return [str(fault) for fault in faults.found(environment)]


def test_everything_that_is_wrong_is_said_at_once(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name, value in {"GLOBA_PORT": "web", "GLOBA_PROT": "80", "EMAIL_URL": "smtp://u:not-to-be-said@h?tls=maybe"}.items():
        monkeypatch.setenv(name, value)
    assert commands.run(["settings", "--json"]) == commands.REFUSED
    heading, *lines = capsys.readouterr().err.splitlines()
    assert heading == "Nothing was started, for the settings are wrong in 3 places:"
    assert lines == [
        "- There is no setting GLOBA_PROT, so it would do nothing. Is GLOBA_PORT meant? The list: globa settings",
        "- The setting GLOBA_PORT is “web”, which cannot be read. It has to be 1–65535.",
        f"- The setting EMAIL_URL is “…”, which cannot be read. It has to be {declared.EMAIL_URL.kind.expected}.",
    ]


def test_one_fault_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLOBA_DEMO", "perhaps")
    with pytest.raises(SettingWrong, match="yes, no"):
        faults.refuse()
    monkeypatch.setenv("GLOBA_LOG", "xml")
    with pytest.raises(SettingsWrong):
        faults.refuse()


@pytest.mark.parametrize(
    ("name", "meant"),
    [("GLOBA_MAIL_HOST", "EMAIL_URL"), ("GLOBA_ADRESS", "GLOBA_ADDRESS"), ("DATABASE_OWNR_URL", "DATABASE_OWNER_URL"), ("GLOBA_ZZZ", "")],
)
def test_a_name_that_is_none_says_which_is_meant(name: str, meant: str) -> None:
    assert len(said({name: "1"})) == 1
    assert faults.meant(name) == meant


def test_names_of_others_are_left_alone() -> None:
    assert said({"PATH": "/bin", "DATABASE_HOST": "x", "POSTGRES_URL": "y"}) == []


def test_beside_an_outside_database_nothing_is_made_up() -> None:
    assert said(OUTSIDE | KEYS) == []
    missing = said(OUTSIDE)
    assert [sentence.split()[2] for sentence in missing] == list(KEYS)
    assert said(OUTSIDE | KEYS | {"GLOBA_DATABASE_ROLE": "owner"})[0].startswith("The setting DATABASE_OWNER_URL is missing")


@pytest.mark.parametrize(("name", "value"), [("GLOBA_SECOND_FACTOR", "no"), ("GLOBA_DEBUG", "yes")])
def test_what_would_open_real_children_does_not_start(name: str, value: str) -> None:
    assert said({name: value}) == []
    assert said(OUTSIDE | KEYS | {name: value}) == [
        f"The setting {name} is “{value}”, but DATABASE_URL names an outside database, where children are not invented. "
        f"Take {name} out of the environment."
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GLOBA_SECRET_KEY", "short"),
        ("GLOBA_ENCRYPTION_KEYS", KEY),
        ("GLOBA_LOOKUP_KEY", "MTIz"),
        ("DATABASE_OWNER_URL", "postgresql//globa"),
        ("GLOBA_ADDRESS", "globa.example"),
    ],
)
def test_a_value_that_cannot_be_read_is_found(name: str, value: str) -> None:
    assert len(said({name: value})) == 1
    assert (value in said({name: value})[0]) == (not declared.SETTINGS[name].secret)


def test_secrets_are_never_listed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name, value in (OUTSIDE | KEYS | {"EMAIL_URL": "smtp://u:not-to-be-said@mail.example"}).items():
        monkeypatch.setenv(name, value)
    assert commands.run(["settings", "--json"]) == commands.REFUSED  # the owner's address is missing in a test
    listed = {row["setting"]: row["given"] for row in json.loads(capsys.readouterr().out)}
    assert set(listed) == set(declared.SETTINGS)
    assert {listed[name] for name in declared.SETTINGS if declared.SETTINGS[name].secret} == {"", "…"}


def test_every_setting_that_is_read_is_declared() -> None:
    read = {name for path in sources.python_files("globa", "tests", "benchmarks") for name in names_read(path.read_text())}
    assert {name for name in read if name.startswith("GLOBA_")} <= set(declared.SETTINGS)


def test_a_setting_that_is_read_without_a_declaration_would_be_found() -> None:
    assert names_read('os.environ.get("GLOBA_X")\nos.environ["GLOBA_Y"]\nsettings.GLOBA_Z') == {"GLOBA_X", "GLOBA_Y"}


def names_read(text: str) -> set[str]:
    """Names that are asked of the environment: `environ[...]`, `environ.get(...)`, `getenv(...)`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        asked: ast.expr | None = None
        if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("environ"):
            asked = node.slice
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args and node.func.attr in ASKS:
            asked = node.args[0]
        if isinstance(asked, ast.Constant) and isinstance(asked.value, str) and asked.value.startswith("GLOBA_"):
            found.add(asked.value)
    return found


def test_the_page_of_settings_is_written_from_the_declarations() -> None:
    page = settings_page.PAGE.read_text()
    assert settings_page.written(page) == page
    assert all(f"`{name}`" in page for name in declared.SETTINGS)


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("smtp://mail.example", ("mail.example", 587, "", "", "starttls", "globa@localhost")),
        ("smtps://u%40x:p%2Fw@mail.example", ("mail.example", 465, "u@x", "p/w", "implicit", "globa@localhost")),
        ("smtp://localhost:2525?tls=none&from=globa@centre.example", ("localhost", 2525, "", "", "none", "globa@centre.example")),
    ],
)
def test_the_mail_server_is_read_from_one_address(address: str, server: tuple[object, ...]) -> None:
    read = declared.EMAIL_URL.read({"EMAIL_URL": address})
    assert (read.host, read.port, read.user, read.password, read.tls, read.sender) == server


@pytest.mark.parametrize(
    "address", ["mail.example", "smtp://", "smtp://u:p@h?tls=none", "smtp://h?tsl=none", "smtp://h:port", "smtp://h?from=x"]
)
def test_a_mail_server_that_cannot_be_read_or_would_tell_the_password_is_refused(address: str) -> None:
    assert len(said({"EMAIL_URL": address})) == 1
