"""What the web server of the public pages calls; it does not start where its role could read a record."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from globa.config.outside import wall

os.environ["DJANGO_SETTINGS_MODULE"] = "globa.config.outside.settings"
wall.check()
application = get_wsgi_application()
