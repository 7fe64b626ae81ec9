"""Which database this process speaks to, and as whom."""

from __future__ import annotations

import os
from typing import Any, Literal, cast

from globa.config import declared, embedded, roles
from globa.config.refusals import SettingMissing, SettingWrong

Role = Literal["owner", "web", "worker", "public"]
# Falls back to the web's address where an administrator gave no other.
ADDRESSES: dict[Role, tuple[str, ...]] = {
    "owner": ("DATABASE_OWNER_URL",),
    "web": ("DATABASE_URL",),
    "worker": ("DATABASE_WORKER_URL", "DATABASE_URL"),
    "public": ("DATABASE_PUBLIC_URL", "DATABASE_URL"),
}


def is_external() -> bool:
    return declared.is_outside()


def role() -> Role:
    return cast(Role, declared.DATABASE_ROLE.value())


def address(of: Role) -> str:
    """The address an administrator gave for this role; only asked with an outside server."""
    for name in ADDRESSES[of]:
        if given := os.environ.get(name):
            return given
    raise SettingMissing(ADDRESSES[of][0], "postgresql://user:password@host:5432/database")


def parameters(of: Role) -> dict[str, str]:
    """What libpq needs to connect as this role."""
    if not is_external():
        return {"host": str(embedded.socket_folder()), "port": str(embedded.PORT), "user": f"globa_{of}", "dbname": roles.DATABASE}
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    try:
        return {key: str(value) for key, value in conninfo_to_dict(address(of)).items() if value is not None}
    except psycopg.ProgrammingError as error:
        # The address holds a password, so it is not repeated.
        raise SettingWrong(ADDRESSES[of][0], "…", "postgresql://user:password@host:5432/database") from error


def django_database(of: Role) -> dict[str, Any]:
    known = parameters(of)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": known.pop("dbname", ""),
        "USER": known.pop("user", ""),
        "PASSWORD": known.pop("password", ""),
        "HOST": known.pop("host", ""),
        "PORT": known.pop("port", ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"application_name": f"globa {of}", "connect_timeout": 10, **known},
    }
