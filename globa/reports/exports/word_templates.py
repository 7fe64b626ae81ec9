"""An office's own Word template, tried before it is taken; the one in use fills its reports."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from globa.journal.history import tracked
from globa.journal.keys import key
from globa.journal.operations import Actor, operation
from globa.journal.protection import Protection
from globa.journal.same import Same
from globa.registry.access import OwnQuerySet
from globa.registry.files import keep
from globa.registry.organisations import Organisation
from globa.registry.ownership import recorded_by
from globa.reports.exports.formats import Format
from globa.reports.exports.trying import tried
from globa.vocabulary.sensitivity import Sensitivity, classes


@tracked
class WordTemplate(models.Model):
    """Of one form, or with an empty `form` of all of them."""

    id = key()
    organisation = recorded_by()
    form = models.SlugField(_("form"), max_length=60, blank=True)
    file = models.ForeignKey("registry.File", on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))
    is_in_use = models.BooleanField(_("in use"), default=True)

    objects = OwnQuerySet.as_manager()

    protection = Protection.ORGANISATION
    sensitivity = classes(S1="id organisation form file is_in_use")

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
        ]

    def __str__(self) -> str:
        return str(self.file)


def take(*, organisation: Organisation, name: str, content: bytes, by: Actor | None, form: str = "") -> WordTemplate:
    """Try the template and use it from now on; one that is refused changes nothing."""
    tried(content)
    template = WordTemplate(organisation=organisation, form=form)
    with operation("reports.take_template", by=by, about=template):
        _put_away(organisation, form)
        template.file = keep(
            organisation=organisation, name=name, media_type=Format.DOCX.media_type, content=content, sensitivity=Sensitivity.S1, by=by
        )
        template.save(force_insert=True)
    return template


def put_away(*, template: WordTemplate, by: Actor | None) -> None:
    """Go back to the template of all forms, or to the shipped one."""
    with operation("reports.put_template_away", by=by, about=template):
        _put_away(template.organisation, template.form)


def _put_away(organisation: Organisation, form: str) -> None:
    WordTemplate.objects.filter(organisation=organisation, form=form, is_in_use=True).update(is_in_use=False)


def in_use(organisation_id: object, form: str) -> bytes | None:
    """The office's template for the form; None where the shipped one is filled."""
    found = WordTemplate.objects.filter(organisation=organisation_id, form__in=["", form], is_in_use=True).select_related("file")
    chosen = found.order_by("-form").first()
    return bytes(chosen.file.content) if chosen else None
