"""Nothing of a dropped document stays unless its owner says so."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone, translation

from globa.importers.checked_documents.documents import CheckedDocument, CheckState
from globa.importers.checked_documents.refusals import NotChecked
from globa.journal.operations import acting
from globa.registry.accounts.users import User

STUCK = timedelta(hours=6)
"""A check that has not ended by then never will: whoever ran it was killed."""


def kept_days() -> int:
    days: int = settings.GLOBA_CHECK_DAYS
    return days


def forget_old() -> int:
    """Each account's in its own name, for nobody else sees them; return how many are gone. Of a closed account all go, kept ones too."""
    gone = 0
    for user in User.objects.all():
        with acting(user), translation.override(user.language):
            gone += _forget(user)
    return gone


def _forget(user: User) -> int:
    own, now = CheckedDocument.objects.of(user), timezone.now()
    own.at_work().filter(asked_at__lte=now - STUCK).update(
        state=CheckState.REFUSED, said=NotChecked().said(translation.gettext), file_sealed=None, done_at=now
    )
    old = Q(is_kept=False, since__lte=now - timedelta(days=kept_days()))
    dated = own.annotate(since=Coalesce("done_at", "asked_at"))
    found = list((dated.filter(old) if user.is_active else dated).values_list("pk", flat=True))
    own.filter(pk__in=found).delete()
    return len(found)
