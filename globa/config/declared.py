"""
Every setting of Globa, declared once: what is not named here stops the start.

Read by `globa.config.settings`, checked by `faults`, listed by `globa settings` and in docs/settings.md, which
`python -m globa.config.settings_page` writes.
"""

from __future__ import annotations

import os
from typing import Any

from globa.config import paths, setting
from globa.config.post import MAIL_SERVER, MailServer
from globa.config.setting import Setting
from globa.vocabulary.words import message as _

ROLES = ("owner", "web", "worker", "public")


def is_outside() -> bool:
    return bool(os.environ.get("DATABASE_URL"))


# Where it answers ------------------------------------------------------------------------------------------------
PORT = Setting("GLOBA_PORT", setting.number(1, 65_535), lambda: 8000, "8000", _("port of the web server"))
BIND = Setting(
    "GLOBA_BIND",
    setting.text("127.0.0.1"),
    lambda: "127.0.0.1",
    "127.0.0.1",
    _("address on which the web server listens; 0.0.0.0 is every one of this machine"),
)
ADDRESS = Setting(
    "GLOBA_ADDRESS",
    setting.WEB_ADDRESS,
    lambda: f"http://localhost:{PORT.value()}",
    "http://localhost:<GLOBA_PORT>",
    _("what readers type, and where letters lead; with https cookies become secure and browsers are told to stay with https"),
)
HOSTS = Setting(
    "GLOBA_HOSTS",
    setting.NAMES,
    lambda: ["localhost", "127.0.0.1", "[::1]"],
    "localhost,127.0.0.1,[::1]",
    _("names of this machine that are answered"),
)
PUBLIC_PORT = Setting(
    "GLOBA_PUBLIC_PORT",
    setting.number(1, 65_535),
    lambda: PORT.value() + 1 if PORT.value() < 65_535 else 8001,
    "<GLOBA_PORT> + 1",
    _("port of the public pages, which `globa public` serves apart"),
)
PUBLIC_ADDRESS = Setting(
    "GLOBA_PUBLIC_ADDRESS",
    setting.WEB_ADDRESS,
    lambda: f"http://localhost:{PUBLIC_PORT.value()}",
    "http://localhost:<GLOBA_PUBLIC_PORT>",
    _("what everybody types to come to the public pages of the centres"),
)
LANGUAGE = Setting("GLOBA_LANGUAGE", setting.choice("lt", "en"), lambda: "lt", "LANG, lt", _("language of the command line"))
VAR = Setting(
    "GLOBA_VAR",
    setting.text("/srv/globa"),
    lambda: str(paths.ROOT / "var"),
    "var/",
    _("folder of the embedded database, keys, letters, files and locks"),
)
CACHE = Setting(
    "GLOBA_CACHE",
    setting.text("/var/cache/globa"),
    lambda: str(paths.var() / "cache"),
    "<GLOBA_VAR>/cache",
    _("where compiled figures are kept; made anew when they are missing"),
)
EXPORT_DAYS = Setting(
    "GLOBA_EXPORT_DAYS",
    setting.number(1, 3650),
    lambda: 30,
    "30",
    _("files of reports that somebody asked for are deleted after so many days; the report makes them again"),
)
CHECK_DAYS = Setting(
    "GLOBA_CHECK_DAYS",
    setting.number(1, 365),
    lambda: 7,
    "7",
    _("what was found in a document that somebody had checked is forgotten after so many days, unless its owner keeps it"),
)
DEMO = Setting(
    "GLOBA_DEMO",
    setting.YES_OR_NO,
    lambda: not is_outside(),
    _("yes; no beside an outside database"),
    _("invented people only: they are loaded where the database holds no person, and every page says so"),
)

