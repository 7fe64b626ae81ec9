"""
Sessions: whose they are, when they began, when somebody last worked in them.

A session ends after a while without work and after a long day whatever happens. The row of an ended one stays for a
few days, empty of meaning but for this: whoever presses Save too late is known, so what was written can be kept for them.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from globa.journal.protection import Protection
from globa.registry.accounts.users import User
from globa.vocabulary.sensitivity import classes

KEPT_AFTER_ITS_END = timedelta(days=3)
NOTED_EVERY = timedelta(seconds=30)
"""Work is noted at most this often: a session ends up to so much earlier than the setting says, never later."""


class Session(AbstractBaseSession):
    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="sessions", verbose_name=_("account"))
    began_at = models.DateTimeField(_("began"))
    active_at = models.DateTimeField(_("last work"))

    protection = Protection.SESSION
    sensitivity = classes(S1="session_key session_data expire_date user began_at active_at")

    class Meta(AbstractBaseSession.Meta):
        abstract = False

    @classmethod
    def get_session_store_class(cls) -> type[SessionStore]:
        return SessionStore

    @property
    def ended_because(self) -> str:
        """`long` after a long day, `idle` after a while without work."""
        return "long" if self.expire_date >= self.began_at + longest() else "idle"


class SessionStore(DatabaseStore):
    """What Django calls the engine: `request.session`."""

    row: Session | None = None
    ended: Session | None = None
    """The session of this browser that is over; None where one goes on, or none was."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _get_session_from_db(self) -> Session | None:
        found = Session.objects.filter(session_key=self.session_key).first()
        if found is None or found.expire_date <= timezone.now():
            self.ended, self._session_key = found, None
            return None
        self.row = found
        return found

    def is_empty(self) -> bool:
        """An ended session is not: its cookie stays until somebody signs in, for what is still written in another window."""
        return self.ended is None and super().is_empty()

    def create(self) -> None:
        """Signing in makes a new one, and the long day begins with it."""
        self.row = None
        super().create()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        now = timezone.now()
        began, active = (self.row.began_at, self.row.active_at) if self.row else (now, now)
        self.row = Session(
            session_key=self._get_or_create_session_key(),  # type: ignore[attr-defined]
            session_data=self.encode(data),
            expire_date=end_of(began, active),
            user_id=data.get(SESSION_KEY),
            began_at=began,
            active_at=active,
        )
        return self.row

    def note_work(self) -> None:
        """Somebody works: the time without work begins anew."""
        now = timezone.now()
        if self.row is None or now - self.row.active_at < NOTED_EVERY:
            return
        self.row.active_at, self.row.expire_date = now, end_of(self.row.began_at, now)
        Session.objects.filter(pk=self.row.pk).update(active_at=now, expire_date=self.row.expire_date)

    @classmethod
    def clear_expired(cls) -> None:
        Session.objects.filter(expire_date__lt=timezone.now() - KEPT_AFTER_ITS_END).delete()


def end_of(began: datetime, active: datetime) -> datetime:
    return min(active + timedelta(seconds=settings.SESSION_COOKIE_AGE), began + longest())


def longest() -> timedelta:
    return timedelta(seconds=settings.GLOBA_SESSION_SECONDS)


def end_all(user: User) -> int:
    """End every session of the account, in whatever browser; return how many there were."""
    return Session.objects.filter(user=user).delete()[0]
