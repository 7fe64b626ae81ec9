"""The public process loads no record and holds no key, and does not start with a role that could read one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from globa.config import declared, faults
from globa.config.cluster import Cluster
from globa.config.outside import serving, wall
from globa.config.outside.wall import ReadsNothing, ReadsRecords

LOADS = """
import sys, django
django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
from django.template.loader import get_template
[get_template(name) for name in ("centre.html", "centres.html", "enquiry.html", "thanks.html", "too_many.html", "404.html", "500.html")]
from django.apps import apps
ours = ("globa.registry", "globa.care", "globa.config.settings")
print(len(list(apps.get_models())), [name for name in sys.modules if name.startswith(ours)])
"""


def test_the_public_process_loads_no_model_and_no_settings_of_ours(tmp_path: object) -> None:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "globa.config.outside.settings", "GLOBA_DATABASE_ROLE": "public"}
    done = subprocess.run([sys.executable, "-c", LOADS], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "0 []\n"


@pytest.fixture
def public_is(database_server: Cluster, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    from django.db import connection

    known = {"host": str(database_server.socket_folder), "port": str(database_server.port), "dbname": connection.settings_dict["NAME"]}

    def become(user: str) -> None:
        monkeypatch.setattr("globa.config.connection.parameters", lambda of: {**known, "user": user})

    return become


@pytest.mark.django_db
@pytest.mark.owner
def test_the_publics_role_may_serve(public_is: Callable[[str], None]) -> None:
    public_is("globa_public")
    wall.check()


@pytest.mark.django_db
@pytest.mark.owner
def test_a_role_that_reads_records_does_not_serve_the_public(public_is: Callable[[str], None]) -> None:
    public_is("globa_web")
    with pytest.raises(ReadsRecords, match="globa_web may read or write"):
        wall.check()


@pytest.mark.django_db
@pytest.mark.owner
def test_a_role_that_reads_nothing_does_not_serve_the_public(public_is: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    public_is("globa_public")
    monkeypatch.setattr(wall, "TABLE", "no_such_table")
    monkeypatch.setattr(wall, "TOO_MUCH", "SELECT 'x' WHERE %s = ''")
    with pytest.raises(ReadsNothing):
        wall.check()


def test_the_public_process_is_given_no_password_and_no_key_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_OWNER_URL", "DATABASE_WORKER_URL", "GLOBA_ENCRYPTION_KEYS", "GLOBA_LOOKUP_KEY"):
        monkeypatch.setenv(name, "not-to-be-given")
    monkeypatch.setenv("DATABASE_URL", "postgresql://globa_web:not-to-be-given@db/globa")
    monkeypatch.setenv("DATABASE_PUBLIC_URL", "postgresql://globa_public:own@db/globa")
    given = os.environ | serving.environment()
    assert "not-to-be-given" not in given.values()
    assert (given["DATABASE_URL"], given["GLOBA_DATABASE_ROLE"]) == ("postgresql://globa_public:own@db/globa", "public")
    assert "globa_web" not in " ".join(given.values())


def test_without_keys_only_the_public_process_starts_beside_an_outside_database() -> None:
    environment = {"DATABASE_URL": "postgresql://globa_public:own@db/globa", "GLOBA_SECRET_KEY": "s" * 50}
    assert faults.found(environment | {"GLOBA_DATABASE_ROLE": "public"}) == []
    missing = [declared.ENCRYPTION_KEYS.name, declared.LOOKUP_KEY.name]
    assert [name for fault in faults.found(environment) for name in missing if name in str(fault)] == missing
