from globa.config.settings import *  # noqa: F403
from globa.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.config.backup.broken"]
