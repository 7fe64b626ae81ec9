"""About what somebody enquires, how it came, and what came of it. Knows no table: the public process offers the first list."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

LONGEST = 3000
"""Letters of a question or of an answer."""


class About(TextChoices):
    ON_DUTY_CARER = "on_duty_carer", _("becoming an on-duty carer")
    GUARDIAN = "guardian", _("becoming a guardian")
    ADOPTION = "adoption", _("adopting")
    HOST = "host", _("inviting a child for weekends and holidays")
    HELP = "help", _("help for my family")
    OTHER = "other", _("something else")


class Channel(TextChoices):
    PUBLIC_PAGE = "public_page", _("public page")
    PHONE = "phone", _("telephone")
    VISIT = "visit", _("at the centre")
    LETTER = "letter", _("letter")
    EVENT = "event", _("event")


class Outcome(TextChoices):
    BEGINS = "begins", _("begins the way to become a carer or guardian")
    THINKS = "thinks", _("thinks about it")
    INFORMED = "informed", _("was told what they asked")
    REFERRED = "referred", _("was sent on to somebody else")
    NOT_REACHED = "not_reached", _("could not be reached")
    NOT_MEANT = "not_meant", _("not meant for the centre, or advertising")
