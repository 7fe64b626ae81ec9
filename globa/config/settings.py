"""Django's settings, read from the environment once; ours are declared in globa.config.declared (docs/settings.md)."""

from __future__ import annotations

import pgtrigger

from globa.config import connection, declared, faults, keys, oidc, paths, post

faults.refuse()
DEBUG = declared.DEBUG.value()
# Keys and database -------------------------------------------------------------------------------------------------
_keys = keys.from_environment() if connection.is_external() else keys.from_file(paths.var() / "keys.json")
SECRET_KEY: str = _keys.secret
GLOBA_KEYS: dict[str, bytes] = _keys.encryption
GLOBA_CURRENT_KEY: str = list(_keys.encryption)[-1]
GLOBA_LOOKUP_KEY: bytes = _keys.lookup

GLOBA_DATABASE_ROLE: connection.Role = connection.role()
DATABASES = {"default": connection.django_database(GLOBA_DATABASE_ROLE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
GLOBA_ANCHOR_FILE = declared.ANCHOR_FILE.value()
PGHISTORY_LEVEL = pgtrigger.Statement
# 160 triggers as migration steps made a first `migrate` take half a minute; installed after it they take one second.
PGTRIGGER_MIGRATIONS = False
PGTRIGGER_INSTALL_ON_MIGRATE = True

# Invented people only: said on every page.
GLOBA_IS_DEMONSTRATION = declared.DEMO.value()

# Where it answers --------------------------------------------------------------------------------------------------
GLOBA_ADDRESS = declared.ADDRESS.value()
GLOBA_PUBLIC_ADDRESS = declared.PUBLIC_ADDRESS.value()
ALLOWED_HOSTS = declared.HOSTS.value()
CSRF_TRUSTED_ORIGINS = [GLOBA_ADDRESS]
_is_https = GLOBA_ADDRESS.startswith("https://")
if _is_https:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
SECURE_SSL_REDIRECT = False

# Parts -------------------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    # Before allauth, so that the sign-in pages are ours.
    "globa.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "globa.journal",
    "globa.registry",
    "globa.care",
    "globa.casework",
    "globa.planning",
    "globa.reports",
    "globa.publication",
    "globa.importers",
    "globa.config",
]
MIDDLEWARE = [
    # Outermost, so that everything is written down, and everything carries the headers: errors and static files too.
    "globa.config.log.RequestLogMiddleware",
    "globa.config.content_security.ContentSecurityMiddleware",
    "globa.config.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages are sent in a quarter of their bytes. Tokens in them are masked anew each time, and Django adds a random length (BREACH).
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "globa.web.signed_out.SignedOutMiddleware",
    "globa.web.second_factor.needed.SecondFactorMiddleware",
    "globa.web.actor.ActorMiddleware",
    "globa.web.whereabouts.WhereaboutsMiddleware",
    "globa.web.drafts.keeping.DraftsMiddleware",
    "globa.web.reading.ReadingMiddleware",
    "globa.web.gate.GateMiddleware",
    "globa.web.refusals.RefusalMiddleware",
]
ROOT_URLCONF = "globa.config.urls"
WSGI_APPLICATION = "globa.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
# Guesses at passwords are counted here, shared by all workers: so many entries that nobody pushes a count out of it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "globa_cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}

# Signing in --------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "registry.User"
AUTHENTICATION_BACKENDS = ["rules.permissions.ObjectPermissionBackend", "allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "globa.config.accounts.ByInvitation"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "globa.registry.accounts.links.OneTimeLinks"  # noqa: S105 - a class
PASSWORD_RESET_TIMEOUT = 24 * 3600
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "globa.config.accounts.SecondFactor"
ACCOUNT_RATE_LIMITS = {"login": "100/m/ip", "login_failed": "30/15m/ip,10/15m/key"}  # a whole office begins its day at one address
# Behind a proxy every asker has the proxy's address: limits of tries would lock everybody out together.
ALLAUTH_TRUSTED_PROXY_COUNT = declared.PROXIES.value()
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "globa.web.second_factor.forms.Code",
    "reauthenticate": "globa.web.second_factor.forms.CodeAgain",
    "activate_totp": "globa.web.second_factor.forms.NewCodes",
    "add_webauthn": "globa.web.second_factor.forms.NewPasskey",
    "edit_webauthn": "globa.web.second_factor.forms.RenamedPasskey",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Globa"
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute off
MFA_ALLOW_UNVERIFIED_EMAIL = True  # by invitation: who invites knows the address
# Off for the demonstration's invented people only: said on every page, refused beside an outside database.
GLOBA_SECOND_FACTOR_NEEDED = declared.SECOND_FACTOR.value()
# OpenID Connect: only who was invited comes in by it, and only where it is set up
SOCIALACCOUNT_ADAPTER = "globa.config.accounts.ByInvitationFromElsewhere"
SOCIALACCOUNT_PROVIDERS = oidc.providers(
    declared.OIDC_NAME.value(), declared.OIDC_URL.value(), declared.OIDC_CLIENT.value(), declared.OIDC_SECRET.value()
)
SOCIALACCOUNT_LOGIN_ON_GET = True  # a form that leads to another site is stopped by our content policy; a link is not
GLOBA_OIDC_SECOND_FACTOR = declared.OIDC_SECOND_FACTOR.value()
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",  # what was set before; replaced at the next sign-in
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Sessions and cookies: a while without work ends a session, a long day does, closing the browser does too ---------------
SESSION_ENGINE = "globa.registry.accounts.sessions"
GLOBA_SESSION_SECONDS = declared.SESSION_SECONDS.value()
SESSION_COOKIE_AGE = declared.IDLE_SECONDS.value()
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _is_https
SESSION_COOKIE_NAME = "__Host-session" if _is_https else "globa-session"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "globa.web.signed_out.not_told_apart"
LANGUAGE_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_NAME = "globa-language"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

# Words, days -------------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "lt"
LANGUAGES = [("lt", "Lietuvių"), ("en", "English")]
LOCALE_PATHS = [paths.ROOT / "globa" / "locale"]
TIME_ZONE = "Europe/Vilnius"
USE_TZ = True

# Files -------------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = paths.ROOT / "staticfiles"
# Names with a fingerprint need `collectstatic`, which `make setup` runs; development and tests read the files where they lie.
GLOBA_STATIC_AS_IT_LIES = declared.STATIC_AS_IT_LIES.value()
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = GLOBA_STATIC_AS_IT_LIES
_static = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if GLOBA_STATIC_AS_IT_LIES
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _static},
}
# What the pages of the guide are read from; its pictures are static files.
GLOBA_GUIDE = paths.guide()
STATICFILES_DIRS = [("guide", GLOBA_GUIDE / "pictures")]
MEDIA_ROOT = paths.var() / "files"
# How long a file that somebody asked for waits; the report makes it again.
GLOBA_EXPORT_DAYS: int = declared.EXPORT_DAYS.value()
# How long is shown what was found in a document that somebody dropped.
GLOBA_CHECK_DAYS: int = declared.CHECK_DAYS.value()
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000

