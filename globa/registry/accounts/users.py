"""A person's account: the own user model, signing in by e-mail."""

from __future__ import annotations

from typing import Any

import pgtrigger
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from globa.journal.keys import key
from globa.journal.protection import Protection
from globa.journal.rules import refuses_others
from globa.vocabulary.sensitivity import classes


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """An account sees nothing by itself: an appointment opens an organisation to it."""

    id = key()
    email = models.EmailField(_("e-mail"), error_messages={"unique": _("Somebody already signs in with this e-mail.")})
    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=150)
    person = models.OneToOneField("registry.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="account")
    language = models.CharField(_("language"), max_length=2, choices=[("lt", "lietuvių"), ("en", "English")], default="lt")
    news_read = models.CharField(_("news read up to"), max_length=60, blank=True)
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_staff = models.BooleanField(_("administrator"), default=False)
    date_joined = models.DateTimeField(_("account made"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    protection = Protection.ACCOUNT
    sensitivity = classes(
        S1="id email name person language news_read is_active is_staff is_superuser date_joined password last_login groups user_permissions"
    )

    class Meta:
        verbose_name = _("account")
        constraints = [
            models.UniqueConstraint(
                fields=["email"], name="one_account_an_email", violation_error_message=_("Somebody already signs in with this e-mail.")
            ),
            models.UniqueConstraint(
                Lower("email"),
                name="one_account_an_email_in_any_case",
                violation_error_message=_("Somebody already signs in with this e-mail."),
            ),
        ]
        triggers = [
            refuses_others(
                "account_is_made_by_who_administers",
                "globa_administers_something()",
                _("Only who administers an organisation invites somebody. Ask its administrator."),
                on=pgtrigger.Insert,
            ),
            refuses_others(
                "account_is_connected_by_others",
                "NEW.person_id IS NOT DISTINCT FROM OLD.person_id OR NEW.id <> nullif(current_setting('globa.actor', true), '')::uuid"
                " AND EXISTS (SELECT 1 FROM registry_appointment a WHERE a.user_id = NEW.id AND globa_administers(a.organisation_id))",
                _("Only an administrator says which worker an account is, and nobody of the own one: it decides whose files are closed."),
                on=pgtrigger.Update,
            ),
            refuses_others(
                "nobody_is_raised_by_the_web",
                "CASE TG_OP WHEN 'INSERT' THEN NOT NEW.is_staff AND NOT NEW.is_superuser"
                " ELSE NEW.is_staff <= OLD.is_staff AND NEW.is_superuser <= OLD.is_superuser END",
                _("Only whoever keeps the server makes an administrator of the installation: globa setup."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email
