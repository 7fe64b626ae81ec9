"""How old the last backup is, for the page of whoever administers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import template
from django.utils import timezone

from globa.journal.backups import last_backup

register = template.Library()
# A night and two hours: the one of this night may still be on its way.
TOO_OLD = timedelta(hours=26)


@register.inclusion_tag("globa/parts/backup.html", name="last_backup")
def shown() -> dict[str, Any]:
    """Say when the last one was made and whether it was tried, and warn where there is none, or only an old one."""
    last = last_backup()
    return {"last": last, "is_old": last is not None and timezone.now() - last.made_at > TOO_OLD}