# Post: into files where no server is named --------------------------------------------------------------------------
_mail = declared.EMAIL_URL.value()
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.host, _mail.port, _mail.user, _mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL, EMAIL_TIMEOUT = _mail.tls == "starttls", _mail.tls == "implicit", post.SECONDS
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend" if EMAIL_HOST else "globa.config.letter_files.EmailBackend"
EMAIL_FILE_PATH = paths.var() / "mail"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = _mail.sender

# What is written down about itself: to stderr, never a personal value (globa/config/log.py) ----------------------------
GLOBA_DISK_FREE = declared.DISK_FREE.value()
_level = declared.LOG_LEVEL.value()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"text": {"()": "globa.config.log.Line"}, "json": {"()": "globa.config.log.JsonLine"}},
    "filters": {"not told twice": {"()": "globa.config.job_log.NotToldTwice"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": declared.LOG.value(), "filters": ["not told twice"]}},
    # Libraries say much that only their makers want to know, and the one of jobs what they are about.
    "root": {"handlers": ["stderr"], "level": "ERROR" if _level == "ERROR" else "WARNING"},
    "loggers": {
        "globa": {"level": _level},
        "django": {"handlers": [], "propagate": True},
        # Said by the line of the request already.
        "django.request": {"level": "CRITICAL"},
    },
}
# Jobs lie in a module `jobs` of their room ------------------------------------------------------------------------------
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_ON_APP_READY = "globa.config.job_log.watch"
