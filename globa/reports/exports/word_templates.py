"""
An office's own Word template: tried on the sample, looked at, taken into use; the one in use fills its reports.

A form that has none of its own is filled with the institution's template of all forms, else with the shipped one.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import Same
from globa.registry.access import OwnQuerySet
from globa.registry.accounts.users import User
from globa.registry.files import keep
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.reports.exports.formats import Format
from globa.reports.exports.trying import tried
from globa.vocabulary.refusal import Refusal
from globa.vocabulary.sensitivity import Sensitivity, classes
from globa.vocabulary.words import message


class NoLongerOffered(Refusal):
    def __init__(self) -> None:
        super().__init__(
            message("This template is put away, so it was not taken into use. Download it and add it again: it is tried anew then.")
        )


class NoTemplateOfItsOwn(Refusal):
    def __init__(self) -> None:
        super().__init__(
            message("No template of its own is in use there, so there is nothing to put away: the shipped one fills the reports.")
        )


class WordTemplateQuerySet(OwnQuerySet):
    def in_use(self) -> WordTemplateQuerySet:
        return self.filter(is_in_use=True)

    def offered(self) -> WordTemplateQuerySet:
        """Tried, and neither taken into use nor put away yet."""
        return self.filter(taken_at=None, put_away_at=None)

    def without_content(self) -> WordTemplateQuerySet:
        """For lists: a file may be of megabytes."""
        return self.select_related("file", "taken_by", "put_away_by").defer("file__content")


@tracked
class WordTemplate(models.Model):
    """
    Of one form, or with an empty `form` of all of them.

    `put_away_because` is empty where a newer template took its place.
    """

    id = key()
    organisation = recorded_by()
    form = models.SlugField(_("form"), max_length=60, blank=True)
    file = models.ForeignKey("registry.File", on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))
    is_in_use = models.BooleanField(_("in use"), default=False)
    taken_at = models.DateTimeField(_("in use since"), null=True, blank=True)
    taken_by = models.ForeignKey(
        "registry.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("taken by")
    )
    put_away_at = models.DateTimeField(_("put away"), null=True, blank=True)
    put_away_by = models.ForeignKey(
        "registry.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("put away by")
    )
    put_away_because = models.TextField(_("put away because"), blank=True)

    objects = WordTemplateQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation form file is_in_use taken_at taken_by put_away_at put_away_by put_away_because")

    class Meta:
        verbose_name = _("Word template")
        constraints = [
            Same("file", "organisation", name="word_template_is_own_file"),
            models.UniqueConstraint(
                fields=["organisation", "form"],
                name="one_word_template_in_use",
                condition=Q(is_in_use=True),
                violation_error_message=_("Somebody else took a template at the same moment. Look which one is in use."),
            ),
            models.CheckConstraint(
                name="word_template_in_use_was_taken",
                condition=Q(is_in_use=False) | Q(taken_at__isnull=False, put_away_at__isnull=True),
                violation_error_message=_("A template is in use from when it is taken until it is put away. Take it into use first."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.file)

    @property
    def is_offered(self) -> bool:
        return self.taken_at is None and self.put_away_at is None


def offer(*, organisation: Organisation, name: str, content: bytes, by: Actor | None, form: str = "") -> WordTemplate:
    """Try the template and keep it to be looked at, in place of the last one offered; one that is refused changes nothing."""
    tried(content)
    template = WordTemplate(organisation=organisation, form=form)
    with operation("reports.offer_template", by=by, about=template):
        _put_away(WordTemplate.objects.offered().filter(organisation=organisation, form=form), by)
        template.file = keep(
            organisation=organisation, name=name, media_type=Format.DOCX.media_type, content=content, sensitivity=Sensitivity.S1, by=by
        )
        template.save(force_insert=True)
    return template


def use(*, template: WordTemplate, by: Actor | None) -> WordTemplate:
    """Fill the reports with it from now on; the one that was in use is put away."""
    with operation("reports.take_template", by=by, about=template):
        if template.put_away_at is not None:
            raise NoLongerOffered
        _put_away(
            WordTemplate.objects.in_use().filter(organisation=template.organisation_id, form=template.form).exclude(pk=template.pk), by
        )
        template.is_in_use, template.taken_at, template.taken_by = True, timezone.now(), _user(by)
        template.save(update_fields=["is_in_use", "taken_at", "taken_by"])
    return template


def take(*, organisation: Organisation, name: str, content: bytes, by: Actor | None, form: str = "") -> WordTemplate:
    """Offer and use at once, for whoever has looked at it already."""
    return use(template=offer(organisation=organisation, name=name, content=content, by=by, form=form), by=by)


def put_away(*, template: WordTemplate, reason: str, by: Actor | None) -> None:
    """Go back to the template of all forms, or to the shipped one; or say no to one that was only offered."""
    with operation("reports.put_template_away", by=by, about=template, reason=reason):
        if not _put_away(WordTemplate.objects.filter(pk=template.pk, put_away_at=None), by, reason):
            raise NoTemplateOfItsOwn


def _put_away(those: models.QuerySet[WordTemplate], by: Actor | None, because: str = "") -> int:
    return those.update(is_in_use=False, put_away_at=timezone.now(), put_away_by=_user(by), put_away_because=because)


def _user(by: Actor | None) -> User | None:
    """Nobody for a command: whoever keeps the machine has no account."""
    return by if isinstance(by, User) else None


def in_use(organisation_id: object, form: str) -> bytes | None:
    """The office's template for the form; None where the shipped one is filled."""
    found = WordTemplate.objects.filter(organisation=organisation_id, form__in=["", form], is_in_use=True).select_related("file")
    chosen = found.order_by("-form").first()
    return bytes(chosen.file.content) if chosen else None
