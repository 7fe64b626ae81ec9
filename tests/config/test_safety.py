"""The web's role must be weak, or nothing starts."""

from __future__ import annotations

import psycopg
import pytest
from psycopg import sql

from globa.config import safety
from globa.config.cluster import Cluster
from globa.config.safety import RoleTooStrong

pytestmark = [pytest.mark.django_db, pytest.mark.owner]
TOO_STRONG = "too_strong_for_a_test"


@pytest.mark.parametrize(
    ("rights", "table", "why"),
    [("SUPERUSER", False, "SUPERUSER"), ("BYPASSRLS", False, "BYPASSRLS"), ("", True, "OWNER")],
)
def test_a_role_that_walks_past_row_security_is_refused(
    rights: str, table: bool, why: str, database_server: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import connection

    database = connection.settings_dict["NAME"]
    role = f"{TOO_STRONG}_{database}"
    with psycopg.connect(database_server.superuser_address(database), autocommit=True) as administrator:
        administrator.execute(sql.SQL("CREATE ROLE {} LOGIN " + rights).format(sql.Identifier(role)))
        try:
            if table:
                administrator.execute("CREATE TABLE public.owned_by_mistake ()")
                administrator.execute(sql.SQL("ALTER TABLE public.owned_by_mistake OWNER TO {}").format(sql.Identifier(role)))
            known = {"host": str(database_server.socket_folder), "port": str(database_server.port), "user": role, "dbname": database}
            monkeypatch.setattr("globa.config.connection.parameters", lambda of: dict(known))
            with pytest.raises(RoleTooStrong, match=why):
                safety.check()
        finally:
            administrator.execute("DROP TABLE IF EXISTS public.owned_by_mistake")
            administrator.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))


def test_the_roles_of_the_embedded_server_are_weak_enough(monkeypatch: pytest.MonkeyPatch, database_server: Cluster) -> None:
    from django.db import connection

    known = {"host": str(database_server.socket_folder), "port": str(database_server.port), "dbname": connection.settings_dict["NAME"]}
    monkeypatch.setattr("globa.config.connection.parameters", lambda of: {**known, "user": f"globa_{of}"})
    assert [one.user for one in safety.check().seen] == ["globa_web", "globa_worker", "globa_public"]
