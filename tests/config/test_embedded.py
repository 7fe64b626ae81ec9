"""The embedded server: used by many, stopped by the last, recovered after a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

from globa.config import embedded, roles
from globa.config.refusals import DataOfAnotherUser

HELD = "from globa.config import embedded\nwith embedded.running(): print('up', flush=True); input()"


@pytest.fixture
def var(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Not pytest's own folder: another run of pytest closes that to the server's user while this one uses it."""
    with TemporaryDirectory(prefix="globa-", ignore_cleanup_errors=True) as folder:
        monkeypatch.setenv("GLOBA_VAR", folder)
        yield Path(folder)


def another() -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HELD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    return process


def asked(role: str, question: str) -> object:
    where = f"host='{embedded.socket_folder()}' port={embedded.PORT} user={role} dbname={roles.DATABASE}"
    with psycopg.connect(where) as connection:
        row = connection.execute(question).fetchone()
    return row[0] if row else None


def test_the_last_one_who_leaves_stops_the_server(var: Path) -> None:
    other = another()
    with embedded.running() as server:
        pass
    assert server.process() is not None
    other.communicate("\n")
    assert server.process() is None


def test_a_killed_user_does_not_keep_the_server_running(var: Path) -> None:
    other = another()
    other.kill()
    other.communicate()
    assert embedded.cluster().process() is not None
    with embedded.running() as server:
        pass
    assert server.process() is None


def test_a_killed_server_is_recovered_with_what_was_written(var: Path) -> None:
    with embedded.running() as server:
        with psycopg.connect(server.superuser_address(roles.DATABASE)) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 1 AS it")
        number = server.process()
        assert number is not None
        os.kill(number, signal.SIGKILL)
    with embedded.running() as server, psycopg.connect(server.superuser_address(roles.DATABASE)) as connection:
        assert connection.execute("SELECT it FROM kept").fetchone() == (1,)


def test_the_web_owns_nothing_and_bypasses_nothing(var: Path) -> None:
    with embedded.running():
        assert asked("globa_web", "SELECT rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles WHERE rolname = current_user") is False
        assert asked("globa_owner", "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()") == "globa_owner"
        assert asked("globa_owner", "SELECT pg_has_role('globa_owner', 'globa_web', 'USAGE')") is False


def test_a_long_path_gets_its_socket_elsewhere(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = var / ("long" * 12) / ("path" * 12)
    deep.mkdir(parents=True)
    monkeypatch.setenv("GLOBA_VAR", str(deep))
    with embedded.running():
        assert asked("globa_web", "SELECT 1") == 1
    assert len(str(embedded.socket_folder())) < 100


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make somebody else's folder")
def test_data_of_another_user_is_refused_with_the_way_out(var: Path) -> None:
    (var / "postgres").mkdir()
    os.chown(var / "postgres", 12345, 12345)
    with pytest.raises(DataOfAnotherUser, match="12345"), embedded.running():
        pass
