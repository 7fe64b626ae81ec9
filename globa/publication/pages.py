"""What a centre says to everybody: written as a draft, published as an edition, each edition kept as it stood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from globa.casework.recruitment.enquiries import days_to_answer, months_kept
from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import operation
from globa.journal.protection import Protection
from globa.journal.rules import refuses, refuses_others
from globa.publication.sections import CONTACTS, LANGUAGES, SECTIONS
from globa.registry.access import OwnQuerySet
from globa.registry.accounts.users import User
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.vocabulary.calendar import today
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import classes
from globa.vocabulary.words import message

WRITTEN = (*CONTACTS, *(f"{section}_{language}" for section in SECTIONS for language in LANGUAGES))
"""What somebody writes: the contacts, and each section in each language."""
LONGEST = 6000
_MAY_PUBLISH = "globa_administers(NEW.organisation_id)"
_ONLY_ENDS = (
    "TG_OP = 'UPDATE' AND (OLD.ended_at IS NOT NULL OR to_jsonb(OLD) - ARRAY['ended_at', 'ended_by_id', 'ended_because']"
    " <> to_jsonb(NEW) - ARRAY['ended_at', 'ended_by_id', 'ended_because'])"
)
Page = TypeVar("Page", "PageDraft", "Edition")


class NothingToPublish(Refusal):
    def __init__(self) -> None:
        super().__init__(
            message(
                "Nothing was published: the page says in Lithuanian who the centre is and how one becomes a carer, and has a telephone."
            )
        )


class PublishedAlready(Refusal):
    def __init__(self) -> None:
        super().__init__(message("Nothing was published: the page outside says the same already."))


class Content(models.Model):
    """The words of a page, the same in a draft and in an edition. Plain text: an empty line begins a paragraph, “- ” an item."""

    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    night_phone = models.CharField(_("telephone at night"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    street_address = models.CharField(_("where the centre is"), max_length=200, blank=True)
    about_lt = models.TextField(_("who we are"), blank=True)
    about_en = models.TextField(_("who we are, in English"), blank=True)
    services_lt = models.TextField(_("services"), blank=True)
    services_en = models.TextField(_("services, in English"), blank=True)
    becoming_lt = models.TextField(_("how to become a carer"), blank=True)
    becoming_en = models.TextField(_("how to become a carer, in English"), blank=True)
    hours_lt = models.TextField(_("when we work"), blank=True)
    hours_en = models.TextField(_("when we work, in English"), blank=True)
    night_lt = models.TextField(_("where to ask at night"), blank=True)
    night_en = models.TextField(_("where to ask at night, in English"), blank=True)

    class Meta:
        abstract = True

    def words(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in WRITTEN}


@tracked
class PageDraft(Content):
    """What is being written; nobody outside sees it."""

    id = key()
    organisation = recorded_by()

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S0=" ".join(WRITTEN), S1="id organisation")

    class Meta:
        verbose_name = _("draft of the public page")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                name="one_draft_of_the_public_page",
                violation_error_message=_("Somebody began the page at the same moment. Open it again and write there."),
            ),
        ]
        triggers = [
            refuses_others(
                "public_page_is_written_by_whoever_administers",
                _MAY_PUBLISH,
                _("The public page is written by the head or the administrator of the centre. Ask them."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation_id)


class EditionQuerySet(OwnQuerySet):
    def shown(self) -> EditionQuerySet:
        return self.filter(ended_at=None)

    def newest_first(self) -> EditionQuerySet:
        return self.order_by("-number")


class Edition(Content):
    """
    The page as it was published. It never changes: it is shown until the next one, or until it is taken down.

    The public process reads this table and no other, and of it only what is shown (globa/config/database/outside.sql).
    """

    id = key()
    organisation = recorded_by()
    number = models.PositiveIntegerField(_("edition"), editable=False)
    slug = models.SlugField(_("address"), max_length=60)
    name_lt = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    answered_within = models.PositiveSmallIntegerField(_("working days in which an enquiry is answered"))
    kept_months = models.PositiveSmallIntegerField(_("months for which it is kept who asked"), null=True, blank=True)
    is_invented = models.BooleanField(_("of the demonstration"), default=False)
    published_at = models.DateTimeField(_("published"), default=timezone.now, editable=False)
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("published by"))
    ended_at = models.DateTimeField(_("shown until"), null=True, editable=False)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("ended by"))
    ended_because = models.CharField(_("why it was taken down"), max_length=500, blank=True)

    objects = EditionQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(
        S0=" ".join(("slug name_lt name_en answered_within kept_months is_invented", *WRITTEN)),
        S1="id organisation number published_at published_by ended_at ended_by ended_because",
    )

    class Meta:
        verbose_name = _("edition of the public page")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "number"],
                name="edition_number_once",
                violation_error_message=_("Somebody published at the same moment. Look at the page outside before publishing again."),
            ),
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(ended_at=None),
                name="one_edition_is_shown",
                violation_error_message=_("Somebody published at the same moment. Look at the page outside before publishing again."),
            ),
            models.CheckConstraint(
                name="edition_says_who_and_how",
                condition=~Q(phone="") & ~Q(about_lt="") & ~Q(becoming_lt=""),
                violation_error_message=_(
                    "Nothing was published: the page says in Lithuanian who the centre is and how one becomes a carer, and has a telephone."
                ),
            ),
        ]
        triggers = [
            refuses_others(
                "public_page_is_published_by_whoever_administers",
                _MAY_PUBLISH,
                _("The public page is published by the head or the administrator of the centre. Ask them."),
            ),
            refuses(
                "edition_stays_as_published",
                _ONLY_ENDS,
                _("What was published stays as it stood. Change the draft and publish it as a new edition."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.number}"


def draft_of(organisation: Organisation) -> PageDraft:
    """The draft as it stands; an empty one that is not saved where nobody has written yet."""
    return PageDraft.objects.filter(organisation=organisation).first() or PageDraft(organisation=organisation)


def write(*, organisation: Organisation, words: Mapping[str, str], by: User | None) -> PageDraft:
    """Keep what was written so far; outside nothing changes."""
    draft = draft_of(organisation)
    with operation("publication.write_page", by=by, about=draft):
        for name in WRITTEN:
            setattr(draft, name, _tidy(words.get(name, "")))
        draft.save()
    return draft


def publish(*, organisation: Organisation, by: User | None, is_invented: bool = False) -> Edition:
    """Show the draft outside in place of the edition that is shown now."""
    words = draft_of(organisation).words()
    if not (words["phone"] and words["about_lt"] and words["becoming_lt"]):
        raise NothingToPublish
    edition = Edition(organisation=organisation, published_by=by, is_invented=is_invented, **words, **_said_by(organisation))
    with operation("publication.publish_page", by=by, about=edition):
        now = Edition.objects.select_for_update().filter(organisation=organisation).shown().first()
        if now and now.words() == words:
            raise PublishedAlready
        if now:
            _end(now, by, "")
        newest = Edition.objects.filter(organisation=organisation).newest_first().first()
        edition.number = newest.number + 1 if newest else 1
        edition.save(force_insert=True)
    return edition


def take_down(*, edition: Edition, reason: str, by: User) -> None:
    """Outside there is no page of the centre from now on, and no enquiry comes in by it."""
    with operation("publication.take_page_down", by=by, about=edition, reason=reason):
        _end(edition, by, reason)


def _end(edition: Edition, by: User | None, reason: str) -> None:
    edition.ended_at, edition.ended_by, edition.ended_because = timezone.now(), by, reason
    edition.save(update_fields=["ended_at", "ended_by", "ended_because"])


def _said_by(organisation: Organisation) -> dict[str, Any]:
    return {
        "slug": organisation.code,
        "name_lt": organisation.name,
        "name_en": organisation.name_en or organisation.name,
        "answered_within": days_to_answer(today()),
        "kept_months": months_kept(today()),
    }


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").strip().split("\n"))