# Signing in --------------------------------------------------------------------------------------------------------
SECOND_FACTOR = Setting(
    "GLOBA_SECOND_FACTOR",
    setting.YES_OR_NO,
    lambda: is_outside() or not DEMO.value(),
    _("yes; no in a demonstration without an outside database"),
    _("a second factor is needed at sign-in; beside an outside database it cannot be switched off"),
)
IDLE_SECONDS = Setting(
    "GLOBA_IDLE_SECONDS", setting.number(60, 86_400), lambda: 1200, "1200", _("a session without work for so many seconds ends")
)
SESSION_SECONDS = Setting(
    "GLOBA_SESSION_SECONDS",
    setting.number(600, 172_800),
    lambda: 43_200,
    "43200",
    _("a session ends so many seconds after signing in, whatever happens"),
)
PROXIES = Setting(
    "GLOBA_PROXIES",
    setting.number(0, 9),
    lambda: int(ADDRESS.value().startswith("https://")),
    _("1 where GLOBA_ADDRESS is https, else 0"),
    _("how many proxies of yours stand before the web server; so many addresses of X-Forwarded-For are believed"),
)
OIDC_NAME = Setting("GLOBA_OIDC_NAME", setting.text("Institution"), str, _("none"), _("OpenID Connect: what the button of signing in says"))
OIDC_URL = Setting(
    "GLOBA_OIDC_URL", setting.WEB_ADDRESS, str, _("none: nobody signs in by another provider"), _("OpenID Connect: address of the provider")
)
OIDC_CLIENT = Setting("GLOBA_OIDC_CLIENT", setting.text("globa"), str, _("none"), _("OpenID Connect: as whom Globa is known there"))
OIDC_SECRET = Setting("GLOBA_OIDC_SECRET", setting.text("…"), str, _("none"), _("OpenID Connect: what Globa proves it with"), secret=True)
OIDC_SECOND_FACTOR = Setting(
    "GLOBA_OIDC_SECOND_FACTOR",
    setting.NAMES,
    list,
    _("none: Globa asks for its own"),
    _("OpenID Connect: words of acr or amr that say that the provider asked for a second factor itself"),
)

# Letters -----------------------------------------------------------------------------------------------------------
EMAIL_URL = Setting(
    "EMAIL_URL",
    MAIL_SERVER,
    MailServer,
    _("none: letters are written into <GLOBA_VAR>/mail"),
    _("the mail server and the sender of letters; tls is starttls, implicit or none"),
    secret=True,
)

# What it tells about itself ----------------------------------------------------------------------------------------
LOG = Setting(
    "GLOBA_LOG",
    setting.choice("text", "json"),
    lambda: "json" if is_outside() and not DEMO.value() else "text",
    _("text; json beside an outside database"),
    _("how the log on stderr is written: one line a request and a job, without names, codes and questions"),
)
LOG_LEVEL = Setting(
    "GLOBA_LOG_LEVEL",
    setting.choice("DEBUG", "INFO", "WARNING", "ERROR"),
    lambda: "INFO" if LOG.value() == "json" else "WARNING",
    _("WARNING; INFO where the log is json"),
    _("what is written to the log; requests and jobs that went well are INFO"),
)
METRICS = Setting(
    "GLOBA_METRICS",
    setting.WEB_ADDRESS,
    str,
    _("none: nothing is measured"),
    _(
        "address of an OpenTelemetry collector, such as http://localhost:4318; the packages for it: "
        "python3 -I globa/config/installation.py metrics"
    ),
)
DISK_FREE = Setting(
    "GLOBA_DISK_FREE",
    setting.number(1, 1_000_000),
    lambda: 500,
    "500",
    _("megabytes that must be free where GLOBA_VAR lies; with less /ready says no"),
)

ANCHOR_FILE = Setting(
    "GLOBA_ANCHOR_FILE",
    setting.text("/mnt/elsewhere/readings.txt"),
    lambda: str(paths.var() / "anchors" / "readings.txt"),
    "<GLOBA_VAR>/anchors/readings.txt",
    _("a line for every seal over the journal of who looked is added here; best on another machine"),
)

