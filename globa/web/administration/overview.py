"""The first page of the administration: what there is, and what wants attention."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from globa.care.dwellings import Dwelling
from globa.indicators.compiled import catalogue
from globa.journal.backups import last_backup
from globa.registry.letters import Letter
from globa.registry.norms import Norm
from globa.registry.organisations import OrganisationKind
from globa.registry.premises import Licence
from globa.registry.staff import Post
from globa.vocabulary.calendar import today
from globa.web.administration.keeping import keeping
from globa.web.administration.recording import starts
from globa.web.administration.users import accounts
from globa.web.reports.rights import may_template
from globa.web.whereabouts import PlacedRequest

SILENT_FOR = timedelta(seconds=60)
WAITED = timedelta(minutes=5)


@login_required
@require_safe
def overview(request: PlacedRequest) -> HttpResponse:
    at = keeping(request)
    lines = accounts(at)
    posts = Post.objects.visible_to(at.user).filter(organisation=at.organisation, during__contains=today())
    shown = {
        "organisation": at.organisation,
        "accounts": sum(one.works for one in lines),
        "places": len(at.working()),
        "homes": Dwelling.objects.homes().filter(organisation__in=at.keys, during__contains=today()).count(),
        "posts": posts.count(),
        "licences": Licence.objects.visible_to(at.user).filter(organisation=at.organisation, during__contains=today()).count(),
        "unseen": Norm.objects.filter(during__contains=today(), is_verified=False, municipality=None).count(),
        "kinds": len(catalogue().kinds),
        "kinds_recorded": starts(at.organisation),
        "begins_reports": at.organisation.kind == OrganisationKind.INSTITUTION,
        "may_template": may_template(request),
    }
    return render(request, "administration/overview.html", shown | _machine([one.user.pk for one in lines]))


def _machine(known: list[object]) -> dict[str, object]:
    """What an administrator asks of the server without being on it."""
    backup = last_backup()
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(last_heartbeat) FROM procrastinate_workers")
        heard = cursor.fetchone()[0]
    return {
        "backup": backup,
        "backup_is_old": backup is None or timezone.now() - backup.made_at > timedelta(days=2),
        "worker_is_heard": heard is not None and timezone.now() - heard < SILENT_FOR,
        "letters": Letter.objects.unsent().filter(to__in=known, asked_at__lt=timezone.now() - WAITED).count(),
    }
