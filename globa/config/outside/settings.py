"""
Django's settings of the public process: no accounts, no sessions, no cookies, no model, and the role that reads one table.

They stand apart from `globa.config.settings`, which read the keys of personal codes; those never come here.
"""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

from globa.config import connection, declared, faults, keys, paths

faults.refuse()
DEBUG = False
_secret = declared.SECRET_KEY.value() if connection.is_external() else keys.from_file(paths.var() / "keys.json").secret
# Of the same secret another key: what is signed here is worth nothing inside.
SECRET_KEY = hashlib.sha256(f"globa outside {_secret}".encode()).hexdigest()
GLOBA_DATABASE_ROLE: connection.Role = "public"
DATABASES = {"default": connection.django_database("public")}
GLOBA_PROXIES = declared.PROXIES.value()

ALLOWED_HOSTS = [*declared.HOSTS.value(), urlsplit(declared.PUBLIC_ADDRESS.value()).hostname or "localhost"]
if declared.PUBLIC_ADDRESS.value().startswith("https://"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
SECURE_REFERRER_POLICY = "same-origin"

INSTALLED_APPS = ["django.contrib.staticfiles"]
MIDDLEWARE = [
    "globa.config.log.RequestLogMiddleware",
    "globa.config.content_security.ContentSecurityMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "globa.web.outside.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
]
ROOT_URLCONF = "globa.web.outside.addresses"
_templates = paths.ROOT / "globa" / "web" / "templates"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Its own pages of errors stand before those of the pages inside.
        "DIRS": [_templates / "outside", _templates],
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "libraries": {"fields": "globa.web.templatetags.fields", "govuk": "globa.web.templatetags.govuk"},
        },
    },
]

LANGUAGE_CODE = "lt"
LANGUAGES = [("lt", "Lietuvių"), ("en", "English")]
LOCALE_PATHS = [paths.ROOT / "globa" / "locale"]
TIME_ZONE = "Europe/Vilnius"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = paths.ROOT / "staticfiles"
STATICFILES_DIRS = [paths.ROOT / "globa" / "web" / "static"]
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = declared.STATIC_AS_IT_LIES.value()
_static = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if declared.STATIC_AS_IT_LIES.value()
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {"staticfiles": {"BACKEND": _static}}

# A question of 3000 letters and its five short fields; no file is taken.
DATA_UPLOAD_MAX_MEMORY_SIZE = 40_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20
DATA_UPLOAD_MAX_NUMBER_FILES = 0
FILE_UPLOAD_HANDLERS: list[str] = []

_level = declared.LOG_LEVEL.value()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"text": {"()": "globa.config.log.Line"}, "json": {"()": "globa.config.log.JsonLine"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": declared.LOG.value()}},
    "root": {"handlers": ["stderr"], "level": "ERROR" if _level == "ERROR" else "WARNING"},
    "loggers": {
        "globa": {"level": _level},
        "django": {"handlers": [], "propagate": True},
        "django.request": {"level": "CRITICAL"},
    },
}
