"""
Taking away a second factor that was lost: one administrator asks, another one confirms.

Whoever could do it alone could become anybody whose password they know.
"""

from __future__ import annotations

from datetime import timedelta

from django.apps import apps
from django.db import connection, models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from globa.journal.keys import key
from globa.journal.operations import operation
from globa.journal.protection import Protection
from globa.registry.accounts.roles import Role
from globa.registry.accounts.sessions import end_all
from globa.registry.accounts.users import User
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message

HOLDS = timedelta(days=2)


class FactorResetQuerySet(models.QuerySet["FactorReset"]):
    def waiting(self) -> FactorResetQuerySet:
        """Asked for and neither confirmed nor too old."""
        return self.filter(confirmed_at=None, asked_at__gt=timezone.now() - HOLDS)


class FactorReset(models.Model):
    """A second factor to be taken away from an account, so that its owner sets up a new one."""

    id = key()
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="factor_resets", verbose_name=_("account"))
    reason = models.TextField(_("why"))
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("confirmed by"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)

    objects = FactorResetQuerySet.as_manager()

    protection = Protection.ACCOUNT
    sensitivity = classes(S1="id user reason asked_by asked_at confirmed_by confirmed_at")

    class Meta:
        verbose_name = _("reset of a second factor")
        constraints = [
            models.CheckConstraint(
                name="factor_reset_by_two_people",
                condition=~Q(confirmed_by=F("asked_by")),
                violation_error_message=_("Another administrator confirms it: a second factor is never taken away by one person alone."),
            ),
            models.CheckConstraint(
                name="factor_reset_by_others",
                condition=~Q(asked_by=F("user")) & ~Q(confirmed_by=F("user")),
                violation_error_message=_("Nobody takes part in resetting the own second factor. Ask two other administrators."),
            ),
            models.CheckConstraint(
                name="factor_reset_confirmed_by_somebody",
                condition=Q(confirmed_by=None, confirmed_at=None) | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                violation_error_message=_("A confirmation has both its day and the one who confirmed."),
            ),
            models.CheckConstraint(
                name="factor_reset_has_its_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Say why the second factor has to be taken away."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.asked_at:%Y-%m-%d}"


class NotAnAdministrator(Refusal):
    def __init__(self) -> None:
        super().__init__(
            message("Only an administrator may take away a second factor, for it opens an account to whoever knows its password.")
        )


class ResetOver(Refusal):
    def __init__(self) -> None:
        super().__init__(message("This request was confirmed already, or it is older than two days. Nothing was changed: ask anew."))


def ask_reset(*, user: User, by: User, reason: str) -> FactorReset:
    """Ask for it; nothing changes until another administrator confirms. A request that waits already is the one."""
    _refuse_others(by, user)
    request = FactorReset.objects.waiting().filter(user=user).first() or FactorReset(user=user, asked_by=by, reason=reason.strip())
    if request._state.adding:
        with operation("accounts.ask_factor_reset", by=by, about=request, reason=reason):
            request.save(force_insert=True)
    return request


def confirm_reset(*, request: FactorReset, by: User) -> FactorReset:
    """Take every factor of the account away, recovery codes included, and end its sessions."""
    _refuse_others(by, request.user)
    with operation("accounts.confirm_factor_reset", by=by, about=request, reason=request.reason):
        asked = FactorReset.objects.waiting().select_for_update(of=["self"]).select_related("user").filter(pk=request.pk).first()
        if asked is None:
            raise ResetOver
        asked.confirmed_by, asked.confirmed_at = by, timezone.now()
        asked.save(update_fields=["confirmed_by", "confirmed_at"])
        take_away(asked.user)
        end_all(asked.user)
    return asked


def take_away(user: User) -> None:
    apps.get_model("mfa", "Authenticator")._default_manager.filter(user=user).delete()


def others_who_may(user: User) -> int:
    """How many besides the owner could ask for it, or confirm it."""
    administering = Q(appointments__role__in=(Role.HEAD, Role.ADMINISTRATOR), appointments__during__contains=today())
    known = User.objects.filter(Q(is_staff=True) | administering, is_active=True).exclude(pk=user.pk).distinct()
    return sum(one.is_staff or _administers(one, user) for one in known)


def _refuse_others(by: User, user: User) -> None:
    """An administrator of the installation, or of an organisation where the account works."""
    if not by.is_active or not (by.is_staff or _administers(by, user)):
        raise NotAnAdministrator


def _administers(by: User, user: User) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM registry_appointment"
            " WHERE user_id = %s AND organisation_id = ANY (globa_administered_by(%s, NULL)))",
            [user.pk, by.pk],
        )
        return bool(cursor.fetchone()[0])
