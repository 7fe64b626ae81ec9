"""What the web server calls; it does not even start while the database would not hold as the last wall."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from globa.config import safety

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "globa.config.settings")
safety.check()
application = get_wsgi_application()
