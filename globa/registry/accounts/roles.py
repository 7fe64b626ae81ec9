"""As what somebody works, or takes part, at an organisation."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    HEAD = "head", _("head of the institution")
    FOSTER_COORDINATOR = "foster_coordinator", _("foster coordinator")
    ATTESTED_PERSON = "attested_person", _("attested person")
    PSYCHOLOGIST = "psychologist", _("psychologist")
    SOCIAL_WORKER = "social_worker", _("social worker")
    CARE_ASSISTANT = "care_assistant", _("care assistant")
    ACCOUNTANT = "accountant", _("accountant")
    MUNICIPAL_CLERK = "municipal_clerk", _("municipal clerk")
    NATIONAL_OFFICER = "national_officer", _("national officer")
    AUDITOR = "auditor", _("auditor")
    ON_DUTY_CARER = "on_duty_carer", _("on-duty carer")
    GUARDIAN = "guardian", _("guardian")
    DATA_PROTECTION_OFFICER = "data_protection_officer", _("data-protection officer")
    ADMINISTRATOR = "administrator", _("administrator")