# An outside database -----------------------------------------------------------------------------------------------
DATABASE_URL = Setting(
    "DATABASE_URL",
    setting.DATABASE_ADDRESS,
    str,
    _("none: PostgreSQL is run under <GLOBA_VAR>/postgres"),
    _("the outside database, as the web (globa_web)"),
    secret=True,
)
DATABASE_OWNER_URL = Setting(
    "DATABASE_OWNER_URL",
    setting.DATABASE_ADDRESS,
    str,
    "",
    _("as the owner of the tables (globa_owner): migrations, backup, commands"),
    secret=True,
)
DATABASE_WORKER_URL = Setting(
    "DATABASE_WORKER_URL", setting.DATABASE_ADDRESS, str, "DATABASE_URL", _("as the job worker (globa_worker)"), secret=True
)
DATABASE_PUBLIC_URL = Setting(
    "DATABASE_PUBLIC_URL", setting.DATABASE_ADDRESS, str, "DATABASE_URL", _("as the public pages (globa_public)"), secret=True
)
DATABASE_ROLE = Setting(
    "GLOBA_DATABASE_ROLE",
    setting.choice(*ROLES),
    lambda: "web",
    _("set by each command"),
    _("as whom this process speaks to the database"),
)
SECRET_KEY = Setting(
    "GLOBA_SECRET_KEY",
    setting.LONG_SECRET,
    str,
    _("made once in <GLOBA_VAR>/keys.json"),
    _("signs sessions and links: 50 or more random characters"),
    secret=True,
    needed_outside=True,
)
ENCRYPTION_KEYS = Setting(
    "GLOBA_ENCRYPTION_KEYS",
    setting.NUMBERED_KEYS,
    dict,
    _("made once in <GLOBA_VAR>/keys.json"),
    _("1:<32 bytes in base64>,2:...; the last one encrypts personal codes, all of them decrypt"),
    secret=True,
    needed_outside=True,
)
LOOKUP_KEY = Setting(
    "GLOBA_LOOKUP_KEY",
    setting.KEY,
    bytes,
    _("made once in <GLOBA_VAR>/keys.json"),
    _("32 bytes in base64; finds a personal code without opening it"),
    secret=True,
    needed_outside=True,
)

# For development only ----------------------------------------------------------------------------------------------
DEBUG = Setting(
    "GLOBA_DEBUG",
    setting.YES_OR_NO,
    lambda: False,
    "no",
    _("pages tell what went wrong, commands show where; never beside an outside database"),
)
STATIC_AS_IT_LIES = Setting(
    "GLOBA_STATIC_AS_IT_LIES",
    setting.YES_OR_NO,
    lambda: DEBUG.value(),
    "<GLOBA_DEBUG>",
    _("styles and scripts are served from the checkout, without names that change"),
)
TEST_VAR = Setting("GLOBA_TEST_VAR", setting.text("/srv/globa-test"), str, "var/test", _("GLOBA_VAR of the tests"))
TEST_SLOT = Setting("GLOBA_TEST_SLOT", setting.number(0, 99), lambda: 0, _("the first that is free"), _("number of the tests' database"))
JOURNEYS_AT = Setting(
    "GLOBA_JOURNEYS_AT", setting.WEB_ADDRESS, str, _("one of their own"), _("address of a running Globa that the journeys use")
)

PARTS: tuple[tuple[str, tuple[Setting[Any], ...]], ...] = (
    (
        _("Where it answers, where it keeps things"),
        (PORT, BIND, ADDRESS, HOSTS, PUBLIC_PORT, PUBLIC_ADDRESS, LANGUAGE, VAR, CACHE, EXPORT_DAYS, CHECK_DAYS, DEMO),
    ),
    (
        _("Signing in"),
        (
            SECOND_FACTOR,
            IDLE_SECONDS,
            SESSION_SECONDS,
            PROXIES,
            OIDC_NAME,
            OIDC_URL,
            OIDC_CLIENT,
            OIDC_SECRET,
            OIDC_SECOND_FACTOR,
        ),
    ),
    (_("Letters"), (EMAIL_URL,)),
    (_("What it tells about itself"), (LOG, LOG_LEVEL, METRICS, DISK_FREE, ANCHOR_FILE)),
    (
        _("An outside database, and keys"),
        (
            DATABASE_URL,
            DATABASE_OWNER_URL,
            DATABASE_WORKER_URL,
            DATABASE_PUBLIC_URL,
            DATABASE_ROLE,
            SECRET_KEY,
            ENCRYPTION_KEYS,
            LOOKUP_KEY,
        ),
    ),
    (_("For development only"), (DEBUG, STATIC_AS_IT_LIES, TEST_VAR, TEST_SLOT, JOURNEYS_AT)),
)
SETTINGS: dict[str, Setting[Any]] = {one.name: one for _part, settings in PARTS for one in settings}
